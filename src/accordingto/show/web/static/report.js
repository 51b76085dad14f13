// Words and claims of a report that light each other, with the chain drawn from the words over who said them to the outlet.
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const reading = document.querySelector(".reading");
  if (!reading) return;
  const marks = [...reading.querySelectorAll(".m[data-items]")];
  const cards = [...reading.querySelectorAll(".card[data-item]")];
  const outlet = document.getElementById("outlet");
  const items = (mark) => mark.dataset.items.split(" ");
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "threads");
  picture.setAttribute("aria-hidden", "true");
  reading.append(picture);

  // Where a thread may take hold of a piece of text: the middle of its first line.
  const hold = (element) => {
    const box = element.getClientRects()[0] || element.getBoundingClientRect();
    const origin = picture.getBoundingClientRect();
    return { x: box.left + Math.min(box.width, 120) / 2 - origin.left, top: box.top - origin.top, bottom: box.bottom - origin.top };
  };

  const thread = (from, to) => {
    const [a, b] = [hold(from), hold(to)];
    const down = b.top > a.bottom;
    const [ay, by] = down ? [a.bottom, b.top] : [a.top, b.bottom];
    const level = Math.abs(a.top - b.top) < 4;
    const [y1, y2] = level ? [a.top, b.top] : [ay, by];
    const middle = level ? y1 - 14 : (y1 + y2) / 2;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", "thread");
    path.setAttribute("pathLength", "1");
    path.setAttribute("d", `M${a.x},${y1} C${a.x},${middle} ${b.x},${middle} ${b.x},${y2}`);
    const end = document.createElementNS(SVG, "circle");
    end.setAttribute("class", "knot");
    end.setAttribute("cx", b.x);
    end.setAttribute("cy", y2);
    end.setAttribute("r", "3.5");
    picture.append(path, end);
  };

  let shown = null;
  const clear = () => {
    shown = null;
    for (const mark of marks) mark.classList.remove("lit", "lit-ground", "lit-source", "lit-link");
    for (const card of cards) card.classList.remove("lit");
    outlet?.classList.remove("lit-outlet");
    picture.replaceChildren();
  };

  const show = (card) => {
    clear();
    shown = card;
    card.classList.add("lit");
    const { item, statement = item } = card.dataset;
    const words = marks.filter((mark) => items(mark).includes(item) && (item === statement || !mark.matches(".m-source, .m-link, .m-cue")));
    const own = words.filter((mark) => !mark.matches(".m-source, .m-link, .m-cue"));
    const said = (kind) => marks.filter((mark) => mark.matches(kind) && items(mark).includes(statement));
    const [source, links] = [said(".m-source"), said(".m-link")];
    // A whole statement lies under what stands in it, so its ground is lit and its words are not framed piece by piece.
    for (const mark of own) mark.classList.add(item === statement ? "lit-ground" : "lit");
    for (const mark of source) mark.classList.add("lit-source");
    for (const mark of links) mark.classList.add("lit-link");
    outlet?.classList.add("lit-outlet");
    const stops = [own[0], source[0], ...links.filter((mark, n) => n === 0 || mark.previousElementSibling !== links[n - 1]), outlet].filter(Boolean);
    for (let n = 1; n < stops.length; n += 1) thread(stops[n - 1], stops[n]);
  };

  const cardOf = (mark) => items(mark).map((item) => document.getElementById(`c-${item}`)).filter(Boolean).pop();

  // The claim that the address points at, by its card or by its words, stays drawn while nothing else is looked at.
  const rest = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = target && (target.closest(".card[data-item]") ?? document.getElementById(`c-${target.id}`));
    if (card) show(card);
    else clear();
  };

  // A page that scrolls under a pointer at rest brings words under it that nobody pointed at.
  let pointer = null;
  addEventListener("mousemove", (event) => (pointer = `${event.clientX},${event.clientY}`));
  const still = (event) => event instanceof MouseEvent && pointer === `${event.clientX},${event.clientY}`;
  const listen = (element, found) => {
    for (const kind of ["mouseenter", "focusin"])
      element.addEventListener(kind, (event) => !still(event) && found() && show(found()));
    for (const kind of ["mouseleave", "focusout"]) element.addEventListener(kind, (event) => !still(event) && rest());
  };
  for (const card of cards) listen(card, () => card);
  for (const mark of marks) {
    listen(mark, () => cardOf(mark));
    mark.addEventListener("click", () => cardOf(mark)?.scrollIntoView({ block: "nearest" }));
  }
  addEventListener("hashchange", rest);
  addEventListener("resize", () => shown && show(shown));
  rest();
})();
