// Comforts on top of pages that work without them: Ctrl+K to the search field, and words and claims that light each other.
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

  const marks = [...document.querySelectorAll(".m[data-items]")];
  const cards = [...document.querySelectorAll(".card[data-item]")];
  const light = (items, source) => {
    for (const mark of marks) {
      const own = mark.dataset.items.split(" ");
      mark.classList.toggle("lit", items.some((item) => own.includes(item)) && !mark.classList.contains("m-statement"));
      const link = mark.matches(".m-source, .m-link, .m-cue") && source && own.includes(source);
      mark.classList.toggle("lit-source", Boolean(link));
    }
    for (const card of cards) card.classList.toggle("lit", items.includes(card.dataset.item));
  };
  for (const card of cards) {
    const show = () => light([card.dataset.item], card.dataset.statement || card.dataset.item);
    for (const kind of ["mouseenter", "focusin"]) card.addEventListener(kind, show);
    for (const kind of ["mouseleave", "focusout"]) card.addEventListener(kind, () => light([], ""));
  }
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => light(mark.dataset.items.split(" "), ""));
    mark.addEventListener("mouseleave", () => light([], ""));
    mark.addEventListener("click", () => {
      const card = mark.dataset.items.split(" ").map((item) => document.getElementById(`c-${item}`)).find(Boolean);
      if (card) card.scrollIntoView({ block: "nearest" });
    });
  }
})();
