// Comforts on top of pages that work without them: keys, copying, stepping through the hits.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  all(".js-only").forEach((element) => { element.hidden = false; });

  // Browsers without ::details-content cannot show a closed <details>; open it where there is room.
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 56.01rem)").matches) {
    all("details[data-open-wide]").forEach((element) => { element.open = true; });
  }

  const say = (button, text) => {
    const label = button.querySelector("span");
    const before = label.textContent;
    label.textContent = text;
    button.disabled = true;
    setTimeout(() => { label.textContent = before; button.disabled = false; }, 1500);
  };
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea"); // a page over plain http has no clipboard object
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-copy-text]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copyText);
    await copy(source ? source.textContent.trim() : new URL(button.dataset.copy, location.href).href);
    say(button, button.dataset.copied);
  });

  // One pop-up at a time; Escape and a click elsewhere close it.
  const closePops = (except) => all("details.pop[open]").forEach((pop) => { if (pop !== except) pop.open = false; });
  document.addEventListener("click", (event) => closePops(event.target.closest("details.pop")));

  const hits = all("mark[id^='hit-']");
  const counter = document.querySelector("[data-hop-at]");
  let at = 0; // the number of the hit the reader is at, from 1; 0 before the first
  const go = (number) => {
    if (!hits.length) return;
    at = (number - 1 + hits.length) % hits.length + 1;
    location.replace(`#hit-${at}`);
  };
  const step = (by) => go(at ? at + by : by > 0 ? 1 : 0);
  const follow = () => {
    const found = /^#hit-(\d+)$/.exec(location.hash);
    if (found) at = Number(found[1]);
    if (counter) counter.textContent = at ? `${at} / ${hits.length}` : "";
  };
  addEventListener("hashchange", follow);
  follow();
  all("button[data-hop]").forEach((button) => button.addEventListener("click", () => step(Number(button.dataset.hop))));

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    // An input method sends these keys while a person composes a word.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      closePops(null);
      return;
    }
    if (typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("[data-focus-key='/']").select();
    } else if (event.key === "n") {
      step(1);
    } else if (event.key === "p") {
      step(-1);
    }
  });
})();
