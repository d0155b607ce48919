// Says by how much a text is too long, while one writes. Nothing is cut: [data-most="4000"].

// From here on a text is a book: it is looked at when the typing rests.
const LONG = 200_000;
const REST = 400;
// What one form may send (DATA_UPLOAD_MAX_MEMORY_SIZE).
const BODY = 6_000_000;
const language = document.documentElement.lang;
const words = document.querySelector("[data-long-many]")?.dataset;

// Letters as the server counts them; most texts are short enough to know without counting.
function over(field) {
  const most = Number(field.dataset.most);
  const text = field.value.trim();
  if (text.length <= most) return 0;
  let count = 0;
  for (const letter of text) count += letter ? 1 : 0;
  return Math.max(0, count - most);
}

// Chromium looks for the direction of the whole text once for every line of what is pasted: minutes for a book.
function settle(field, text) {
  if (field.dir === "auto") field.dir = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text.match(/\p{L}/u)?.[0] ?? "") ? "rtl" : "ltr";
  field.dataset.settled = "";
}

function unsettle(field) {
  delete field.dataset.settled;
  field.dir = "auto";
}

const boxOf = (field) => field.form?.querySelector(`[data-error-for="${CSS.escape(field.name)}"]`);

// Until the next letter is typed.
function refuse(field, said) {
  const box = boxOf(field);
  document.dispatchEvent(new CustomEvent(box ? "strongsuit:announce" : "strongsuit:toast", { detail: said }));
  field.dataset.refused = "";
  if (!box) return;
  box.hidden = false;
  box.querySelector("[data-error-words]").textContent = said;
}

function goOn(field) {
  if ("settled" in field.dataset && field.textLength < LONG) unsettle(field);
  if (!("refused" in field.dataset)) return;
  delete field.dataset.refused;
  const box = boxOf(field);
  if (box) box.hidden = true;
}

function look(field) {
  const many = over(field);
  const box = boxOf(field);
  if (!many && !("tooLong" in field.dataset)) return;
  if (many) field.dataset.tooLong = "";
  else delete field.dataset.tooLong;
  many ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
  if (!box || !words) return;
  const said = (many === 1 ? words.longOne : words.longMany)
    .replace("{over}", many.toLocaleString(language)).replace("{most}", Number(field.dataset.most).toLocaleString(language));
  box.hidden = !many;
  box.querySelector("[data-error-words]").textContent = many ? said : "";
  box.closest(".field")?.classList.toggle("field-wrong", Boolean(many));
}

const within = (part) => { for (const field of part.querySelectorAll?.("[data-most]") ?? []) look(field); };
const resting = new WeakMap();

function later(field) {
  clearTimeout(resting.get(field));
  resting.set(field, setTimeout(() => look(field), REST));
}

within(document);
document.addEventListener("htmx:afterSettle", (event) => within(event.target));
document.addEventListener("beforeinput", (event) => {
  const field = event.target;
  const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  if (field.localName !== "textarea" || text.length < LONG) return;
  if (field.textLength + new URLSearchParams({ text }).toString().length <= BODY) return settle(field, text);
  event.preventDefault();
  refuse(field, words.longPaste.replace("{most}", (BODY / 1e6).toLocaleString(language)));
});
document.addEventListener("strongsuit:filling", (event) => { if (event.detail.length >= LONG) settle(event.target, event.detail); });
// Words that come back from the device are told to the form as a whole.
document.addEventListener("input", (event) => {
  const field = event.target;
  goOn(field);
  if (!field.dataset.most) return within(field);
  field.textLength > LONG ? later(field) : look(field);
});
// The coach reads what can be saved.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches(".coach") && event.target.closest("form")?.querySelector("[data-too-long]")) event.preventDefault();
});
