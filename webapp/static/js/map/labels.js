/* Names on the map: the more important first, none over another or over a pin. */
import spotsAlong from "./along-water.js";

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

  /* Draw what fits. items: {text, lat, lng, kind, rank, around?: px, also?: other places that will do,
     line? and metres?: the river to follow}; obstacles: boxes in container px. */
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
    const font = this.fontOf(item.kind);
    const size = this.measure(item.text, font);
    for (const spot of this.spotsOf(item, size, view)) {
      const isFree = (box) => inside(box, view) && !taken.some((other) => overlap(other, box));
      if (!spot.boxes.every(isFree)) continue;
      taken.push(...spot.boxes);
      return draw(item, spot, size);
    }
    return null;
  }

  spotsOf(item, size, view) {
    const pixel = (place) => this.map.latLngToContainerPoint(place);
    if (item.line) return spotsAlong(item.line.map(pixel), item.metres / this.metresPerPixel(), size, view);
    return [item, ...(item.also ?? [])].flatMap((place) => spotsAt(item, pixel(place), size));
  }

  metresPerPixel() {
    const middle = this.map.getSize().divideBy(2);
    const [here, beside] = [middle, middle.add([100, 0])].map((point) => this.map.containerPointToLatLng(point));
    return this.map.distance(here, beside) / 100;
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
function spotsAt({ around }, { x, y }, { width, height }) {
  if (around === undefined) return [spot(x - width / 2, y - height / 2, width, height)];
  const away = around + GAP_PX;
  return [
    spot(x + away, y - height / 2, width, height),
    spot(x - away - width, y - height / 2, width, height),
    spot(x - width / 2, y + away, width, height),
    spot(x - width / 2, y - away - height, width, height),
  ];
}

function spot(left, top, width, height) {
  return { left, top, boxes: [{ left, top, right: left + width, bottom: top + height }] };
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

function draw({ text, kind }, { left, top, angle, middle }, { size }) {
  const made = document.createElementNS(SVG, "text");
  made.setAttribute("class", CLASSES[kind]);
  made.setAttribute("x", left.toFixed(1));
  made.setAttribute("y", (top + size * 1.02).toFixed(1));
  if (angle) made.setAttribute("transform", `rotate(${angle.toFixed(1)} ${middle.x.toFixed(1)} ${middle.y.toFixed(1)})`);
  made.textContent = text;
  return made;
}
