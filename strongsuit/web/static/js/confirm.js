// Asks before what cannot be undone: form[data-confirm="Sentence?"].

const dialog = document.querySelector("[data-confirm-dialog]");
let waiting = null;

if (dialog) {
  const yes = dialog.querySelector("[data-confirm-yes]");
  const usual = yes.textContent;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = { form, by: event.submitter };
    dialog.querySelector("[data-confirm-words]").textContent = form.dataset.confirm;
    yes.textContent = form.dataset.confirmYes || usual;
    dialog.showModal();
  }, true);

  yes.addEventListener("click", () => {
    const { form, by } = waiting;
    dialog.close();
    form.dataset.confirmed = "yes";
    form.requestSubmit(by);
    delete form.dataset.confirmed;
  });
  dialog.querySelector("[data-confirm-no]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => waiting?.by?.focus());
}
