// One switch, two switches, or a look that rests: a frame walks over what can be chosen, a ring fills: [data-finder][data-way].

const root = document.querySelector("[data-finder]");
const way = root?.dataset.way;
const number = (name) => Number(root.dataset[name]) * 1000;
const less = () => document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;
const announce = (words) => document.dispatchEvent(new CustomEvent("strongsuit:announce", { detail: words }));
// A hand that trembles presses once.
const BOUNCE = 250;

// What can be chosen where a page does not say it: every button, and every choice of a list.
const ANY = "main button:not([data-switch]), main a.button, main .choice label";

// Everything that can be chosen now, the answers first, then the small buttons; in an open dialog only its own. Where
// there are rows, such as groups of pictures, first the rows, then what is in the one that was chosen.
function targets(row = null) {
  const dialog = document.querySelector("dialog[open]");
  if (dialog) return [...dialog.querySelectorAll("button:not([hidden])")];
  const seen = (each) => !each.disabled && each.getClientRects().length > 0;
  if (row) return [...row.querySelectorAll("[data-scan]")].filter(seen);
  const rows = [...root.querySelectorAll("[data-scan-row]")].filter(seen);
  const named = [...root.querySelectorAll("[data-scan], [data-media-tools] button")].filter((each) => seen(each) && !each.closest("[data-scan-row]"));
  const found = [...rows, ...named];
  if (!found.length) return [...document.querySelectorAll(ANY)].filter(seen);
  return found.sort((one, other) => Number(one.dataset.scan ?? 1) - Number(other.dataset.scan ?? 1));
}

const boxOf = (element) => element.querySelector?.("input") ?? (element.htmlFor ? document.getElementById(element.htmlFor) : null);
const nameOf = (element) => (element.dataset.scanRow || element.innerText || element.getAttribute("aria-label") || "").trim();

class Scan {
  constructor() {
    this.at = -1;
    this.rounds = 0;
    this.pressed = 0;
    this.step = way === "two" || root.dataset.scan === "step";
    this.zone = root.querySelector("[data-switch-zone]");
    if (this.zone) this.zone.hidden = false;
    document.addEventListener("keydown", (event) => this.key(event), true);
    this.zone?.addEventListener("click", (event) => this.zoned(event));
    document.addEventListener("strongsuit:card", () => this.begin());
    document.addEventListener("strongsuit:dialog", () => this.begin());
    document.addEventListener("close", () => this.begin(), true);
    document.addEventListener("visibilitychange", () => document.hidden ? this.rest() : this.begin());
    this.begin();
  }

  begin(row = null) {
    clearTimeout(this.timer);
    this.rounds = 0;
    this.row = row;
    this.place(-1);
    // Two switches wait for the first press; one switch moves at once, or from the first press on.
    if (!this.step) this.move();
  }

  // Off everything, until a press begins anew. Tab, Enter and touch work all the while.
  rest() {
    clearTimeout(this.timer);
    this.place(-1);
    this.resting = true;
  }

  place(at) {
    this.frame?.classList.remove("scan-frame");
    this.at = at;
    this.frame = targets(this.row)[at];
    if (!this.frame) return;
    this.resting = false;
    this.frame.classList.add("scan-frame");
    this.frame.scrollIntoView({ block: "nearest" });
    if (root.dataset.hear === "yes") document.dispatchEvent(new CustomEvent("strongsuit:say", { detail: this.frame }));
    announce(nameOf(this.frame));
  }

  move() {
    clearTimeout(this.timer);
    const all = targets(this.row);
    if (!all.length) return;
    const next = (this.at + 1) % all.length;
    if (next === 0 && this.at >= 0) this.rounds += 1;
    // Twice around a row without a choice leads out of it.
    if (this.row && this.rounds >= 2) return this.begin();
    const loops = Number(root.dataset.loops);
    if (!this.step && loops && this.rounds >= loops) {
      this.rest();
      announce(this.zone?.dataset.rests ?? "");
      return;
    }
    const leaves = this.at >= 0 && all[this.at]?.dataset.scan !== all[next].dataset.scan && next !== 0;
    const go = () => { this.place(next); this.wait(next === 0 ? number("first") : 0); };
    if (leaves && !this.step && number("pause")) {
      this.frame?.classList.remove("scan-frame");
      this.timer = setTimeout(go, number("pause"));
    } else go();
  }

