/* The map of an itinerary: its ways and numbered stops over our own base map. */
import BaseMap from "./map/base-map.js";
import Labels from "./map/labels.js";

const STOP_PX = 15;
const APART_PX = 30;
const MOST_STEPS = 20;
const STOP_RANK = 60;

export default class RouteMap {
  constructor(root) {
    this.root = root;
    this.element = root.querySelector("#map");
    this.map = this.element.leafletMap;
    this.route = JSON.parse(root.dataset.route);
    this.begin();
  }

  async begin() {
    this.show();
    const base = new BaseMap(this.map, this.root.dataset.lang);
    const labels = new Labels(this.map);
    await base.load(this.root.dataset.base);
    this.drawWays();
    this.drawStops();
    const draw = () => {
      base.restyle();
      this.spreadStops();
      labels.draw([...this.names(), ...base.names().filter(({ kind }) => kind !== "area")], this.obstacles());
    };
    this.map.on("moveend", draw);
    draw();
    this.element.dataset.ready = "true";
  }

  /* The live map takes the drawing's place. */
  show() {
    this.root.querySelector(".route-sketch")?.remove();
    this.root.querySelector(".route-live").hidden = false;
    this.element.setAttribute("aria-label", this.root.getAttribute("aria-label"));
    this.map.invalidateSize({ animate: false });
    const points = this.route.ways.flatMap(({ points: ends }) => ends);
    this.map.fitBounds(L.latLngBounds(points).pad(0.12), { animate: false });
    this.map.scrollWheelZoom.disable();
    for (const [name, act] of [["zoom-in", "zoomIn"], ["zoom-out", "zoomOut"]]) {
      this.root.querySelector(`[data-tool="${name}"]`).addEventListener("click", () => this.map[act]());
    }
  }

  drawWays() {
    const pane = this.map.createPane("route");
    pane.style.zIndex = 420;
    const renderer = L.svg({ pane: "route", padding: 0.4 });
    for (const { line, points } of this.route.ways) {
      const kind = line ? `m-route r${/^\d+$/.test(line) ? line : "x"}` : "m-route m-route--walk";
      for (const className of ["m-case", kind]) {
        L.polyline(points, { renderer, className, interactive: false }).addTo(this.map);
      }
    }
  }

  drawStops() {
    this.markers = this.route.stops.map(({ at, name }, index) => {
      const link = document.createElement("a");
      link.href = `#stop-${index + 1}`;
      link.className = "pin-stop";
      link.append(Object.assign(document.createElement("span"), { textContent: index + 1 }));
      link.setAttribute("aria-label", `${index + 1} ${name}`);
      const icon = L.divIcon({ html: link, className: "pin", iconSize: [44, 44] });
      return L.marker(at, { icon, keyboard: false, zIndexOffset: 100 - index }).addTo(this.map);
    });
  }

  /* Stops close together are drawn side by side, so that each can be hit. */
  spreadStops() {
    const points = this.route.stops.map(({ at }) => this.map.latLngToContainerPoint(at));
    for (let step = 0; step < MOST_STEPS && pushApart(points); step += 1);
    points.forEach((point, index) => this.markers[index].setLatLng(this.map.containerPointToLatLng(point)));
  }

  names() {
    return this.route.stops.map(({ at: [lat, lng], name }, index) => ({
      lat, lng, text: name, kind: "venue", rank: STOP_RANK - index, around: STOP_PX,
    }));
  }

  /* The numbers, and the buttons in the corner. */
  obstacles() {
    const stops = this.route.stops.map(({ at }) => {
      const { x, y } = this.map.latLngToContainerPoint(at);
      return { left: x - STOP_PX, top: y - STOP_PX, right: x + STOP_PX, bottom: y + STOP_PX };
    });
    const { left, top } = this.element.getBoundingClientRect();
    const tools = this.root.querySelector(".map__tools").getBoundingClientRect();
    return [...stops, { left: tools.left - left, top: tools.top - top, right: tools.right - left, bottom: tools.bottom - top }];
  }
}

/* Move each two points that are too close half of what is missing; says whether any were. */
function pushApart(points) {
  let moved = false;
  for (const [index, one] of points.entries()) {
    for (const other of points.slice(index + 1)) {
      const [x, y] = [other.x - one.x, other.y - one.y];
      const distance = Math.hypot(x, y) || 1;
      if (distance >= APART_PX - 0.5) continue;
      const part = (APART_PX - distance) / 2 / distance;
      const [right, down] = [(x || 1) * part, y * part];
      one.x -= right;
      one.y -= down;
      other.x += right;
      other.y += down;
      moved = true;
    }
  }
  return moved;
}
