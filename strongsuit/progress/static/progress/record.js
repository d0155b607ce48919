// Numbers for the thumb: one less, one more; and a number that found no connection is sent again by itself.

const RETRY = 5000;
const separator = (1.5).toLocaleString(document.documentElement.lang || "en").charAt(1);

const read = (text) => Number.parseFloat(String(text).replace(",", "."));

function stepped(button) {
  const form = button.closest("form");
  const input = document.getElementById(button.getAttribute("aria-controls"));
  const step = Number(button.dataset.step);
  const start = read(input.value || form.dataset.from || "0");
  const digits = String(Math.abs(step)).split(".")[1]?.length ?? 0;
  const base = Number.isFinite(start) ? start : 0;
  const shown = Math.max(digits, String(base).split(".")[1]?.length ?? 0);
  // The first press shows the last number itself, so that one sees where one starts.
  const value = input.value === "" && form.dataset.from ? base : base + step;
  input.value = value.toFixed(shown).replace(".", separator);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function attach(within) {
  for (const button of within.querySelectorAll("[data-step][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => stepped(button));
  }
}

function lost(form) {
  const state = form.querySelector("[data-record-state]");
  if (!state) return;
  state.textContent = form.dataset.offline;
  state.dataset.state = "trouble";
  clearTimeout(form.again);
  form.again = setTimeout(() => send(form), RETRY);
}

// A level that was pressed comes again with the same press; a typed number is still in its box.
function send(form) {
  clearTimeout(form.again);
  if (form.isConnected) form.requestSubmit(form.pressed?.isConnected ? form.pressed : undefined);
}

attach(document);
document.addEventListener("htmx:afterSettle", (event) => attach(event.target.isConnected ? event.target : document));
document.addEventListener("submit", (event) => { if (event.target.matches("[data-record]")) event.target.pressed = event.submitter; }, true);
document.addEventListener("htmx:sendError", (event) => { const form = event.target.closest("[data-record]"); if (form) lost(form); });
document.addEventListener("htmx:responseError", (event) => {
  const form = event.target.closest("[data-record]");
  // Signed out: the page to sign in comes by itself when the form is sent plainly.
  if (form && [401, 403].includes(event.detail.xhr.status)) { form.removeAttribute("hx-post"); HTMLFormElement.prototype.submit.call(form); }
  else if (form) lost(form);
});
addEventListener("online", () => { for (const form of document.querySelectorAll("[data-record]")) if (form.again) send(form); });
