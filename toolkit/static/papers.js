// Papers are fetched from beside the text, so that a lost network or a busy server never takes the text away.
// Without this script the same buttons send a plain form.
"use strict";

(() => {
  const form = document.querySelector(".papers");
  if (!form) return;
  const told = form.querySelector("[role='status']");

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(URL.revokeObjectURL, 60000, link.href);
  };

  const LOST = "There is no network, so it could not be made. Your text is still here.";

  const fetchPaper = async (button) => {
    if (!navigator.onLine) {
      told.textContent = LOST;
      return;
    }
    const fields = new FormData(form);
    fields.set(button.name, button.value);
    told.textContent = "It is being made.";
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(fields),
        credentials: "omit",
        cache: "no-store",
      });
      const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
      if (answer.ok && name) {
        save(await answer.blob(), name[1]);
        told.textContent = `Saved as ${name[1]}.`;
      } else if (answer.status === 400) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        told.textContent = page.querySelector(".error").textContent;
      } else {
        told.textContent = "It could not be made this time. Your text is still here; try again in a few seconds.";
      }
    } catch {
      told.textContent = LOST;
    }
  };

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button.value.includes(".")) {
      event.preventDefault();
      fetchPaper(button);
    } else if (!navigator.onLine) {
      event.preventDefault();
      told.textContent = "There is no network, so nothing can be changed now. Your text is still here.";
    }
  });
})();
