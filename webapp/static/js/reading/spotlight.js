/* Shows which sentence is being read, and brings it into view. */
const NAME = "reading";
const EDGE = 0.15;

export function light(range) {
  if ("highlights" in CSS) CSS.highlights.set(NAME, new Highlight(range));
  else mark(range.startContainer.parentElement);
  const { top, bottom } = range.getBoundingClientRect();
  const height = window.innerHeight;
  if (top < height * EDGE || bottom > height * (1 - 2 * EDGE)) window.scrollBy({ top: top - height / 3 });
}

export function dim() {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
  else mark(null);
}

/* Where a browser cannot light a range, the part of the page it stands in. */
function mark(element) {
  document.querySelector("[data-being-read]")?.removeAttribute("data-being-read");
  element?.setAttribute("data-being-read", "");
}
