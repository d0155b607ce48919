// Puts what the coach says under the box it is about, and takes a wording by click or by key: .coach in a form.
// What is said of the texts as they were saved comes with the page.

const MAC = navigator.platform.startsWith("Mac");
// On a Mac Option with a digit types a sign that Spanish needs; with Shift it does not.
const KEYS = MAC ? "⌥⇧" : "Alt";
const LETTER = /[\p{L}\p{N}]/u;
const state = new WeakMap();

const stateOf = (form) => state.get(form) ?? state.set(form, { typed: 0, sent: 0, asked: false, said: "" }).get(form);
const barOf = (form) => form?.querySelector(".coach-bar");
const boxOf = (slot) => slot.closest(".field")?.querySelector("textarea, input[type=text], input:not([type])");
const slotOf = (box) => box.closest(".field")?.querySelector("[data-wording]");
const say = (words) => document.dispatchEvent(new CustomEvent("strongsuit:announce", { detail: words }));
const show = (words) => document.dispatchEvent(new CustomEvent("strongsuit:toast", { detail: words }));

function look(form) {
  stateOf(form).asked = true;
  htmx.trigger(form.querySelector(".coach"), "look");
}

// Where the words stand now: as they were read, else the same words nearest to there.
function spotOf(box, line) {
  const { quote } = line.dataset;
  const spots = line.dataset.spots.split(" ").map((spot) => spot.split("-").map(Number));
  const cursor = box.selectionStart;
  const near = (found, to) => found.sort((one, other) => Math.abs(one[0] - to) - Math.abs(other[0] - to))[0];
  const exact = spots.filter(([start, end]) => box.value.slice(start, end) === quote);
  if (exact.length) return near(exact, cursor);
  const found = [];
  for (let at = box.value.indexOf(quote); at >= 0; at = box.value.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    if (!LETTER.test(box.value[at - 1] ?? "") && !LETTER.test(box.value[end] ?? "")) found.push([at, end]);
  }
  return near(found, spots[0][0]);
}

