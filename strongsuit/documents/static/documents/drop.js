// A file may be dropped anywhere on the page, and [data-drop] takes it: beside the box a browser would leave the page
// for it, or forget it. Without this the button to choose one works as ever.

for (const box of document.querySelectorAll("[data-drop]")) {
  const input = box.querySelector("input[type=file]");
  const words = box.querySelector("[data-drop-words]");
  const { chosen, tooLarge, mostBytes } = box.dataset;
  if (!input) continue;

  const look = () => {
    const file = input.files[0];
    const large = file && file.size > Number(mostBytes);
    words.textContent = file ? (large ? tooLarge : chosen).replace("{name}", file.name) : "";
    // What is too large would be refused as a whole, and with it the text that was pasted.
    if (large) input.value = "";
  };

  input.addEventListener("change", look);
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      box.classList.add("drop-over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    // Out of the window, and not from one element into the next.
    if (!event.relatedTarget) box.classList.remove("drop-over");
  });
  document.addEventListener("drop", (event) => {
    box.classList.remove("drop-over");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    const taken = new DataTransfer();
    taken.items.add(event.dataTransfer.files[0]);
    input.files = taken.files;
    look();
    box.scrollIntoView({ block: "nearest" });
  });
}
