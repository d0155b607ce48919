// Says things: a toast for eyes, a polite region for ears. Others send "strongsuit:announce".

const region = document.querySelector("[data-announce]");
const toasts = document.querySelector("[data-toasts]");

export function announce(words) {
  if (!region) return;
  region.textContent = "";
  // A region that was empty a moment ago is read even when the same words come twice.
  setTimeout(() => { region.textContent = words; }, 60);
}

function toast(words) {
  const box = document.createElement("p");
  box.className = "toast";
  box.textContent = words;
  toasts.append(box);
  setTimeout(() => box.remove(), 6000);
}

document.addEventListener("strongsuit:announce", (event) => announce(event.detail));
document.addEventListener("strongsuit:toast", (event) => {
  toast(event.detail);
  announce(event.detail);
});
document.addEventListener("htmx:afterSwap", (event) => {
  const said = event.target.matches?.("[data-toast]") ? event.target : event.target.querySelector?.("[data-toast]");
  if (said) document.dispatchEvent(new CustomEvent("strongsuit:toast", { detail: said.dataset.toast }));
});
