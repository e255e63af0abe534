// Passkeys: asks our server what to sign, the device to sign it, and sends the answer with the form it belongs to.
"use strict";

(() => {
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) return; // codes still work

  const asked = async (form) => {
    const token = form.querySelector("[name=csrf_token]").value;
    const answer = await fetch(form.dataset.question, { method: "POST", headers: { "X-CSRFToken": token } });
    if (!answer.ok || answer.redirected) throw new Error("no question");
    return answer.json();
  };

  const devices = {
    create: async (question) =>
      navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) }),
    get: async (question) =>
      navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) }),
  };

  const sayTrouble = (form, failure) => {
    const trouble = form.querySelector("[data-trouble]");
    trouble.hidden = false;
    trouble.textContent =
      failure.name === "InvalidStateError"
        ? "This device has a passkey for you already."
        : "The passkey was not used. Try again, or take the other way below.";
  };

  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const credential = await devices[form.dataset.passkey](await asked(form));
        form.elements.answer.value = JSON.stringify(credential.toJSON());
      } catch (failure) {
        sayTrouble(form, failure);
        return;
      }
      form.submit();
    });
  }
})();
