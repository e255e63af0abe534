// While somebody types, the claim is set and checked anew beside the form. Nothing is stored in the browser.
"use strict";

(() => {
  const form = document.getElementById("editor");
  const looks = document.querySelector("#looks .looks");
  const told = document.querySelector("#looks .told");
  if (!form || !looks || !told) return;

  const PAUSE = 400; // milliseconds after the last key
  let typed = "typed" in form.dataset;
  let leaving = false;
  let timer = 0;
  let asked = null;
  let waiting = null;

  const tell = (words) => {
    if (told.textContent !== words) told.textContent = words;
  };

  const show = (part) => {
    if (looks.contains(document.activeElement)) {
      waiting = part; // who stands in there is not thrown out
      return;
    }
    waiting = null;
    const news = part.querySelector(".news");
    if (news) tell(news.content.textContent.trim());
    looks.replaceChildren(part);
  };

  const ask = async () => {
    if (asked) asked.abort();
    const mine = new AbortController();
    asked = mine;
    try {
      const answer = await fetch(form.dataset.check, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Part": "looks" },
        signal: mine.signal,
      });
      if (answer.redirected || !answer.ok) {
        tell("Not checked: you may be signed out. Sign in again in another window; your words stay here.");
        return;
      }
      const part = document.createElement("template");
      part.innerHTML = await answer.text();
      show(part.content);
    } catch (error) {
      if (error.name !== "AbortError") tell("Not checked: no connection. Your words stay here.");
    }
  };

  form.addEventListener("input", () => {
    typed = true;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  looks.addEventListener("focusout", () => {
    if (waiting) setTimeout(() => waiting && show(waiting));
  });
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed && !leaving) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key !== "s" && event.key !== "Enter") return;
    event.preventDefault();
    form.requestSubmit(document.getElementById("save"));
  });
  document.querySelector(".keys").hidden = false;
})();