  // Automatic: on to the next. Step by step with one switch: staying on a thing chooses it. Two switches: wait.
  wait(longer) {
    clearTimeout(this.timer);
    if (way === "two") return;
    const then = this.step ? () => this.choose() : () => this.move();
    this.timer = setTimeout(then, number("dwell") + longer);
  }

  choose() {
    clearTimeout(this.timer);
    const chosen = this.frame;
    if (!chosen?.isConnected) return this.begin();
    chosen.classList.remove("scan-frame");
    if (chosen.dataset.scanRow !== undefined) {
      this.begin(chosen);
      return this.step ? this.move() : null;
    }
    // The star of a card is a box in a label: it is ticked, and the walk goes on.
    const box = boxOf(chosen);
    (box ?? chosen).click();
    if (box || chosen.localName === "summary") {
      announce(`${nameOf(chosen)} ${box?.checked ? "✓" : ""}`);
      this.begin(this.row);
      if (this.step) this.move();
    }
    return null;
  }

  press(second) {
    const now = performance.now();
    if (now - this.pressed < BOUNCE) return;
    this.pressed = now;
    if (way === "two") return second ? this.choose() : this.move();
    if (this.step) return this.move();
    if (this.resting || !this.frame) return this.begin();
    return this.choose();
  }

  key(event) {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) return this.rest();
    if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== " " && event.key !== "Enter")) return null;
    const at = document.activeElement;
    // Nobody is trapped: whoever went somewhere with Tab presses what is there.
    const elsewhere = at && at !== document.body && at.id !== "main" && !at.matches("h1, [data-switch-zone], dialog, dialog *");
    if (elsewhere && (at.matches("a, button, input, textarea, select, summary"))) return null;
    event.preventDefault();
    event.stopImmediatePropagation();
    return event.repeat ? null : this.press(event.key === "Enter");
  }

  zoned(event) {
    const half = event.target.closest("[data-switch]");
    event.preventDefault();
    this.press(half?.dataset.switch === "choose");
  }
}

// Resting on a target chooses it: for gaze and head pointers. Leaving it takes the ring away.
class Dwell {
  constructor() {
    // What lay under the pointer when a card came must be left once, or one long look would answer two cards.
    this.left = true;
    document.addEventListener("pointermove", (event) => this.over(event.target), { passive: true });
    document.addEventListener("pointerleave", () => this.stop());
    document.addEventListener("strongsuit:card", () => { this.stop(); this.left = false; });
  }

  over(element) {
    const found = element.closest?.(`[data-scan], [data-media-tools] button, dialog[open] button, ${ANY}`);
    if (!found) this.left = true;
    if (found === this.target) return;
    if (found && !this.left && found.getBoundingClientRect) {
      // Another one than the one under the pointer at the start counts as having left.
      if (!this.under) { this.under = found; return; }
      if (found === this.under) return;
    }
    this.left = true;
    this.under = null;
    this.stop();
    if (found && !found.disabled) this.begin(found);
  }

  begin(target) {
    this.target = target;
    target.classList.add("dwell");
    const hover = number("hover");
    this.ring = document.createElement("span");
    this.ring.className = "dwell-ring";
    this.ring.setAttribute("aria-hidden", "true");
    this.ring.style.setProperty("--hover", `${hover}ms`);
    target.append(this.ring);
    if (less()) this.count(Math.max(1, Math.round(hover / 500)), hover);
    else this.ring.classList.add("dwell-fills");
    this.timer = setTimeout(() => { this.stop(); (boxOf(target) ?? target).click(); }, hover);
  }

  // Where less should move, a number counts down instead.
  count(rest, hover) {
    const all = Math.max(1, Math.round(hover / 500));
    this.ring.textContent = String(rest);
    if (rest > 1) this.tick = setTimeout(() => this.count(rest - 1, hover), hover / all);
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.tick);
    this.target?.classList.remove("dwell");
    this.ring?.remove();
    this.target = this.ring = null;
  }
}

if (way === "one" || way === "two") new Scan();
if (way === "dwell") new Dwell();
