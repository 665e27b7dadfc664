/* Pins and groups of pins as links on the map, reachable by keyboard and named for readers. */
import { groupPins, sizeOf } from "./groups.js";
import PinMark from "./pin-mark.js";

const REACH_PX = 22;
const LEAST_SEEN_PX = 24;
const SHAPES_FROM_ZOOM = 12;
const FAR_RADIUS_PX = 46;
const NEAR_RADIUS_PX = 40; // fingers need the hit areas of neighbours to be almost apart

export default class Pins {
  constructor(map, { cover, ...tools }) {
    Object.assign(this, { map, cover, tools });
    this.layer = L.layerGroup().addTo(map);
    this.shown = [];
    this.marks = new Map();
  }

  /* Draw pins ({slug, lat, lng, …}) as the hours say; marks that stay are only lit anew.
     Returns whether any mark came or went. */
  draw(pins, hours) {
    const focused = document.activeElement?.dataset?.pin;
    const zoom = this.map.getZoom();
    const project = (pin) => this.map.latLngToContainerPoint(this.tools.toMap(pin));
    this.shown = groupPins(pins, project, radiusAt(zoom), (pin) => importance(pin, hours));
    const before = this.marks;
    this.marks = new Map();
    const cover = this.cover();
    for (const group of this.shown) {
      const key = `${zoom} ${keyOf(group)}`;
      const mark = before.get(key) ?? this.make(group, zoom);
      mark.link.hidden = isCovered(group.point, cover);
      mark.show(group, hours, importance(group.members[0], hours));
      this.marks.set(key, mark);
    }
    const hasChanged = this.exchange(before);
    if (hasChanged && focused) this.map.getContainer().querySelector(`[data-pin="${CSS.escape(focused)}"]`)?.focus();
    return hasChanged;
  }

  /* Boxes that names must keep clear of, in container pixels. */
  obstacles() {
    return this.shown.map(({ point: { x, y } }) => ({ left: x - 15, top: y - 15, right: x + 15, bottom: y + 15 }));
  }

  make(group, zoom) {
    return new PinMark(group, zoom, zoom < SHAPES_FROM_ZOOM, this.tools);
  }

  /* Take away the marks that are no more, add the new ones. */
  exchange(before) {
    const gone = [...before].filter(([key, mark]) => this.marks.get(key) !== mark);
    const come = [...this.marks].filter(([key, mark]) => before.get(key) !== mark);
    for (const [, mark] of gone) this.layer.removeLayer(mark.marker);
    for (const [, mark] of come) this.layer.addLayer(mark.marker);
    return gone.length + come.length > 0;
  }
}

function keyOf(group) {
  const { slug, lat, lng } = group.members[0];
  return `${slug ?? `${lat},${lng}`} ${sizeOf(group)}`;
}

/* Whether the map's own buttons leave too little of a pin to be seen and tapped. */
function isCovered({ x, y }, { left, top, right, bottom }) {
  const wide = Math.max(left - (x - REACH_PX), x + REACH_PX - right);
  const high = Math.max(top - (y - REACH_PX), y + REACH_PX - bottom);
  return Math.max(wide, high) < LEAST_SEEN_PX;
}

function importance(pin, hours) {
  return hours.stateOf(pin).state === "open" ? 300 + (pin.r ?? 0) : (pin.r ?? 0);
}

function radiusAt(zoom) {
  return zoom < SHAPES_FROM_ZOOM ? FAR_RADIUS_PX : NEAR_RADIUS_PX;
}
