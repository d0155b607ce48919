// Reads words aloud with a voice of the device and marks what is being said: [data-speak="id"].

// Only voices that live on the device: what is read never leaves it.
const SPEED = { slow: .7, fast: 1.25 };
const speech = window.speechSynthesis;
const marks = "highlights" in CSS && window.Highlight ? new Highlight() : null;
if (marks) CSS.highlights.set("spoken", marks);

const voiceFor = (language) => speech?.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language.split("-")[0].toLowerCase()));
const languageOf = (element) => element.closest("[lang]")?.lang || "en";

let run = 0;
let finish = null;

function clear() {
  marks?.clear();
  for (const element of document.querySelectorAll(".is-spoken")) element.classList.remove("is-spoken");
}

// The piece of text from one place to another, across the nodes it stands in.
function mark(element, from, to) {
  clear();
  if (!marks) return element.classList.add("is-spoken");
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = at + node.data.length;
    if (!begun && from < end) { range.setStart(node, from - at); begun = true; }
    if (begun && to <= end) { range.setEnd(node, to - at); marks.add(range); return; }
    at = end;
  }
  element.classList.add("is-spoken");
}

// Where each sentence begins and ends; without Intl.Segmenter the whole text is one.
function sentences(text, language) {
  if (!Intl.Segmenter) return [[0, text.length]];
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((part) => [part.index, part.index + part.segment.length]);
}

function wordEnd(text, from, length) {
  if (length) return from + length;
  const rest = text.slice(from).search(/[\s.,;:!?]/);
  return rest < 0 ? text.length : from + Math.max(1, rest);
}

function say(element, mine) {
  const language = languageOf(element);
  const voice = voiceFor(language);
  const text = element.textContent;
  if (!voice || !text.trim()) return Promise.resolve();
  return sentences(text, language).reduce((before, [from, to]) => before.then(() => new Promise((done) => {
    if (mine !== run) return done();
    const words = new SpeechSynthesisUtterance(text.slice(from, to));
    Object.assign(words, { voice, lang: voice.lang, rate: SPEED[document.documentElement.dataset.speech] || 1 });
    // The sentence is marked at once; a voice that tells where it is narrows the mark to the word.
    words.onstart = () => mine === run && mark(element, from, to);
    words.onboundary = (event) => mine === run && event.name === "word" && mark(element, from + event.charIndex, wordEnd(text, from + event.charIndex, event.charLength));
    words.onend = words.onerror = done;
    speech.speak(words);
  })), Promise.resolve());
}

function quiet() {
  run += 1;
  speech?.cancel();
  clear();
  finish?.();
  finish = null;
}

async function read(elements) {
  quiet();
  const mine = run;
  for (const element of elements) if (mine === run) await say(element, mine);
  if (mine === run) quiet();
}

function noVoice(button) {
  const note = document.createElement("span");
  note.className = "finder-no-voice";
  note.textContent = button.dataset.noVoice;
  button.parentElement.querySelector(".finder-no-voice")?.remove();
  button.after(note);
  document.dispatchEvent(new CustomEvent("strongsuit:announce", { detail: button.dataset.noVoice }));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-speak]");
  if (!button) return;
  const first = document.getElementById(button.dataset.speak);
  if (!first) return;
  if (finish) return quiet();
  if (!voiceFor(languageOf(first))) return noVoice(button);
  const more = button.dataset.speakMore ? [...(button.closest("form") ?? document).querySelectorAll(button.dataset.speakMore)] : [];
  const words = button.querySelector("span");
  const usual = words.textContent;
  const reading = read([first, ...more]);
  words.textContent = button.dataset.stopWords;
  finish = () => { words.textContent = usual; };
  return reading;
});

// The scanning frame and the cards ask for words without knowing about voices.
document.addEventListener("strongsuit:say", (event) => read([event.detail]));
document.addEventListener("strongsuit:quiet", quiet);
addEventListener("pagehide", quiet);
speech?.getVoices();

// Without scripts there is no button that could not read.
const offer = () => { for (const button of document.querySelectorAll("[data-speak][hidden]")) button.hidden = false; };
offer();
document.addEventListener("strongsuit:card", offer);
