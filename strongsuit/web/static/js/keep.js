// Keeps what is typed on this device, locked, until the server has it: form[data-keep="name"].

// Words are kept in the first pause, and once a second while somebody types without any.
const PAUSE = 250;
const LONGEST = 1000;
// A book is locked away when the typing rests.
const LONG = 200_000;
const REST = 1500;

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const account = meta("keep-account");
const prefix = `keep:${account}:`;
const able = account && meta("keep-key") && window.crypto?.subtle;
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const PIECE = 32_768;
const text = (buffer) => {
  const whole = new Uint8Array(buffer);
  let out = "";
  for (let at = 0; at < whole.length; at += PIECE) out += String.fromCharCode(...whole.subarray(at, at + PIECE));
  return btoa(out);
};
const key = able ? crypto.subtle.importKey("raw", bytes(meta("keep-key")), "AES-GCM", false, ["encrypt", "decrypt"]) : null;
const forms = new WeakMap();

// IndexedDB and not localStorage: a browser writes that to the disk when it finds the time, which can be a minute later,
// and a killed browser or a flat battery would take the words along.
const shelf = able ? new Promise((done) => {
  const asked = indexedDB.open("strongsuit-kept", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("words");
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => done(null);
}) : null;

async function onShelf(mode, ask) {
  const open = await shelf;
  if (!open) return null;
  const work = open.transaction("words", mode, { durability: "strict" });
  const asked = ask(work.objectStore("words"));
  // Without this, leaving the page would take the work back.
  work.commit?.();
  return new Promise((done) => {
    work.oncomplete = () => done(asked.result);
    work.onabort = () => done(null);
  });
}

async function lock(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, new TextEncoder().encode(JSON.stringify(value)));
  return `${text(iv)}.${text(sealed)}`;
}

async function unlock(stored) {
  try {
    const [iv, sealed] = stored.split(".").map(bytes);
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, sealed)));
  } catch {
    return null;
  }
}

const LEFT_OUT = ["hidden", "password", "file", "submit", "button"];
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !LEFT_OUT.includes(field.type) && !("keepSkip" in field.dataset));

function read(form, { served = false } = {}) {
  const values = {};
  for (const field of fieldsOf(form)) {
    if (field.type === "checkbox" || field.type === "radio") {
      const on = served ? field.defaultChecked : field.checked;
      (values[field.name] ??= []).push(...(on ? [field.value] : []));
    } else if (field.type === "select-multiple") {
      values[field.name] = [...field.options].filter((option) => (served ? option.defaultSelected : option.selected)).map((option) => option.value);
    } else if (field.type === "select-one") {
      const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
      values[field.name] = served ? chosen?.value ?? "" : field.value;
    } else {
      values[field.name] = served ? field.defaultValue : field.value;
    }
  }
  return values;
}

function write(form, values) {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = value.includes(field.value);
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = value.includes(option.value);
    else {
      field.dispatchEvent(new CustomEvent("strongsuit:filling", { bubbles: true, detail: value }));
      field.value = value;
    }
  }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

async function keep(form) {
  const state = forms.get(form);
  // A form that was answered and taken off the page has nothing left to keep.
  if (!form.isConnected) return;
  const values = read(form);
  if (same(values, state.server)) return drop(state.name);
  const version = form.elements.version?.value;
  const sealed = await lock({ at: Date.now(), version, values });
  // A save may have been acknowledged while the lock was turning.
  if (form.isConnected && !same(read(form), state.server)) await onShelf("readwrite", (words) => words.put(sealed, state.name));
}

function drop(name) { onShelf("readwrite", (words) => words.delete(name)); }

function saved(form) {
  const state = forms.get(form);
  if (!state) return;
  state.server = state.sent ?? read(form);
  keep(form);
}

// The hour of the district, spelled as the server spells it in "Saved 3:18 p.m.", wherever this device is.
function clockTime(at, timeZone) {
  const said = new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone });
  return said.replace(/(:00)?\s([AP])M$/, (_whole, _even, half) => ` ${half.toLowerCase()}.m.`);
}

function notice(form, at, undo) {
  const box = document.createElement("div");
  box.className = "kept";
  const words = document.createElement("p");
  const source = document.querySelector("[data-keep-words]");
  const time = clockTime(at, source.dataset.timeZone);
  words.textContent = source.dataset.keepWords.replace("{time}", time);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet button-small";
  button.textContent = source.dataset.keepUndo;
  button.addEventListener("click", () => { undo(); box.remove(); });
  box.append(words, button);
  form.prepend(box);
  document.dispatchEvent(new CustomEvent("strongsuit:announce", { detail: words.textContent }));
}

// Every module is attached by then, so that an autosaving form takes notice of what comes back.
const ready = new Promise((done) => { document.readyState === "complete" ? done() : addEventListener("load", done, { once: true }); });

async function restore(form, state) {
  await ready;
  const stored = await onShelf("readonly", (words) => words.get(state.name));
  const kept = stored && await unlock(stored);
  if (!kept) return stored && drop(state.name);
  if (same({ ...state.server, ...kept.values }, state.server)) return drop(state.name);
  // The version the words were typed on goes with them, so that nobody's later words are overwritten.
  const version = form.elements.version;
  const newer = version?.value;
  if (version && kept.version) version.value = kept.version;
  write(form, kept.values);
  form.dispatchEvent(new Event("input", { bubbles: true }));
  notice(form, kept.at, () => {
    if (version) version.value = newer;
    write(form, state.server);
    form.dispatchEvent(new Event("input", { bubbles: true }));
    drop(state.name);
  });
}

async function attach(form) {
  if (forms.has(form)) return;
  const state = { name: prefix + form.dataset.keep, server: read(form, { served: true }), sent: null };
  forms.set(form, state);
  // A form that came back with its errors already holds the words, and the server has not taken them.
  const refused = form.querySelector("[data-error-summary], [aria-invalid=true]");
  if (refused) state.server = null;
  else await restore(form, state);
  let timer;
  let since = 0;
  const later = () => {
    clearTimeout(timer);
    since ||= Date.now();
    const book = [...form.elements].some((field) => field.textLength > LONG);
    timer = setTimeout(() => { since = 0; keep(form); }, book ? REST : Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  if (refused) keep(form);
}

function acknowledged() {
  const cookie = document.cookie.split("; ").find((part) => part.startsWith("kept="));
  if (!cookie) return;
  drop(prefix + decodeURIComponent(cookie.slice(5).replaceAll('"', "")));
  document.cookie = "kept=; path=/; max-age=0; samesite=strict";
}

if (able) {
  acknowledged();
  for (const form of document.querySelectorAll("form[data-keep]")) attach(form);
  document.addEventListener("strongsuit:sending", (event) => { const state = forms.get(event.target); if (state) state.sent = read(event.target); });
  document.addEventListener("strongsuit:saved", (event) => saved(event.target));
  document.addEventListener("htmx:afterRequest", acknowledged);
  document.addEventListener("htmx:afterSettle", (event) => { for (const form of event.target.querySelectorAll?.("form[data-keep]") ?? []) attach(form); });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-sign-out]")) {
      drop(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
    } else if (form.dataset.keep && !form.elements._keep) {
      const mark = document.createElement("input");
      Object.assign(mark, { type: "hidden", name: "_keep", value: form.dataset.keep });
      form.append(mark);
    }
  });
}
