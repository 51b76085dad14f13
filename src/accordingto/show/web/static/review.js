// Keys for the review queue, on top of forms that work without them.
(() => {
  "use strict";
  const KEPT = "accordingto-keys";
  const on = document.getElementById("keys-on");
  if (!on) return;
  on.checked = localStorage.getItem(KEPT) !== "off";
  on.addEventListener("change", () => localStorage.setItem(KEPT, on.checked ? "on" : "off"));
  const send = (id) => () => document.getElementById(id)?.requestSubmit();
  const follow = (id) => () => document.getElementById(id)?.click();
  const keys = {
    a: send("accept"),
    x: send("reject"),
    u: send("undo"),
    e: () => document.querySelector(".fields input:not([type=hidden]), .fields select")?.focus(),
    " ": follow("skip-item"),
    j: follow("next"),
    k: follow("previous"),
    "?": () => {
      const help = document.getElementById("keys");
      help.open = !help.open;
      if (help.open) help.querySelector("summary").focus();
    },
  };
  let sent = false;
  document.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== document.body) event.target.blur();
    const busy = event.target.closest("input, select, textarea") || (event.key === " " && event.target.closest("a, button, summary"));
    if (busy || !on.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
