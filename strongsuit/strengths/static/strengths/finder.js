// Walks from card to card without waiting, and keeps answers on this device until the server has them: [data-finder].

// IndexedDB and not localStorage: what stands there survives a flat battery. The name begins with the account, so that
// nobody else's sign-in sends it, and signing out clears it (keep.js). Only the card and the choice are kept.
const root = document.querySelector("[data-finder]");
const account = document.querySelector('meta[name="keep-account"]')?.content;
// The second tap of a double tap meant the card before.
const TWICE = 400;
const RETRY = [2000, 4000, 8000, 15000, 30000];

const shelf = root && account ? new Promise((done) => {
  const asked = indexedDB.open("strongsuit-kept", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("words");
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => done(null);
}) : Promise.resolve(null);

async function onShelf(mode, ask) {
  const open = await shelf;
  if (!open) return null;
  return new Promise((done) => {
    const work = open.transaction("words", mode, { durability: "strict" });
    const asked = ask(work.objectStore("words"));
    // Without this, leaving the page would take the work back.
    work.commit?.();
    work.oncomplete = () => done(asked.result);
    work.onabort = () => done(null);
  });
}

const token = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

// What waits for the server, in the order it was tapped: answers, undos, calls.
class Queue {
  constructor(finder) {
    this.finder = finder;
    // Each stands on the shelf by itself, so that two windows of one deck do not write over each other.
    this.name = `keep:${account}:finder:${root.dataset.sitting}:`;
    this.waiting = [];
    this.tries = 0;
    this.loaded = this.load();
    addEventListener("online", () => this.send());
    document.addEventListener("submit", (event) => this.beforeLeaving(event), true);
  }

  // Signing out clears this device (keep.js); what waits goes first, as long as there is a connection.
  async beforeLeaving(event) {
    const form = event.target;
    if (!form.matches("[data-sign-out]") || !this.waiting.length || form.dataset.flushed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await Promise.race([this.send(), new Promise((done) => { setTimeout(done, 3000); })]);
    form.dataset.flushed = "yes";
    form.requestSubmit();
  }

  // What was kept goes before what is tapped meanwhile.
  async load() {
    const mine = IDBKeyRange.bound(this.name, `${this.name}\uffff`);
    const kept = await onShelf("readonly", (words) => words.getAll(mine));
    const known = new Set(this.waiting.map(({ values }) => values.once));
    this.waiting = [...(kept ?? []).filter(({ values }) => !known.has(values.once)), ...this.waiting];
    root.dataset.waiting = this.waiting.length;
  }

  add(what, values) {
    const name = `${this.name}${String(Date.now()).padStart(15, "0")}:${values.once}`;
    this.waiting.push({ what, values, name });
    this.changed((words) => words.put({ what, values, name }, name));
    return this.send();
  }

  remove(sent) {
    this.waiting = this.waiting.filter((each) => each !== sent);
    return this.changed((words) => words.delete(sent.name));
  }

  changed(ask) {
    root.dataset.waiting = this.waiting.length;
    return onShelf("readwrite", ask);
  }

  // One at a time, so that they arrive in the order they were tapped.
  send() {
    this.sending ??= this.sendAll().finally(() => { this.sending = null; });
    return this.sending;
  }

  async sendAll() {
    clearTimeout(this.timer);
    await this.loaded;
    while (this.waiting.length) {
      const first = this.waiting[0];
      const { what, values } = first;
      let answer = null;
      try {
        answer = await fetch(root.dataset[what], {
          method: "POST", body: new URLSearchParams(values), redirect: "manual", keepalive: true,
          headers: { "X-Autosave": "1", Accept: "application/json", "X-CSRFToken": root.dataset.token },
        });
      } catch { /* no connection */ }
      if (!answer || answer.status >= 500 || answer.status === 429) return this.later();
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return this.signedOut();
      const { told, problem } = await answer.json().catch(() => ({}));
      // Refused without a word of why is not arrived: it stays here and is tried again.
      if (!answer.ok && !problem) return this.later();
      await this.remove(first);
      // An answer that another device had given, too, or one that cannot be kept: said, and nothing is hidden.
      if (told || problem) tell("strongsuit:toast", told || problem);
    }
    if (this.tries) this.say(root.dataset.allSent);
    else this.hush();
    this.tries = 0;
    return null;
  }

  later() {
    const count = this.waiting.length;
    this.say(count === 1 ? root.dataset.oneWaits : root.dataset.manyWait.replace("{n}", count));
    this.timer = setTimeout(() => this.send(), RETRY[Math.min(this.tries, RETRY.length - 1)]);
    this.tries += 1;
  }

  signedOut() {
    this.say(root.dataset.signedOut);
    const link = document.createElement("a");
    link.href = document.querySelector("meta[name=sign-in]").content;
    link.search = new URLSearchParams({ next: root.dataset.here });
    link.textContent = root.dataset.signIn;
    this.finder.state.append(" ", link);
  }

  say(words) {
    const { state } = this.finder;
    state.hidden = false;
    if (state.textContent !== words) state.textContent = words;
  }

  hush() {
    this.finder.state.hidden = true;
    this.finder.state.textContent = "";
  }
}

class Finder {
  constructor() {
    this.place = root.querySelector("[data-finder-place]");
    this.state = root.querySelector("[data-finder-state]");
    this.queue = new Queue(this);
    // Answers given here, newest last: what undo goes back through.
    this.given = [];
    this.steps = new Map();
    this.ready = this.fetchCards();
    root.addEventListener("submit", (event) => this.submit(event));
    root.addEventListener("click", (event) => this.twice(event), true);
    document.addEventListener("keydown", (event) => this.key(event));
    root.querySelector("[data-finder-dialog-close]")?.addEventListener("click", () => this.dialog.close());
    this.start();
  }

  get dialog() { return root.querySelector("[data-finder-dialog]"); }
  get card() { return this.place?.querySelector("[data-card]"); }

  // What a device kept goes first; where it moves the sitting on, the page is asked for anew.
  async start() {
    await this.queue.loaded;
    const waited = this.queue.waiting.length;
    await this.queue.send();
    if (waited && !this.queue.waiting.length) location.replace(this.place ? root.dataset.here : location.href);
  }

  async fetchCards() {
    if (!this.place) return;
    const answer = await fetch(root.dataset.cards, { headers: { "X-Autosave": "1" } }).catch(() => null);
    if (!answer?.ok) return;
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    for (const step of box.content.querySelectorAll("[data-step]")) {
      this.steps.set(step.dataset.step, step);
      // Their pictures come along, so that the next card stands there whole, also without a connection.
      for (const picture of step.content.querySelectorAll("img[src]")) new Image().src = picture.getAttribute("src");
    }
    this.answered = new Set(box.content.querySelector("[data-answered]")?.dataset.answered.split(" "));
  }

  twice(event) {
    if (event.detail > 1 && event.timeStamp - this.shownAt < TWICE && event.target.closest("[data-card] button")) event.preventDefault();
  }

  submit(event) {
    const form = event.target;
    if (form.matches("[data-card]") && this.steps.size && root.dataset.way !== "partner") {
      event.preventDefault();
      this.answer(form, event.submitter);
    } else if (form.matches("[data-finder-undo]") && this.given.length) {
      event.preventDefault();
      this.undo(form);
    } else if (form.matches("[data-finder-call]") && this.dialog) {
      event.preventDefault();
      this.call(form);
    } else if (form.matches("[data-finder-words]") || form.closest(".finder-stop")) {
      this.leave(event, form);
    }
  }

  answer(form, button) {
    if (!button || form.dataset.sent) return;
    // A second tap of the same card is the same tap.
    form.dataset.sent = "yes";
    const once = token();
    const values = { card: form.dataset.card, choice: button.value, level: form.dataset.level, once, given_at: new Date().toISOString() };
    if (form.dataset.known) values.known = form.dataset.known;
    if (form.elements.starred?.checked) values.starred = "yes";
    this.given.push({ card: form.dataset.card, once });
    this.answered.add(form.dataset.card);
    this.known(form.dataset.card, once);
    const sent = this.queue.add("answer", values);
    const next = [...this.steps.keys()].find((key) => !this.answered.has(key));
    if (next) return this.show(next);
    return this.end(sent);
  }

  known(card, once) {
    const form = this.steps.get(card)?.content.querySelector("[data-card]");
    if (!form) return;
    form.dataset.known = once;
    form.elements.known.value = once;
  }

  show(key) {
    tell("strongsuit:quiet");
    this.shownAt = performance.now();
    this.place.replaceChildren(this.steps.get(key).content.cloneNode(true));
    const card = this.card;
    const call = root.querySelector("[data-finder-call] [name=card]");
    if (call) call.value = key;
    const undo = root.querySelector("[data-finder-undo] button");
    if (undo) undo.disabled = this.given.length === 0 && !undo.form.elements.of.value;
    card.querySelector("h1").focus({ preventScroll: true });
    scrollTo({ top: 0 });
    tell("strongsuit:card", card);
  }

  // After the last card the server says what comes: it first has to have everything.
  async end(sent) {
    await sent;
    if (!this.queue.waiting.length) return location.assign(root.dataset.here);
    tell("strongsuit:announce", root.dataset.offline);
    addEventListener("online", () => setTimeout(() => this.end(this.queue.send()), 0), { once: true });
    return null;
  }

  undo() {
    const last = this.given.pop();
    this.answered.delete(last.card);
    this.known(last.card, "");
    this.queue.add("undo", { once: token(), of: last.once });
    this.show(last.card);
  }

  call(form) {
    const words = this.dialog.querySelector("[data-finder-dialog-words]");
    words.replaceChildren(this.card.querySelector("[data-help]").content.cloneNode(true));
    this.dialog.showModal();
    tell("strongsuit:dialog", this.dialog);
    this.queue.add("call", { once: token(), card: form.elements.card.value });
  }

  // Other words and the way out come from the server, which first has to have every answer.
  async leave(event, form) {
    if (!this.queue.waiting.length || form.dataset.flushed) return;
    event.preventDefault();
    event.stopPropagation();
    await this.queue.send();
    if (this.queue.waiting.length) return;
    form.dataset.flushed = "yes";
    form.requestSubmit(event.submitter);
  }

  // Arrows go from answer to answer, digits choose; only while the card or nothing has the focus.
  key(event) {
    const card = this.card;
    const at = document.activeElement;
    if (!card || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || this.dialog?.open) return;
    if (at !== document.body && !root.contains(at) && at.id !== "main") return;
    if (/^(textarea|select)$/i.test(at.localName) || (at.localName === "input" && at.type !== "checkbox")) return;
    const answers = [...card.querySelectorAll(".answers button")];
    const digit = Number(event.key);
    if (event.key.length === 1 && digit >= 1 && digit <= answers.length) {
      event.preventDefault();
      answers[digit - 1].click();
      return;
    }
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const step = event.key === forward || event.key === "ArrowDown" ? 1 : event.key === backward || event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const now = answers.indexOf(at);
    answers[now < 0 ? (step > 0 ? 0 : answers.length - 1) : (now + step + answers.length) % answers.length].focus();
  }
}

if (root?.dataset.sitting && account) new Finder();
