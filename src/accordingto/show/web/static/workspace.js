// Comforts on top of pages that work without them: Ctrl+K to the search field, rules chosen at once, buttons that copy.
(() => {
  "use strict";
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.getElementById("q").focus();
    }
  });
  const chosen = document.getElementById("rule");
  if (chosen) chosen.addEventListener("change", () => chosen.form.requestSubmit());

  // A sign on the map leads to what stands in a list that may be closed.
  const opened = () => {
    const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const list = there && there.closest("details.place");
    if (list && !list.open) {
      list.open = true;
      there.scrollIntoView();
    }
  };
  addEventListener("hashchange", opened);
  opened();

  // What is new since somebody was last here: the state of the case that they saw then is kept in their browser alone.
  const visit = document.getElementById("visit");
  if (visit) {
    const key = `accordingto-seen-${visit.dataset.case}`;
    const before = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "";
    sessionStorage.setItem(key, before);
    localStorage.setItem(key, visit.dataset.moment);
    if (before && before !== visit.dataset.moment) {
      const link = document.createElement("a");
      link.href = `/?since=${encodeURIComponent(before)}`;
      link.textContent = "What is new since your last visit";
      visit.prepend(link, " · ");
    }
  }

  // Each text to copy gets a button; without script it stands in its box, to be selected.
  const copied = async (box) => {
    try {
      await navigator.clipboard.writeText(box.value);
      return true;
    } catch {
      box.closest("details").open = true;
      box.select();
      return false;
    }
  };
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  if (document.querySelector(".take")) document.querySelector("main").append(said);
  for (const take of document.querySelectorAll(".take")) {
    const boxes = [...take.querySelectorAll("textarea")];
    for (const box of boxes) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `Copy ${box.dataset.copy}`;
      button.title = box.getAttribute("aria-label");
      button.addEventListener("click", async () => {
        const done = await copied(box);
        button.classList.add("done");
        said.textContent = button.textContent = done ? `Copied ${box.dataset.copy}` : "Selected: press Ctrl+C";
        setTimeout(() => {
          button.classList.remove("done");
          button.textContent = `Copy ${box.dataset.copy}`;
        }, 2500);
      });
      take.insertBefore(button, take.querySelector("details"));
    }
  }
})();
