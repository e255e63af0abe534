// The podium: one idea a screen, a clock, and shorter versions at a touch. It needs no network and keeps nothing.
// Without this script the page is the same text as a list with its times.
"use strict";

(() => {
  const podium = document.querySelector("dialog.podium");
  const start = document.querySelector(".start");
  if (!podium || !podium.showModal) return;

  const lines = [...document.querySelectorAll(".said > li")].map((item) => ({
    words: Number(item.dataset.words),
    shortest: Number(item.dataset.shortest),
    text: item.querySelector(".words").dataset.text,
  }));
  const versions = podium.dataset.versions.split(" ").map(Number);
  const rate = Number(podium.dataset.rate); // spoken words a minute of the limit
  const part = (name) => podium.querySelector(`.${name}`);
  const [clock, count, leave, now, line, cuts, back, on, dark] = [
    "clock", "count", "leave", "now", "line", "cuts", "back", "on", "dark",
  ].map(part);
  const [LARGEST, SMALLEST, SWIPE, STILL] = [72, 22, 40, 12]; // pixels
  const WIDTHS = 8; // lines of a few words are read at a glance: so many letters' heights to the width of the screen

  let limit = versions[0];
  let at = 0;
  let began = 0;
  let took = 0;
  let ticking = 0;
  let lamp = null;

  const said = (index) => lines[index].shortest <= limit;
  const kept = () => lines.map((_, index) => index).filter(said);
  const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const seconds = () => (began ? (performance.now() - began) / 1000 : 0);

  const tick = () => {
    const left = Math.ceil(limit - (took || seconds()));
    clock.textContent = left >= 0 ? minutes(left) : `+${minutes(-left)}`;
    podium.classList.toggle("late", left <= 15 && began > 0);
  };

  // As large as the screen allows; what is too long even when small can be scrolled.
  const fit = () => {
    let size = Math.min(LARGEST, Math.round(window.innerWidth / WIDTHS));
    do line.style.fontSize = `${size}px`;
    while (now.scrollHeight > now.clientHeight && (size -= 2) >= SMALLEST);
    now.scrollTop = 0;
  };

  const offerCuts = () => {
    const buttons = versions.filter((version) => version !== limit).map((version) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = version < limit ? `Cut to ${minutes(version)}` : `Back to ${minutes(version)}`;
      button.addEventListener("click", () => cutTo(version));
      return button;
    });
    cuts.replaceChildren(...buttons);
  };

  const show = () => {
    const shown = kept();
    const spoken = shown.filter((index) => index <= at).reduce((sum, index) => sum + lines[index].words, 0);
    count.textContent = `${shown.indexOf(at) + 1} of ${shown.length}`;
    leave.textContent = `line ends at ${minutes(Math.max(0, Math.floor(limit - (spoken * 60) / rate)))}`;
    line.textContent = lines[at].text;
    back.disabled = at === shown[0];
    on.textContent = !began ? "Start the clock" : at === shown.at(-1) ? "I am done" : "Next";
    fit();
    tick();
  };

  const cutTo = (version) => {
    limit = version;
    if (!said(at)) at = kept().find((index) => index > at) ?? kept().at(-1);
    offerCuts();
    on.focus();
    show();
  };

  const finish = () => {
    took = seconds();
    clearInterval(ticking);
    line.textContent = `You took ${minutes(Math.round(took))} of ${minutes(limit)}.`;
    on.textContent = "Close";
    fit();
    tick();
  };

  const onward = () => {
    if (took) return podium.close();
    if (!began) {
      began = performance.now();
      ticking = setInterval(tick, 250);
      return show();
    }
    const next = kept().find((index) => index > at);
    if (next === undefined) return finish();
    at = next;
    return show();
  };

  const backward = () => {
    if (took) return;
    at = kept().findLast((index) => index < at) ?? at;
    show();
  };

  const light = async () => {
    try {
      lamp = await navigator.wakeLock.request("screen");
      dark.hidden = true;
    } catch {
      dark.hidden = false; // old browser, no secure connection, or a battery that is nearly empty
    }
  };

  const open = () => {
    [at, began, took] = [0, 0, 0];
    podium.showModal();
    window.history.pushState({}, ""); // so that Back leaves the podium and not the page
    offerCuts();
    on.focus();
    at = kept()[0];
    show();
    light();
  };

  const closed = () => {
    clearInterval(ticking);
    if (lamp) lamp.release();
    lamp = null;
    if (window.history.state) window.history.back();
  };

  const keys = {
    ArrowRight: onward, PageDown: onward, " ": onward,
    ArrowLeft: backward, PageUp: backward,
  };

  start.hidden = false;
  start.querySelector("button").addEventListener("click", open);
  on.addEventListener("click", onward);
  back.addEventListener("click", backward);
  part("shut").addEventListener("click", () => podium.close());
  podium.addEventListener("close", closed);
  window.addEventListener("popstate", () => podium.close());
  window.addEventListener("resize", () => podium.open && !took && show());
  document.addEventListener("visibilitychange", () => podium.open && !document.hidden && light());

  podium.addEventListener("keydown", (event) => {
    const deed = keys[event.key];
    if (!deed || (event.key === " " && event.target.closest("button"))) return;
    event.preventDefault();
    deed();
  });

  // A swipe or a tap: to the left or on the right for the next screen.
  let down = null;
  now.addEventListener("pointerdown", (event) => (down = event));
  now.addEventListener("pointerup", (event) => {
    if (!down) return;
    const [across, along] = [event.clientX - down.clientX, event.clientY - down.clientY];
    down = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(along)) return across < 0 ? onward() : backward();
    if (Math.hypot(across, along) < STILL) return event.clientX > window.innerWidth / 3 ? onward() : backward();
    return undefined;
  });

  // What is on the screen is the only copy there is: ask before it is lost where it cannot be made again.
  window.addEventListener("beforeunload", (event) => {
    if (podium.open || !navigator.onLine) event.preventDefault();
  });
})();
