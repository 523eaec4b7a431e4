// Comforts of the document's page: evidence lights up in the text, the outline follows, j and k go on in the list.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const beside = matchMedia("(min-width: 56.01rem)"); // the facts stand beside the text

  let lit = [];
  const places = (element) => element.closest?.("[data-places]");
  const light = (element) => {
    lit.forEach((place) => place.classList.remove("lit"));
    const names = element ? element.dataset.places.split(" ") : [];
    lit = names.flatMap((name) => all(`[data-e="${name}"], li#${name}`));
    lit.forEach((place) => place.classList.add("lit"));
  };
  const inSight = (place) => {
    const { top, bottom } = place.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  const reveal = () => {
    const inText = lit.filter((place) => place.matches(".ev"));
    if (beside.matches && inText.length && !inText.some(inSight)) inText[0].scrollIntoView({ block: "center" });
  };

  let resting; // the text moves only for a pointer that stays
  let at = ""; // where the pointer was: a page that scrolls under it is no movement of it
  document.addEventListener("pointerover", (event) => {
    const here = `${event.screenX},${event.screenY}`;
    if (event.pointerType !== "mouse" || here === at) return;
    at = here;
    clearTimeout(resting);
    light(places(event.target));
    if (lit.length) resting = setTimeout(reveal, 300);
  });
  document.addEventListener("focusin", (event) => {
    const element = places(event.target);
    if (!element || !event.target.matches(":focus-visible")) return;
    light(element);
    reveal();
  });
  document.addEventListener("focusout", () => light(null));

  // What an address leads to may stand in a closed <details>.
  const uncover = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = target?.closest("details:not([open])");
    if (!closed) return;
    for (let outer = closed; outer; outer = outer.parentElement.closest("details")) outer.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", uncover);
  uncover();

  const entries = all(".outline-wide a");
  const headings = entries.map((entry) => document.getElementById(entry.hash.slice(1)));
  let waiting = false;
  const follow = () => {
    waiting = false;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).length;
    entries.forEach((entry, n) => {
      if (n === passed - 1) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
    });
  };
  if (entries.length) {
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(follow);
      waiting = true;
    }, { passive: true });
    follow();
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const way = { j: "next", k: "prev" }[event.key];
    if (way) document.querySelector(`.ways-nav [rel=${way}]`)?.click();
  });
})();
