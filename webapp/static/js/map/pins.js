/* Pins and groups of pins as links on the map, reachable by keyboard and named for readers. */
import { groupPins, sizeOf } from "./groups.js";
import { pinIcon } from "./pin-icons.js";

const HIT_PX = 44;
const LEAST_SEEN_PX = 24;
const SHAPES_FROM_ZOOM = 12;
const FAR_RADIUS_PX = 46;
const NEAR_RADIUS_PX = 40; // fingers need the hit areas of neighbours to be almost apart

export default class Pins {
  constructor(map, { words, lang, addressOf, onSelect, onOpenGroup, toMap, cover }) {
    Object.assign(this, { map, words, lang, addressOf, onSelect, onOpenGroup, toMap, cover });
    this.layer = L.layerGroup().addTo(map);
    this.shown = [];
  }

  /* Draw pins ({slug, lat, lng, …}) with the state each has; returns the groups as drawn. */
  draw(pins, stateOf) {
    const zoom = this.map.getZoom();
    const focused = document.activeElement?.dataset?.pin;
    const project = (pin) => this.map.latLngToContainerPoint(this.toMap(pin));
    this.shown = groupPins(pins, project, radiusAt(zoom), (pin) => importance(pin, stateOf));
    this.layer.clearLayers();
    for (const group of this.shown) this.layer.addLayer(this.marker(group, stateOf, zoom));
    if (focused) this.map.getContainer().querySelector(`[data-pin="${CSS.escape(focused)}"]`)?.focus();
    return this.shown;
  }

  /* Boxes that names must keep clear of, in container pixels. */
  obstacles() {
    return this.shown.map(({ point: { x, y } }) => ({ left: x - 15, top: y - 15, right: x + 15, bottom: y + 15 }));
  }

  marker(group, stateOf, zoom) {
    const count = sizeOf(group);
    const first = group.members[0];
    const link = count === 1 && !first.isCluster ? this.pinLink(first, stateOf(first), zoom) : this.groupLink(group, count, stateOf);
    link.hidden = this.isCovered(group.point);
    const icon = L.divIcon({ html: link, className: "pin", iconSize: [HIT_PX, HIT_PX] });
    return L.marker(this.toMap(first), { icon, keyboard: false, zIndexOffset: count === 1 ? importance(first, stateOf) : 500 });
  }

  /* Whether the map's own buttons leave too little of a pin to be seen and tapped. */
  isCovered({ x, y }) {
    const { left, top, right, bottom } = this.cover();
    const reach = HIT_PX / 2;
    const wide = Math.max(left - (x - reach), x + reach - right);
    const high = Math.max(top - (y - reach), y + reach - bottom);
    return Math.max(wide, high) < LEAST_SEEN_PX;
  }

  pinLink(pin, state, zoom) {
    const link = document.createElement("a");
    link.href = this.addressOf(pin.slug);
    link.dataset.pin = pin.slug;
    link.dataset.state = state.state;
    link.setAttribute("aria-label", this.words.pin(nameOf(pin, this.lang), state));
    link.append(pinIcon(pin.s, state, zoom));
    link.addEventListener("click", (event) => this.select(event, [pin]));
    return link;
  }

  /* Far out a group is its number; nearer it is its first venue with the number of the others. */
  groupLink(group, count, stateOf) {
    const [first] = group.members;
    const zoom = this.map.getZoom();
    const link = this.groupButton(group, count);
    if (first.isCluster || zoom < SHAPES_FROM_ZOOM) {
      link.classList.add("pin__group--plate");
      link.textContent = count;
    } else {
      const others = document.createElement("span");
      others.className = "pin__others";
      others.textContent = `+${count - 1}`;
      link.append(pinIcon(first.s, stateOf(first), zoom), others);
      link.setAttribute("aria-label", this.words.groupOf(`${nameOf(first, this.lang)} ${others.textContent}`, count));
    }
    return link;
  }

  groupButton(group, count) {
    const link = document.createElement("button");
    link.type = "button";
    link.className = "pin__group";
    link.dataset.pin = `group-${group.members[0].slug ?? "many"}`;
    link.dataset.count = count;
    link.setAttribute("aria-label", this.words.group(count));
    link.addEventListener("click", (event) => {
      event.stopPropagation();
      this.onOpenGroup(group.members);
    });
    return link;
  }

  select(event, pins) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.onSelect(pins);
  }
}

export function nameOf(pin, lang) {
  return lang === "zh" ? pin.n_zh : pin.n_en;
}

function importance(pin, stateOf) {
  return stateOf(pin).state === "open" ? 300 + (pin.r ?? 0) : (pin.r ?? 0);
}

function radiusAt(zoom) {
  return zoom < SHAPES_FROM_ZOOM ? FAR_RADIUS_PX : NEAR_RADIUS_PX;
}
