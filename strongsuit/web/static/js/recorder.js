// A photo, a recording or a file for a form: [data-media-field]. Without this the box to choose a file works as ever.

const MOST_SECONDS = 180;
// What a browser records by itself; the server makes one kind of all of them.
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const PHOTO = /^image\//;
const SOUND = /^audio\//;
const still = () => document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;

class Recorder {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input[type=file]:not([data-media-camera])");
    this.part = (name) => box.querySelector(`[data-media-${name}]`);
    this.on("photo", () => this.part("camera").click());
    this.on("record", () => this.record());
    this.on("stop", () => this.stop());
    this.on("listen", () => this.listen());
    this.on("again", () => this.record());
    this.on("keep", () => this.keep());
    this.on("remove", () => this.remove());
    this.input.addEventListener("change", () => this.look());
    this.part("camera")?.addEventListener("change", (event) => this.put(event.target.files[0]));
    // Who forgets to press "Keep it" has recorded it all the same.
    this.input.form?.addEventListener("submit", (event) => this.sending(event), true);
    addEventListener("pagehide", () => this.close());
    this.part("tools").hidden = false;
    this.rest();
  }

  on(name, deed) { this.part(name)?.addEventListener("click", deed); }

  say(name, values = {}) {
    let words = name ? this.box.dataset[name] : "";
    for (const [key, value] of Object.entries(values)) words = words.replace(`{${key}}`, value);
    this.part("say").textContent = words;
  }

  // Only the buttons that do something now; the focus goes along, so that one switch is enough.
  show(...names) {
    const held = this.part("tools").contains(document.activeElement);
    for (const name of ["photo", "record", "stop", "listen", "again", "keep", "remove"]) {
      const button = this.part(name);
      if (button) button.hidden = !names.includes(name);
    }
    if (held) this.part(names[0])?.focus();
  }

  rest() {
    const able = navigator.mediaDevices?.getUserMedia && window.MediaRecorder && this.part("record");
    const camera = this.part("photo") && matchMedia("(pointer: coarse)").matches;
    this.show(...[able && "record", camera && "photo"].filter(Boolean));
  }

  async record() {
    this.forget();
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.rest();
      return this.say("closed");
    }
    this.pieces = [];
    this.recorder = new MediaRecorder(this.stream, { mimeType: TYPES.find((type) => MediaRecorder.isTypeSupported(type)), audioBitsPerSecond: 64_000 });
    this.recorder.addEventListener("dataavailable", (event) => { if (event.data.size) this.pieces.push(event.data); });
    this.recorder.addEventListener("stop", () => this.recorded());
    this.recorder.start(1000);
    this.began = performance.now();
    this.meter();
    this.ticking = setInterval(() => this.tick(), 250);
    this.show("stop");
    this.part("stop").focus();
    this.say("recording", { seconds: 0, most: MOST_SECONDS });
  }

  get seconds() { return Math.round((performance.now() - this.began) / 1000); }

  tick() {
    this.level();
    this.box.dataset.lasts = this.seconds;
    if (this.seconds >= MOST_SECONDS) return this.stop("full");
    // Spoken every ten seconds and not every second.
    if (this.seconds !== this.told && this.seconds % 10 === 0) {
      this.told = this.seconds;
      this.say("recording", { seconds: this.seconds, most: MOST_SECONDS });
    }
  }

  meter() {
    this.sound ??= new AudioContext();
    this.sound.resume();
    this.hearing = this.sound.createAnalyser();
    // A sixth of a second, so that nothing said between two looks is missed.
    this.hearing.fftSize = 8192;
    this.sound.createMediaStreamSource(this.stream).connect(this.hearing);
    this.part("level").hidden = false;
    this.part("meter").hidden = still();
  }

  level() {
    const heights = new Float32Array(this.hearing.fftSize);
    this.hearing.getFloatTimeDomainData(heights);
    const now = heights.reduce((most, height) => Math.max(most, Math.abs(height)), 0);
    // Between two words it is not quiet yet.
    this.loud = Math.max(now, (this.loud ?? 0) * .85);
    if (!this.part("meter").hidden) this.part("meter").value = this.loud;
    const heard = this.box.dataset[this.loud > .015 ? "loud" : "quiet"];
    if (this.part("heard").textContent !== heard) this.part("heard").textContent = heard;
  }

  stop(why = "recorded") {
    clearInterval(this.ticking);
    if (this.recorder?.state !== "recording") return;
    this.why = why;
    this.lasted = Math.max(1, Math.min(MOST_SECONDS, this.seconds));
    this.recorder.stop();
    this.close();
  }

  close() {
    clearInterval(this.ticking);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    if (this.part("level")) this.part("level").hidden = true;
  }

  recorded() {
    const type = this.recorder.mimeType.split(";")[0];
    this.file = new File(this.pieces, `${this.box.dataset.name}.${type.split("/")[1]}`, { type });
    this.show("keep", "listen", "again", "remove");
    this.say(this.why, { seconds: this.lasted });
    this.settled?.();
  }

  // Played out of memory: the page's policy knows no address for it.
  async listen() {
    this.playing?.stop();
    const heard = await this.sound.decodeAudioData(await this.file.arrayBuffer());
    await this.sound.resume();
    this.playing = this.sound.createBufferSource();
    this.playing.buffer = heard;
    this.playing.connect(this.sound.destination);
    this.playing.addEventListener("ended", () => { if (this.file) this.say("played"); });
    this.playing.start();
    this.say("playing");
  }

  keep() {
    const { file } = this;
    this.file = null;
    this.playing?.stop();
    this.put(file, true);
    this.say("kept", { seconds: this.lasted });
    this.box.dispatchEvent(new CustomEvent("strongsuit:recorded", { bubbles: true, detail: { seconds: this.lasted } }));
  }

  sending(event) {
    if (this.recorder?.state === "recording") {
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      this.settled = () => { this.settled = null; this.keep(); this.input.form.requestSubmit(submitter); };
      this.stop();
    } else if (this.file) {
      this.keep();
    }
  }

  put(file) {
    if (!file) return;
    const taken = new DataTransfer();
    taken.items.add(file);
    this.input.files = taken.files;
    this.look();
  }

  look() {
    const file = this.input.files[0];
    this.preview(null);
    if (!file) return this.remove();
    const most = Number(this.input.dataset.mostBytes);
    if (file.size > most) {
      const has = Math.round(file.size / 1e6);
      this.remove();
      const sort = PHOTO.test(file.type) ? "photoLarge" : SOUND.test(file.type) ? "soundLarge" : "fileLarge";
      return this.say(sort, { has, most: Math.round(most / 1e6) });
    }
    if (PHOTO.test(file.type)) this.preview(file);
    this.show("remove");
    this.say("chosen", { name: file.name });
  }

  async preview(file) {
    const canvas = this.part("preview");
    if (!canvas) return;
    canvas.hidden = true;
    if (!file) return;
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return;
    const scale = Math.min(320 / picture.width, 240 / picture.height);
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.hidden = false;
  }

  forget() {
    this.playing?.stop();
    this.file = null;
    this.input.value = "";
    this.preview(null);
  }

  remove() {
    this.forget();
    this.close();
    this.say("");
    const held = this.part("tools").contains(document.activeElement);
    this.rest();
    if (held) (this.part("tools").querySelector("button:not([hidden])") ?? this.input).focus();
  }
}

function attach(within) {
  for (const box of within.querySelectorAll?.("[data-media-field]") ?? []) box.recorder ??= new Recorder(box);
}

attach(document);
document.addEventListener("htmx:afterSettle", (event) => attach(event.target));
