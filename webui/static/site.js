// Comforts on top of pages that work without them: keys, copying, stepping through the hits.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Browsers without ::details-content cannot show a closed <details>; open it where there is room.
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 56.01rem)").matches) {
    all("details[data-open-wide]").forEach((element) => { element.open = true; });
  }

  // Back and forward find the filters as they were left: a browser keeps the place on the page, but not what was folded.
  const folds = all(".side details, .more");
  const kept = history.state?.folds;
  if (kept?.length === folds.length) folds.forEach((fold, n) => { fold.open = kept[n]; });
  folds.forEach((fold) => fold.addEventListener("toggle", () => {
    history.replaceState({ ...history.state, folds: folds.map((one) => one.open) }, "");
  }));

  // An answer that is slow in coming says so; a fast one shows nothing. Files do not replace the page.
  const bar = document.querySelector("[data-waiting]");
  let slow = 0;
  const settle = () => {
    clearTimeout(slow);
    bar.hidden = true;
    bar.firstElementChild.textContent = "";
  };
  const await_ = () => {
    settle();
    slow = setTimeout(() => {
      bar.hidden = false;
      bar.firstElementChild.textContent = bar.firstElementChild.dataset.said;
    }, 300);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const there = new URL(link.href, location.href);
    const same = there.pathname + there.search === location.pathname + location.search;
    if (there.origin !== location.origin || link.download || link.hasAttribute("download") || link.target || (same && there.hash)) return;
    await_();
  });
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) await_(); });
  addEventListener("pageshow", settle);
  addEventListener("pagehide", settle);

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

  // The copies of a text are listed where they are opened; without scripts a link leads to the list.
  document.addEventListener("toggle", async (event) => {
    const box = event.target;
    if (!box.matches?.("details[data-list]") || !box.open || box.dataset.loaded) return;
    box.dataset.loaded = "yes";
    try {
      const page = new DOMParser().parseFromString(await (await fetch(box.dataset.list)).text(), "text/html");
      const list = page.getElementById("copy-list");
      if (list) box.querySelector("p").replaceWith(list);
    } catch { /* the link stays */ }
  }, true);

  // How close the results stand: remembered on this machine, for it says nothing about the search.
  const density = document.querySelector("[data-density]");
  if (density) {
    const apply = (value) => {
      document.body.classList.toggle("dense-hits", value === "dense");
      density.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.value === value)));
    };
    let kept = "";
    try { kept = localStorage.getItem("parknews-density") || ""; } catch { /* storage is switched off */ }
    apply(kept);
    density.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      apply(button.value);
      try { localStorage.setItem("parknews-density", button.value); } catch { /* as above */ }
    });
  }

  // Suggestions below the search box: names and titles that what is typed may become.
  document.querySelectorAll("[data-suggest]").forEach((input) => {
    const list = input.parentElement.querySelector("[role=listbox]");
    const kinds = JSON.parse(input.dataset.kinds);
    let asked = null, timer = 0, at = -1, typed = "";
    const items = () => [...list.children];
    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const mark = (to) => {
      const all = items();
      at = to < -1 ? all.length - 1 : to >= all.length ? -1 : to;
      all.forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", all[at].id);
      input.value = at < 0 ? typed : all[at].dataset.query;
    };
    const pick = (item) => {
      if (item.dataset.kind === "title") return location.assign(item.dataset.url);
      input.value = item.dataset.query;
      input.form.requestSubmit();
    };
    const show = (found) => {
      list.replaceChildren(...found.map((s, n) => {
        const item = document.createElement("li");
        Object.assign(item.dataset, { query: s.query, url: s.url, kind: s.kind });
        item.id = `${list.id}-${n}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        for (const [name, text] of [["kind", kinds[s.kind]], ["text", s.text], ["count", s.count ?? ""]]) {
          const part = document.createElement("span");
          part.className = `suggestion-${name}`;
          part.textContent = text;
          item.append(part);
        }
        return item;
      }));
      at = -1;
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!!found.length));
    };
    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      typed = input.value;
      if (!typed.trim()) return close();
      try {
        const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
        if (response.ok && document.activeElement === input) show((await response.json()).suggestions);
      } catch (error) {
        if (error.name !== "AbortError") close(); // without suggestions one can still search
      }
    };
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("blur", () => { asked?.abort(); close(); });
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // keep the focus, so that the list stays until the click
      const item = event.target.closest("li");
      if (item) pick(item);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at - 1 < -1 ? items().length - 1 : at - 1);
      else if (event.key === "Escape") { input.value = typed; close(); }
      else if (event.key === "Enter" && at >= 0) pick(items()[at]);
      else return;
      event.preventDefault();
    });
  });

  // Drag over the years to choose a range of them; a click stays a link.
  document.querySelectorAll("[data-years]").forEach((chart) => {
    const columns = [...chart.querySelectorAll("[data-year]")];
    let from = -1, to = -1;
    const under = (event) => columns.findIndex((c) => {
      const box = c.getBoundingClientRect();
      return event.clientX >= box.left - 1 && event.clientX <= box.right + 1;
    });
    const paint = () => columns.forEach((c, n) => {
      c.parentElement.classList.toggle("drag", from >= 0 && n >= Math.min(from, to) && n <= Math.max(from, to));
    });
    chart.addEventListener("dragstart", (event) => event.preventDefault());
    chart.addEventListener("pointerdown", (event) => { if (event.button === 0) from = to = under(event); });
    addEventListener("pointermove", (event) => {
      if (from < 0) return;
      const at = under(event);
      if (at >= 0 && at !== to) { to = at; paint(); }
    });
    addEventListener("pointerup", () => {
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      from = to = -1;
      if (first < 0 || first === last) return paint();
      const address = new URL(location.pathname, location.href);
      address.search = location.search;
      ["year", "page", "link"].forEach((name) => address.searchParams.delete(name));
      address.searchParams.set("year", `${columns[first].dataset.year}-${columns[last].dataset.year}`);
      location.assign(address);
    });
    addEventListener("pointercancel", () => { from = to = -1; paint(); });
    chart.addEventListener("click", (event) => { if (chart.querySelector(".drag")) event.preventDefault(); });
  });

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
