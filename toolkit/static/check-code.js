// Says "mistyped" while the code of a printed sheet is typed, from its check character alone: no network is needed.
// The arithmetic and the words are those of fact_sheets/codes.py. Without this script the server says the same.
"use strict";

(() => {
  const field = document.getElementById("code");
  const told = document.getElementById("code-told");
  if (!field || !told) return;
  const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  const LENGTH = 10;
  const LOOKALIKES = { 0: "digit 0", O: "letter O", 1: "digit 1", I: "letter I", L: "letter L" };

  // Empty while there is nothing wrong; "…" while there are too few characters to tell.
  const wrong = (typed) => {
    const kept = [...typed.normalize("NFKC").toUpperCase()].filter((sign) => !/[\s\p{Pd}]/u.test(sign));
    for (const sign of kept) {
      if (sign in LOOKALIKES) return `A code never has the ${LOOKALIKES[sign]}; please look again.`;
      if (!ALPHABET.includes(sign)) return "A code has only letters and digits.";
    }
    if (kept.length < LENGTH) return "…";
    if (kept.length > LENGTH) return `A code has ${LENGTH} characters; this has ${kept.length}.`;
    const sum = kept.reduce((total, sign, place) => total + (place + 1) * ALPHABET.indexOf(sign), 0);
    if (sum % ALPHABET.length) return "A character is wrong, or two are exchanged; please compare with the sheet.";
    return "";
  };

  const tell = () => {
    const why = wrong(field.value);
    if (why === "…") told.textContent = "";
    else told.textContent = why ? `Mistyped. ${why}` : "Well formed. Check the sheet to see whether it still stands.";
    field.toggleAttribute("data-mistyped", why !== "" && why !== "…");
  };

  field.addEventListener("input", tell);
  field.form.addEventListener("submit", (event) => {
    tell();
    if (field.hasAttribute("data-mistyped")) {
      event.preventDefault();
      field.focus();
    } else if (!navigator.onLine) {
      event.preventDefault();
      told.textContent = "There is no network. Whether the sheet still stands cannot be seen now; try again later.";
    }
  });
})();
