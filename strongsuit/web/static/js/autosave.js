// Saves a form while one writes: form[data-autosave]. One request at a time; words stay whatever happens.

// In the first pause, and every three seconds while somebody types without any.
const WAIT = 1200;
const LONGEST = 3000;
const RETRY = [2000, 4000, 8000, 16000, 30000];

const dirty = (form) => [...form.elements].some((field) =>
  field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
    : field.localName === "textarea" || (field.localName === "input" && field.type !== "hidden") ? field.value !== field.defaultValue : false);

class Autosave {
  constructor(form) {
    this.form = form;
    this.state = form.querySelector("[data-save-state]");
    // A browser may have filled in what was typed before a reload: then there is something to save.
    this.sent = dirty(form) ? null : this.words();
    this.tries = 0;
    this.since = 0;
    if (this.sent === null) this.soon();
    form.addEventListener("input", () => this.soon());
    form.addEventListener("change", () => this.soon());
    form.addEventListener("focusout", () => this.now());
    form.addEventListener("submit", (event) => this.submit(event));
    addEventListener("online", () => this.now());
    addEventListener("pagehide", () => this.now({ leaving: true }));
    addEventListener("pageshow", (event) => { if (event.persisted && !this.conflicted) this.stopped = false; });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.now(); });
  }

  // Leaving a field for the Save button starts a save; the button waits for it, or its version would be the old one.
  submit(event) {
    clearTimeout(this.timer);
    if (this.busy) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.pressed = { button: event.submitter };
      return;
    }
    this.stopped = true;
  }

  body() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") body.append(name, value);
    return body;
  }

  // What is compared: the words, not the version that each save renews.
  words() {
    const body = this.body();
    for (const name of ["version", "csrfmiddlewaretoken", "_keep"]) body.delete(name);
    return body.toString();
  }

  soon() {
    clearTimeout(this.timer);
    this.since ||= Date.now();
    this.timer = setTimeout(() => this.now(), Math.max(0, Math.min(WAIT, this.since + LONGEST - Date.now())));
  }

  async now({ leaving = false } = {}) {
    clearTimeout(this.timer);
    this.since = 0;
    const words = this.words();
    if (this.stopped || this.busy || words === this.sent) return;
    // What is too long stays on this device until it fits; length.js says by how much.
    if (this.form.querySelector("[data-too-long]")) return this.say("wrong");
    this.busy = true;
    this.form.dispatchEvent(new CustomEvent("strongsuit:sending", { bubbles: true }));
    this.say("saving");
    let answer = null;
    try {
      answer = await fetch(this.form.getAttribute("action") || location.href, {
        method: "POST", body: this.body(), keepalive: leaving, redirect: "manual",
        headers: { "X-Autosave": "1", Accept: "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken?.value ?? "" },
      });
      await this.take(answer, words);
    } catch {
      this.lost(answer);
    } finally {
      this.busy = false;
    }
    const { pressed } = this;
    this.pressed = null;
    if (pressed && !this.stopped && !this.tries) return this.form.requestSubmit(pressed.button);
    if (!this.stopped && !this.tries && this.words() !== this.sent) this.soon();
  }

  async take(answer, words) {
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return this.signedOut();
    if (answer.status === 409) return this.conflict(await answer.json());
    if (answer.status === 422) {
      this.sent = words;
      return this.wrong((await answer.json()).errors);
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const { version, saved } = await answer.json();
    this.sent = words;
    this.tries = 0;
    if (this.form.elements.version) this.form.elements.version.value = version;
    this.wrong({});
    this.say("saved", { time: saved });
    this.form.dispatchEvent(new CustomEvent("strongsuit:saved", { bubbles: true, detail: { version } }));
  }

  lost() {
    this.say("offline");
    this.timer = setTimeout(() => this.now(), RETRY[Math.min(this.tries, RETRY.length - 1)]);
    this.tries += 1;
  }

  signedOut() {
    this.say("signedOut");
    const link = document.createElement("a");
    link.href = document.querySelector("meta[name=sign-in]").content;
    link.search = new URLSearchParams({ next: location.pathname + location.search });
    link.textContent = this.state?.dataset.signIn;
    this.state?.append(" ", link);
    this.tries = 0;
    this.stopped = true;
  }

  conflict({ html }) {
    this.stopped = this.conflicted = true;
    // The server's own markup of the two texts; scripts in it would not run, and the policy forbids them.
    this.form.querySelector("[data-conflict]").innerHTML = html;
    this.say("conflicted");
  }

  wrong(errors) {
    for (const box of this.form.querySelectorAll("[data-error-for]")) {
      const found = errors[box.dataset.errorFor];
      box.hidden = !found;
      box.querySelector("[data-error-words]").textContent = found ? [].concat(found).join(" ") : "";
      box.closest(".field")?.classList.toggle("field-wrong", Boolean(found));
      const control = this.form.elements[box.dataset.errorFor];
      if (control instanceof Element) found ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
    }
    if (Object.keys(errors).length) this.say("wrong");
  }

  say(what, values = {}) {
    if (!this.state) return;
    let words = this.state.dataset[what];
    for (const [name, value] of Object.entries(values)) words = words.replace(`{${name}}`, value);
    if (this.state.textContent !== words) this.state.textContent = words;
    this.state.dataset.state = ["saving", "saved"].includes(what) ? what : "trouble";
  }
}

const attach = (within) => { for (const form of within.querySelectorAll?.("form[data-autosave]") ?? []) form.autosave ??= new Autosave(form); };
attach(document);
document.addEventListener("htmx:afterSettle", (event) => attach(event.target));
