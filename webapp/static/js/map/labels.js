/* Names on the map: the more important first, none over another or over a pin. */
const SVG = "http://www.w3.org/2000/svg";
const CLASSES = {
  district: "m-t m-t--d",
  water: "m-t m-t--w",
  area: "m-t m-t--a",
  station: "m-t",
  venue: "m-t m-t--p",
};
const GAP_PX = 3;
const LINE_HEIGHT = 1.3;

export default class Labels {
  constructor(map) {
    this.map = map;
    this.pane = map.createPane("labels");
    this.pane.classList.add("leaflet-zoom-hide");
    this.svg = this.pane.appendChild(document.createElementNS(SVG, "svg"));
    this.svg.classList.add("map-labels");
    this.svg.setAttribute("aria-hidden", "true");
    this.ruler = document.createElement("canvas").getContext("2d");
    this.fonts = new Map();
  }

  /* Draw what fits. items: {text, lat, lng, kind, rank, around?: px}; obstacles: boxes in container px. */
  draw(items, obstacles) {
    const taken = [...obstacles];
    const view = this.map.getSize();
    const texts = [];
    for (const item of [...items].sort((one, other) => other.rank - one.rank)) {
      const text = this.place(item, taken, view);
      if (text) texts.push(text);
    }
    this.svg.replaceChildren(...texts);
    this.moveTo(view);
  }

  moveTo(view) {
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(this.svg, corner);
    this.svg.setAttribute("width", view.x);
    this.svg.setAttribute("height", view.y);
  }

  place(item, taken, view) {
    const point = this.map.latLngToContainerPoint([item.lat, item.lng]);
    const font = this.fontOf(item.kind);
    const size = this.measure(item.text, font);
    for (const spot of spotsOf(item, point, size)) {
      if (!inside(spot, view) || taken.some((box) => overlap(box, spot))) continue;
      taken.push(spot);
      return draw(item, spot, size);
    }
    return null;
  }

  measure(text, font) {
    this.ruler.font = font.css;
    const width = this.ruler.measureText(text).width + text.length * font.spacing;
    return { width, height: font.size * LINE_HEIGHT, size: font.size };
  }

  fontOf(kind) {
    if (!this.fonts.has(kind)) this.fonts.set(kind, readFont(this.svg, kind));
    return this.fonts.get(kind);
  }
}

function readFont(svg, kind) {
  const probe = document.createElementNS(SVG, "text");
  probe.setAttribute("class", CLASSES[kind]);
  svg.append(probe);
  const style = getComputedStyle(probe);
  const size = Number.parseFloat(style.fontSize);
  const spacing = Number.parseFloat(style.letterSpacing) || 0;
  const css = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  probe.remove();
  return { size, spacing, css };
}

/* Where a name may stand: on its point, or beside the mark that is `around` px wide on each side. */
function spotsOf({ around }, { x, y }, { width, height }) {
  if (around === undefined) return [box(x - width / 2, y - height / 2, width, height)];
  const away = around + GAP_PX;
  return [
    box(x + away, y - height / 2, width, height),
    box(x - away - width, y - height / 2, width, height),
    box(x - width / 2, y + away, width, height),
    box(x - width / 2, y - away - height, width, height),
  ];
}

function box(x, y, width, height) {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function inside({ left, top, right, bottom }, view) {
  return left >= 0 && top >= 0 && right <= view.x && bottom <= view.y;
}

function overlap(one, other) {
  return (
    one.left < other.right + GAP_PX &&
    other.left < one.right + GAP_PX &&
    one.top < other.bottom + GAP_PX &&
    other.top < one.bottom + GAP_PX
  );
}

function draw({ text, kind }, { left, top }, { size }) {
  const made = document.createElementNS(SVG, "text");
  made.setAttribute("class", CLASSES[kind]);
  made.setAttribute("x", left.toFixed(1));
  made.setAttribute("y", (top + size * 1.02).toFixed(1));
  made.textContent = text;
  return made;
}