function take(button) {
  const line = button.closest("[data-quote]");
  const bar = barOf(button.closest("form"));
  const box = boxOf(button.closest("[data-wording]"));
  const spot = spotOf(box, line);
  if (!spot) return show(bar.dataset.gone);
  const words = button.dataset.take;
  box.focus();
  box.setSelectionRange(...spot);
  // The only way by which the browser's own undo takes it back.
  if (!document.execCommand("insertText", false, words)) {
    box.setRangeText(words, ...spot, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  const blank = words.match(/_{2,}/);
  if (blank) box.setSelectionRange(spot[0] + blank.index, spot[0] + blank.index + blank[0].length);
  say(bar.dataset.taken.replace("{words}", words));
  look(box.form);
}

function find(button) {
  const box = boxOf(button.closest("[data-wording]"));
  const spot = spotOf(box, button.closest("[data-quote]"));
  if (!spot) return show(barOf(box.form).dataset.gone);
  box.setSelectionRange(...spot);
  // A box scrolls to what is marked in it when it is entered.
  box.blur();
  box.focus();
}

// What the keys would take: the words nearest to the cursor.
function nearest(box) {
  const lines = [...(slotOf(box)?.querySelectorAll("[data-quote]") ?? [])].filter((line) => line.querySelector("[data-take]"));
  const far = (line) => Math.min(...line.dataset.spots.split(" ").map((spot) => {
    const [start, end] = spot.split("-").map(Number);
    return Math.max(start - box.selectionStart, box.selectionStart - end, 0);
  }));
  return lines.sort((one, other) => far(one) - far(other))[0];
}

function hint(box) {
  const chosen = nearest(box);
  for (const line of slotOf(box)?.querySelectorAll("[data-quote]") ?? []) {
    const near = line === chosen;
    if (near === ("near" in line.dataset)) continue;
    if (near) line.dataset.near = "";
    else delete line.dataset.near;
    for (const [at, button] of line.querySelectorAll("[data-take]").entries()) {
      button.querySelector("kbd")?.remove();
      button.removeAttribute("aria-keyshortcuts");
      if (!near) continue;
      button.setAttribute("aria-keyshortcuts", `Alt+${MAC ? "Shift+" : ""}${at + 1}`);
      const key = document.createElement("kbd");
      key.setAttribute("aria-hidden", "true");
      key.textContent = `${KEYS} ${at + 1}`;
      button.append(key);
    }
  }
}

// The labels of the boxes that the coach has a thought on.
function thoughtOf(form) {
  const slots = [...form.querySelectorAll("[data-wording]")].filter((slot) => slot.querySelector(".thought"));
  return slots.map((slot) => slot.closest(".field").querySelector("label").textContent.trim());
}

function saying(bar, labels) {
  const fields = new Intl.ListFormat(document.documentElement.lang).format(labels);
  return labels.length ? bar.dataset.thoughts.replace("{fields}", fields) : bar.dataset.none;
}

// All that one reads in a part, and where its words stand: with nothing new in it, it stays and what is open stays open.
function readingOf(part) {
  const spots = [...part.querySelectorAll("[data-spots]")].map((line) => line.dataset.spots);
  const open = part.querySelector("[data-refused]") ? "refused" : "";
  const takes = [...part.querySelectorAll("[data-take]")].map((button) => button.dataset.take);
  const quotes = [...part.querySelectorAll("q")].map((quote) => quote.textContent);
  const whys = [...part.querySelectorAll("p")].map((words) => words.textContent.replace(/\s+/g, " ").trim());
  return JSON.stringify([spots, open, takes, quotes, whys]);
}

// What came with the page works without this file too; from here on nothing of it is sent along with the text.
function takeOver(slot, bar) {
  slot.querySelector(":scope > button")?.remove();
  for (const control of slot.querySelectorAll("input")) control.setAttribute("form", "");
  for (const button of slot.querySelectorAll("button")) button.type = "button";
  for (const quote of slot.querySelectorAll(".thought-quote > p > q")) {
    const [button, more] = [document.createElement("button"), document.createElement("span")];
    Object.assign(button, { type: "button", className: "thought-find" });
    button.dataset.find = "";
    Object.assign(more, { className: "visually-hidden", textContent: bar.dataset.find });
    quote.replaceWith(button);
    button.append(quote, " ", more);
  }
  state.set(slot, readingOf(slot));
}

function begin(form) {
  const bar = barOf(form);
  for (const slot of form.querySelectorAll("[data-wording]")) takeOver(slot, bar);
  stateOf(form).said = saying(bar, thoughtOf(form));
}

// A browser may put back what was typed before, after this file has run.
function greet() {
  const mine = [...document.querySelectorAll(".coach-bar")].map((bar) => bar.closest("form"));
  const boxes = (form) => [...form.querySelectorAll("[data-wording]")].map(boxOf);
  const other = mine.filter((form) => boxes(form).some((box) => box && box.value !== box.defaultValue));
  for (const form of other) look(form);
  const labels = new Set(mine.filter((form) => !other.includes(form)).flatMap(thoughtOf));
  if (labels.size) say(saying(barOf(mine[0]), [...labels]));
}

function place(form) {
  const coach = form.querySelector(".coach");
  const bar = barOf(form);
  for (const slot of form.querySelectorAll("[data-wording]")) {
    const block = coach.querySelector(`[data-for="${CSS.escape(slot.dataset.wording)}"]`);
    const now = block ? readingOf(block) : "";
    if (state.get(slot) !== now) {
      slot.replaceChildren(...(block?.childNodes ?? []));
      state.set(slot, now);
    }
    const box = boxOf(slot);
    if (box) hint(box);
  }
  const told = coach.querySelector("[data-said]")?.textContent ?? "";
  coach.replaceChildren();
  bar.querySelector(".coach-keys").hidden = !form.querySelector("[data-take]");
  const about = thoughtOf(form);
  const said = saying(bar, about);
  const mine = stateOf(form);
  if (told) show(told);
  else if (mine.asked === "loud") (about.length ? say : show)(said);
  else if (about.length && said !== mine.said) say(said);
  mine.said = said;
  mine.asked = false;
}

// Leave it, or show it again: the whole form goes along, so that the answer tells of the words as they are now.
async function press(button) {
  const form = button.closest("form");
  const slot = button.closest("[data-wording]");
  const values = { wording: button.dataset.deed };
  for (const control of button.closest("details").querySelectorAll("input")) {
    if (control.type !== "radio" || control.checked) values[control.name] = control.value;
  }
  const coach = form.querySelector(".coach");
  stateOf(form).asked = true;
  await htmx.ajax("POST", coach.getAttribute("hx-post"), { source: coach, target: coach, values });
  const refused = slot.querySelector("[data-refused]");
  if (!refused) return boxOf(slot).focus();
  // To the words that were too few; without any, to the choice.
  const asked = refused.closest("fieldset");
  const words = asked.querySelector("input[type=text]");
  if (!words.value) return (asked.querySelector("input:checked") ?? asked.querySelector("input")).focus();
  words.focus();
  words.setSelectionRange(words.value.length, words.value.length);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-take], [data-find], [data-deed], [data-look]");
  const form = button?.closest("form");
  if (!form || !window.htmx || !barOf(form)) return;
  event.preventDefault();
  if (button.matches("[data-take]")) return take(button);
  if (button.matches("[data-find]")) return find(button);
  if (button.matches("[data-deed]")) return press(button);
  look(form);
  stateOf(form).asked = "loud";
});

document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (!window.htmx) return;
  if (event.key === "Enter" && target.matches?.("[data-wording] input")) {
    event.preventDefault();
    return target.closest("details").querySelector("[data-deed]").click();
  }
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey !== MAC || !/^Digit[123]$/.test(event.code)) return;
  const button = target.form && nearest(target)?.querySelectorAll("[data-take]")[Number(event.code.at(-1)) - 1];
  if (!button) return;
  event.preventDefault();
  take(button);
});

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form");
  if (form && barOf(form) && !event.target.closest("[data-wording]")) stateOf(form).typed += 1;
});

document.addEventListener("selectionchange", () => {
  const box = document.activeElement;
  if (box?.form && slotOf(box) && !box.closest("[data-wording]")) hint(box);
});

// While somebody gives a reason nothing moves under the hands.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (!event.target.matches(".coach")) return;
  const form = event.target.closest("form");
  const mine = stateOf(form);
  if (!mine.asked && document.activeElement?.closest("[data-wording]")) return event.preventDefault();
  mine.sent = mine.typed;
});
// An answer about words that have changed since is not shown: the next one is on its way.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.target.matches(".coach")) return;
  const mine = stateOf(event.target.closest("form"));
  if (mine.sent !== mine.typed && !mine.asked) event.detail.shouldSwap = false;
});
document.addEventListener("htmx:afterSwap", (event) => { if (event.target.matches(".coach")) place(event.target.closest("form")); });
for (const bar of document.querySelectorAll(".coach-bar")) begin(bar.closest("form"));
addEventListener("pageshow", (event) => { if (!event.persisted && window.htmx) greet(); });
for (const keys of document.querySelectorAll(".coach-keys kbd:first-of-type")) keys.textContent = KEYS;
