// Reading a paragraph against the clock sets the pace. Without this script the page says how to do it with a watch.
"use strict";

(() => {
  const box = document.querySelector(".rehearsal");
  const pace = document.getElementById("pace");
  if (!box || !pace) return;

  const words = Number(box.dataset.words);
  const slowest = Number(box.dataset.slowest);
  const fastest = Number(box.dataset.fastest);
  const button = box.querySelector("button");
  const told = box.querySelector("[role='status']");
  const SHORTEST = 8; // seconds; nobody reads the paragraph aloud in less
  let began = 0;

  const judge = (seconds) => {
    if (seconds < SHORTEST) return "That was too short to be the whole paragraph. Read it once more.";
    const measured = Math.round((words * 60) / seconds);
    const kept = Math.min(fastest, Math.max(slowest, measured));
    pace.value = String(kept);
    const limit = kept === measured ? "" : ` We reckon with ${kept}, the ${kept === slowest ? "slowest" : "fastest"} we plan for.`;
    return `${Math.round(seconds)} seconds: ${measured} words a minute.${limit} Your pace is set.`;
  };

  button.addEventListener("click", () => {
    if (began) {
      told.textContent = judge((performance.now() - began) / 1000);
      began = 0;
    } else {
      told.textContent = "The clock runs. Read to the end, then stop it.";
      began = performance.now();
    }
    button.textContent = began ? "Stop" : "Read it again";
  });

  box.querySelector(".clocked").hidden = false;
  box.querySelector(".by-watch").hidden = true;
})();
