// A page with somebody's own words. It forgets them when it is left, and does not lose them for want of a network.
"use strict";

(() => {
  // Browsers may keep a page that was left and show it again on Back; the next person must not read it.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    const heading = document.createElement("h1");
    heading.textContent = "This page was cleared when you left it";
    const again = document.createElement("a");
    again.href = window.location.pathname;
    again.textContent = "Start again";
    document.querySelector("main").replaceChildren(heading, again);
  });

  for (const notice of document.querySelectorAll("form .offline")) {
    notice.closest("form").addEventListener("submit", (event) => {
      notice.hidden = navigator.onLine;
      if (!navigator.onLine) event.preventDefault();
    });
  }
})();
