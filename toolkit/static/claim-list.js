// Keys of the list of claims. The way from row to row is the focus itself, so Enter opens as on any link.
"use strict";

(() => {
  const links = [...document.querySelectorAll(".claim-list .open")];
  const hint = document.querySelector(".keys");
  if (!links.length || !hint) return;
  const toggle = hint.querySelector("button");
  let on = localStorage.getItem("keys") !== "off";

  const say = () => {
    toggle.textContent = on ? "Turn the keys off" : "Turn the keys on";
  };

  const here = () => {
    const row = document.activeElement.closest("tr");
    return links.findIndex((link) => row && row.contains(link));
  };

  const go = (step) => {
    const next = Math.min(Math.max(here() + step, 0), links.length - 1);
    links[next].focus();
    links[next].closest("tr").scrollIntoView({ block: "nearest" });
  };

  const choose = () => {
    const row = document.activeElement.closest("tr");
    const box = row && row.querySelector("input[type='checkbox']");
    if (box) box.checked = !box.checked;
  };

  const deeds = {
    "/": () => document.querySelector("[name='q']").focus(),
    j: () => go(1),
    k: () => go(-1),
    x: choose,
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type='checkbox']), select, textarea");
    if (!on || typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in deeds)) return;
    event.preventDefault();
    deeds[event.key]();
  });

  toggle.addEventListener("click", () => {
    on = !on;
    localStorage.setItem("keys", on ? "on" : "off");
    say();
  });

  say();
  hint.hidden = false;
})();
