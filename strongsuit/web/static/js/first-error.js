// Leads to what needs another look: the error summary takes the focus, on a new page and after a swap.

function lead(within) {
  const summary = within.matches?.("[data-error-summary]") ? within : within.querySelector?.("[data-error-summary]");
  if (!summary) return;
  summary.focus();
}

lead(document);
document.addEventListener("htmx:afterSettle", (event) => lead(event.target));
