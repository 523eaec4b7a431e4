// Files and folders dropped onto the page, sent in small parts so that thousands of them get through.
(() => {
  "use strict";
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const status = form.querySelector("[data-drop-status]");
  const MOST_FILES = 50;
  const MOST_BYTES = 16 << 20;
  form.querySelectorAll(".no-js").forEach((element) => { element.hidden = true; });

  const post = async (url, body) => {
    const token = form.querySelector("[name=csrf_token]").value;
    const response = await fetch(url, { method: "POST", headers: { "X-CSRFToken": token }, body });
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  };
  const parts = (files) => {
    const made = [];
    let part = [], bytes = 0;
    for (const entry of files) {
      if (part.length && (part.length >= MOST_FILES || bytes + entry.file.size > MOST_BYTES)) {
        made.push(part);
        part = [];
        bytes = 0;
      }
      part.push(entry);
      bytes += entry.file.size;
    }
    return part.length ? [...made, part] : made;
  };
  const send = async (files) => {
    if (!files.length) return;
    form.classList.add("busy");
    try {
      const base = form.getAttribute("action");
      const { id } = await post(form.dataset.new);
      let sent = 0;
      for (const part of parts(files)) {
        const body = new FormData();
        part.forEach(({ path, file }) => body.append("files", file, path));
        await post(`${base}/${id}/files`, body);
        sent += part.length;
        status.textContent = form.dataset.sending.replace("{n}", `${sent} / ${files.length}`);
      }
      location.assign((await post(`${base}/${id}/start`)).url);
    } catch (error) {
      status.textContent = form.dataset.trouble;
      form.classList.remove("busy");
    }
  };

  // A dropped folder is a tree that has to be walked; readEntries gives at most 100 at a time.
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((done, fail) => entry.file(done, fail));
      return [{ path: entry.fullPath.replace(/^\//, ""), file }];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return found;
      for (const inside of some) found.push(...await walk(inside));
    }
  };
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    // Both must be asked for before the first wait: the browser empties the list after this event.
    const dropped = [...event.dataTransfer.items].map((item) => [item.webkitGetAsEntry(), item.getAsFile()]);
    const found = [];
    for (const [entry, file] of dropped) {
      if (entry) found.push(...await walk(entry));
      else if (file) found.push({ path: file.name, file });
    }
    await send(found);
  });
  form.addEventListener("change", (event) => {
    send([...event.target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
  });
})();
