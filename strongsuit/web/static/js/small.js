// Small things: copy, narrow a list, read aloud, close a menu.

const say = (words) => document.dispatchEvent(new CustomEvent("strongsuit:toast", { detail: words }));

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
    say(button.dataset.copied);
  });
}

for (const box of document.querySelectorAll("[data-filter]")) {
  const list = document.getElementById(box.dataset.filter);
  const found = box.querySelector("[data-filter-found]");
  if (!list) continue;
  const items = list.tagName === "TABLE" ? list.tBodies[0].rows : list.children;
  box.hidden = false;
  box.querySelector("input").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const item of items) {
      item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
      count += item.hidden ? 0 : 1;
    }
    found.textContent = !wanted ? "" : count === 1 ? found.dataset.one : found.dataset.many.replace("{n}", count);
  });
}

// Only voices that live on the device: what is read never leaves it.
const localVoice = (language) => speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language.split("-")[0]));
const SPEED = { slow: .7, fast: 1.25 };

function offerReading() {
  for (const button of document.querySelectorAll("[data-read-aloud]")) {
    const text = document.getElementById(button.dataset.readAloud);
    const language = text?.closest("[lang]")?.lang || "en";
    button.hidden = !text || !localVoice(language);
    button.onclick = () => {
      if (speechSynthesis.speaking) return speechSynthesis.cancel();
      const words = button.querySelector("span");
      const usual = words.textContent;
      const speech = new SpeechSynthesisUtterance(text.innerText);
      speech.voice = localVoice(language);
      speech.lang = language;
      speech.rate = SPEED[document.documentElement.dataset.speech] || 1;
      words.textContent = button.dataset.stop;
      speech.onend = speech.onerror = () => { words.textContent = usual; };
      speechSynthesis.speak(speech);
    };
  }
}
if ("speechSynthesis" in window && document.querySelector("[data-read-aloud]")) {
  offerReading();
  speechSynthesis.addEventListener("voiceschanged", offerReading);
}

for (const menu of document.querySelectorAll("[data-menu]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
}
