// Shows a choice of letters and colors at once; the form keeps it.

const form = document.querySelector("[data-display-form]");
const usual = { size: "1", font: "hyperlegible" };

form?.addEventListener("change", (event) => {
  const { name, value } = event.target;
  if (!name || name === "next") return;
  if (value && value !== usual[name]) document.documentElement.dataset[name] = value;
  else delete document.documentElement.dataset[name];
});
