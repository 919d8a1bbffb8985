// Keys for the review desk, the drop area, and nothing else. Everything works without this script.
"use strict";

// Where letters are written; a box that is ticked takes none, so keys work on from it.
const typing = (target) =>
  target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("a, button, summary")) target.click();
  else target.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
});

for (const area of document.querySelectorAll("[data-drop]")) {
  const input = area.querySelector('input[type="file"]');
  const over = (on) => (event) => {
    event.preventDefault();
    area.classList.toggle("over", on);
  };
  area.addEventListener("dragover", over(true));
  area.addEventListener("dragleave", over(false));
  area.addEventListener("drop", (event) => {
    over(false)(event);
    input.files = event.dataTransfer.files;
    if (input.files.length) input.form.requestSubmit();
  });
  input.addEventListener("change", () => input.files.length && input.form.requestSubmit());
}

document.addEventListener("submit", (event) => {
  const wait = event.target.querySelector(".waiting");
  if (wait) wait.classList.add("htmx-request");
});

// A box for names is one line until there are several: Enter sends it, Shift and Enter add a line.
for (const box of document.querySelectorAll("[data-grows]")) {
  const grow = () => {
    box.rows = Math.min(8, Math.max(1, box.value.split("\n").length));
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
  grow();
}

// The queue: j and k move, x ticks, Enter opens, the box in the head ticks the page.
const table = document.querySelector("[data-rows]");
if (table) {
  const rows = [...table.tBodies[0].rows];
  const ticks = () => rows.map((row) => row.querySelector("[name=case]")).filter(Boolean);
  const all = document.querySelector("[data-all]");
  const told = document.querySelector("[data-ticked]");
  const empty = told ? told.innerHTML : "";
  const ticked = told ? told.dataset.ticked : "";
  let at = -1;

  const count = () => {
    const number = ticks().filter((tick) => tick.checked).length;
    if (told && number) told.textContent = ticked.replace("#", number);
    else if (told) told.innerHTML = empty;
    if (all) all.checked = number > 0 && number === ticks().length;
  };
  const go = (to) => {
    if (rows[at]) rows[at].classList.remove("at");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("at");
    rows[at].scrollIntoView({ block: "nearest" });
  };

  if (all) {
    all.addEventListener("change", () => {
      for (const tick of ticks()) tick.checked = all.checked;
      count();
    });
  }
  table.addEventListener("change", count);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) return;
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "x" && rows[at]) {
      const tick = rows[at].querySelector("[name=case]");
      if (tick) tick.checked = !tick.checked;
      count();
    } else if (event.key === "Enter" && rows[at] && event.target === document.body) {
      rows[at].querySelector("a").click();
    }
  });
  count();
}
