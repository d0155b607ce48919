// Warns two minutes before an idle sign-out, aloud, and can extend; typed words stay either way.

const dialog = document.querySelector("[data-session-warning]");
const WARN = 120;

if (dialog) {
  const idle = Number(dialog.dataset.idleSeconds);
  const words = dialog.querySelector("[data-session-words]");
  const extend = dialog.querySelector("[data-session-extend]");
  const signIn = dialog.querySelector("[data-session-sign-in]");
  // Another tab may have kept the sign-in alive.
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("strongsuit-session") : null;
  let alive = Date.now();
  let said = Infinity;

  const seen = (from) => {
    alive = Date.now();
    said = Infinity;
    if (dialog.open) dialog.close();
    if (from === "here") tabs?.postMessage("alive");
  };
  const left = () => idle - Math.floor((Date.now() - alive) / 1000);
  const say = (rest) => {
    // Spoken at two minutes, one minute and half a minute; never every second.
    const mark = [120, 60, 30, 10].filter((at) => rest <= at).pop();
    if (mark === undefined || mark >= said) return;
    said = mark;
    words.textContent = mark === 120 ? dialog.dataset.twoMinutes : mark === 60 ? dialog.dataset.oneMinute : dialog.dataset.seconds.replace("{n}", mark);
  };
  const end = () => {
    clearInterval(clock);
    words.textContent = dialog.dataset.ended;
    extend.hidden = true;
    dialog.querySelector("[data-session-note]").hidden = true;
    signIn.hidden = false;
    signIn.search = new URLSearchParams({ next: location.pathname + location.search });
    document.dispatchEvent(new Event("strongsuit:signed-out"));
    signIn.focus();
  };
  const look = () => {
    const rest = left();
    if (rest > WARN) return;
    if (!dialog.open) dialog.showModal();
    if (rest <= 0) end();
    else say(rest);
  };
  const clock = setInterval(look, 1000);

  extend.addEventListener("click", async () => {
    const answer = await fetch(dialog.dataset.extendUrl, {
      method: "POST", redirect: "manual", headers: { "X-CSRFToken": dialog.dataset.csrf },
    }).catch(() => null);
    if (answer?.ok) {
      seen("here");
      document.dispatchEvent(new CustomEvent("strongsuit:announce", { detail: dialog.dataset.extended }));
    } else if (answer) {
      end();
    }
  });
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); extend.click(); });
  document.addEventListener("strongsuit:saved", () => seen("here"));
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) seen("here"); });
  document.addEventListener("visibilitychange", look);
  tabs?.addEventListener("message", () => seen("elsewhere"));
  tabs?.postMessage("alive");
}
