// Says by how much a text is too long, while one writes. Nothing is cut: [data-most="4000"].

const language = document.documentElement.lang;
const words = document.querySelector("[data-long-many]")?.dataset;

// Letters as the server counts them; most texts are short enough to know without counting.
function over(field) {
  const most = Number(field.dataset.most);
  const text = field.value.trim();
  if (text.length <= most) return 0;
  let count = 0;
  for (const letter of text) count += letter ? 1 : 0;
  return Math.max(0, count - most);
}

function look(field) {
  const many = over(field);
  const box = field.form?.querySelector(`[data-error-for="${CSS.escape(field.name)}"]`);
  if (!many && !("tooLong" in field.dataset)) return;
  if (many) field.dataset.tooLong = "";
  else delete field.dataset.tooLong;
  many ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
  if (!box || !words) return;
  const said = (many === 1 ? words.longOne : words.longMany)
    .replace("{over}", many.toLocaleString(language)).replace("{most}", Number(field.dataset.most).toLocaleString(language));
  box.hidden = !many;
  box.querySelector("[data-error-words]").textContent = many ? said : "";
  box.closest(".field")?.classList.toggle("field-wrong", Boolean(many));
}

const within = (part) => { for (const field of part.querySelectorAll?.("[data-most]") ?? []) look(field); };

within(document);
document.addEventListener("htmx:afterSettle", (event) => within(event.target));
// Words that come back from the device are told to the form as a whole.
document.addEventListener("input", (event) => { event.target.dataset.most ? look(event.target) : within(event.target); });
