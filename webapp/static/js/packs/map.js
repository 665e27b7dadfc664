/* The district's drawing with a dot for each place in the list; the one being read stands out. */
const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 5;
const CHOSEN = 9;

export default class PackMap {
  constructor(element, drawing) {
    element.innerHTML = drawing;
    this.svg = element.querySelector("svg");
    this.layer = document.createElementNS(SVG, "g");
    this.svg.append(this.layer);
  }

  /* [{slug, px, scenario, state}], the best known on top. */
  show(venues) {
    this.layer.replaceChildren(...venues.toReversed().map((venue) => this.dot(venue)));
    this.choose(this.chosen);
  }

  choose(slug) {
    this.chosen = slug;
    for (const dot of this.layer.children) {
      const isChosen = dot.dataset.slug === slug;
      dot.classList.toggle("is-chosen", isChosen);
      dot.setAttribute("r", isChosen ? CHOSEN : RADIUS);
    }
    const dot = this.layer.querySelector(".is-chosen");
    if (dot) this.layer.append(dot);
  }

  dot({ slug, px: [x, y], scenario, state }) {
    const dot = document.createElementNS(SVG, "circle");
    dot.setAttribute("class", `pack-dot is-${scenario}`);
    for (const [name, value] of Object.entries({ cx: x, cy: y, r: RADIUS })) dot.setAttribute(name, value);
    Object.assign(dot.dataset, { slug, state });
    return dot;
  }
}
