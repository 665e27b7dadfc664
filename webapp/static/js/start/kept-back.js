/* What stands in <noscript> makes no elements until it is needed: the content of a fold when
   somebody turns to it, a drawing when it comes near the screen or the page is printed. */
const TURNS = ["pointerenter", "focusin", "toggle"];

/* `begin` starts the behaviours in what has come. */
export default function keepBack(begin) {
  for (const kept of document.querySelectorAll("details > noscript")) {
    for (const turn of TURNS) kept.parentElement.addEventListener(turn, () => bring(kept, begin));
  }
  const drawings = document.querySelectorAll(".map--frame > noscript");
  const bringNear = (entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => bring(target.firstElementChild));
  const near = new IntersectionObserver(bringNear, { rootMargin: "50%" });
  for (const kept of drawings) near.observe(kept.parentElement);
  addEventListener("beforeprint", () => drawings.forEach((kept) => bring(kept)));
}

function bring(kept, begin) {
  const place = kept.parentElement;
  if (!place || kept.localName !== "noscript") return;
  kept.outerHTML = kept.textContent;
  begin?.(place);
}
