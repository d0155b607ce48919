// Own pages: lines dragged into another order, and the big page turned by keys. Both work without this by buttons.

for (const list of document.querySelectorAll("[data-arrange]")) {
  const lines = () => [...list.querySelectorAll("[data-line]")];
  if (lines().length < 2) continue;
  let held = null;
  for (const line of lines()) {
    line.draggable = true;
    line.addEventListener("dragstart", (event) => {
      held = line;
      event.dataTransfer.effectAllowed = "move";
    });
    line.addEventListener("dragover", (event) => {
      if (!held || held === line) return;
      event.preventDefault();
      line.dataset.over = "";
    });
    line.addEventListener("dragleave", () => delete line.dataset.over);
    line.addEventListener("drop", (event) => {
      event.preventDefault();
      delete line.dataset.over;
      const order = lines();
      if (order.indexOf(held) < order.indexOf(line)) line.after(held); else line.before(held);
      held = null;
      keep(list, lines());
    });
    line.addEventListener("dragend", () => { held = null; });
  }
}

// The whole page is asked for again: its buttons know the new places.
function keep(list, lines) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = list.dataset.arrange;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const [name, value] of [["csrfmiddlewaretoken", token], ...lines.map((line) => ["line", line.dataset.line])]) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.requestSubmit();
}

// What stands on the stage changes in place, so that a full screen stays full.
const stage = document.querySelector("[data-stage]");
if (stage) {
  const back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const next = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if ([next, "PageDown"].includes(event.key)) stage.querySelector("[data-turn=next]")?.click();
    if ([back, "PageUp"].includes(event.key)) stage.querySelector("[data-turn=back]")?.click();
  });
  const offer = () => { for (const button of stage.querySelectorAll("[data-full]")) button.hidden = !document.fullscreenEnabled; };
  offer();
  stage.addEventListener("htmx:afterSettle", offer);
  stage.addEventListener("click", (event) => {
    if (!event.target.closest("[data-full]")) return;
    if (document.fullscreenElement) document.exitFullscreen(); else stage.requestFullscreen();
  });
}
