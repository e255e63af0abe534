// The start page's field with suggestions. Without this script it is a plain form that leads to a page of results.
"use strict";

(() => {
  const field = document.querySelector("[data-suggestions]");
  if (!field || !window.accessibleAutocomplete) return;

  const input = field.querySelector("input");
  const described = input.getAttribute("aria-describedby");
  const invalid = input.getAttribute("aria-invalid");
  const PAUSE = 120; // milliseconds of silence before the server is asked
  let waiting = 0;
  let asking = null;

  const escaped = (text) => {
    const element = document.createElement("span");
    element.textContent = text;
    return element.innerHTML;
  };

  const suggestion = (place) =>
    place && `<b>${escaped(place.name)}</b><span class="where">${escaped(place.where || "the whole state")}</span>`;

  const ask = async (typed, show) => {
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      const address = `${field.dataset.suggestions}?q=${encodeURIComponent(typed.slice(0, 100))}`;
      const answer = await fetch(address, { signal: asking.signal, credentials: "omit" });
      show(answer.ok ? (await answer.json()).places : []);
    } catch (failure) {
      if (failure.name !== "AbortError") show([]); // the form still works
    }
  };

  const holder = document.createElement("div");
  field.replaceChildren(holder);
  window.accessibleAutocomplete({
    element: holder,
    id: input.id,
    name: input.name,
    defaultValue: input.value,
    minLength: 2,
    autoselect: false,
    confirmOnBlur: false,
    showNoOptionsFound: false,
    displayMenu: "inline",
    source: (typed, show) => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE, typed, show);
    },
    templates: {
      inputValue: (place) => (place ? place.label : ""),
      suggestion,
    },
    onConfirm: (place) => {
      if (place) window.location.assign(place.url);
    },
    tAssistiveHint: () =>
      "When suggestions appear, use the up and down arrows to review them and enter to open one.",
  });

  const made = document.getElementById(input.id);
  made.setAttribute("type", "search");
  made.setAttribute("aria-describedby", [described, made.getAttribute("aria-describedby")].filter(Boolean).join(" "));
  if (invalid) made.setAttribute("aria-invalid", invalid);
  // The list stands above the button. It may neither open nor close while the button is pressed, or the
  // button would move away before it is let go, and nothing would happen.
  made.form.querySelector("button").addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus, and so the list stays
    clearTimeout(waiting);
    if (asking) asking.abort();
  });
  // Enter in the field itself means "look for what I typed"; the list would swallow it.
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    made.form.requestSubmit();
  });
})();
