// A button beside each password that shows what one types.

const template = document.querySelector("template[data-reveal-button]");

for (const input of template ? document.querySelectorAll("input[data-reveal]") : []) {
  const button = template.content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
  });
  input.form.addEventListener("submit", () => (input.type = "password"));
  input.after(button);
}
