/* The map under the pins, drawn from our own data: land, water, rails, stations, areas. */
import decode from "./base-data.js";
import BaseNames from "./base-names.js";

const EQUATOR_M_PER_PX = 156543.03392; // at zoom 0
const WATER_MIN_PX = 2;
const NAMED_RAILS = /^(1[0-8]?|[2-9])$/;
const AREA_CLASSES = { night: "is-night", goods: "is-goods", historic: "is-culture" };
const AREAS_FROM_ZOOM = 13;
const STATIONS_FROM_ZOOM = 12;
const STATION_RADII = { 12: 1.9, 13: 2.4, 14: 3.2, 15: 4.6 };
const STATION_RADIUS_NEAR = 6;
const INTERCHANGE = 1.45;

export default class BaseMap {
  constructor(map, lang) {
    Object.assign(this, { map, lang });
    const pane = map.createPane("base");
    pane.style.zIndex = 250;
    this.renderer = L.svg({ pane: "base", padding: 0.4 });
  }

  /* Fetch the document and draw it; when it does not come, the map shows pins only. */
  async load(address) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      this.draw(decode(await answer.json()));
    } catch (fault) {
      console.error("the base map is missing", fault);
    }
  }

  draw(data) {
    this.data = data;
    this.namer = new BaseNames(this.map, data, this.lang);
    this.drawLand();
    this.drawWater();
    this.drawRails();
    this.drawPlaces();
    this.restyle();
  }

  /* Widths and what is shown at the present zoom. */
  restyle() {
    const zoom = this.map.getZoom();
    if (!this.data || zoom === this.zoom) return;
    this.zoom = zoom;
    const metres = (EQUATOR_M_PER_PX * Math.cos((this.map.getCenter().lat * Math.PI) / 180)) / 2 ** zoom;
    for (const [river, layer] of this.rivers) layer.setStyle({ weight: Math.max(WATER_MIN_PX, river.width / metres) });
    for (const layer of this.rails) layer.setStyle({ weight: railWeight(zoom) });
    this.show(this.areas, zoom >= AREAS_FROM_ZOOM);
    for (const layer of this.stations) layer.setRadius(stationRadius(zoom, layer.options.isInterchange));
    this.show(this.stations, zoom >= STATIONS_FROM_ZOOM);
  }

  /* Names worth showing now: {text, lat, lng, kind, rank, around?, also?, line?}. */
  names() {
    return this.namer?.names((station) => stationRadius(this.zoom, station.lines.length > 1)) ?? [];
  }

  drawLand() {
    for (const { rings, tint } of this.data.districts) this.shape(rings, `m-l${tint}`);
    this.line(this.data.borders, "m-d", 1);
    this.shape(this.data.sea, "m-sea");
  }

  drawWater() {
    this.rivers = this.data.rivers.map((river) => [river, this.line(river.line, "m-water", 1)]);
  }

  drawRails() {
    const classOf = (code) => `m-rail ${NAMED_RAILS.test(code) ? `r${code}` : "rx"}`;
    this.rails = this.data.rails.map(({ code, paths }) => this.line(paths, classOf(code), 1));
  }

  drawPlaces() {
    this.areas = this.data.areas.map(({ ring, type }) => this.shape([ring], `m-area ${AREA_CLASSES[type] ?? ""}`));
    const changed = (isInterchange) => this.data.stations.filter(({ lines }) => lines.length > 1 === isInterchange);
    this.stations = [dots(changed(false), this.options("m-st")), dots(changed(true), this.options("m-st m-x"))];
    this.stations[1].options.isInterchange = true;
  }

  shape(rings, className) {
    return L.polygon(rings, { ...this.options(className), fill: true }).addTo(this.map);
  }

  line(path, className, weight) {
    return L.polyline(path, { ...this.options(className), stroke: true, weight }).addTo(this.map);
  }

  /* Colours come from the classes alone; Leaflet's own attributes lose against any style sheet. */
  options(className) {
    return { renderer: this.renderer, pane: "base", className, interactive: false, stroke: false, fill: false, fillOpacity: 1 };
  }

  show(layers, isShown) {
    for (const layer of layers) {
      if (isShown) layer.addTo(this.map);
      else layer.remove();
    }
  }
}

function railWeight(zoom) {
  if (zoom < 12) return 1;
  return zoom < 15 ? 2 : 4;
}

function stationRadius(zoom, isInterchange) {
  return (STATION_RADII[Math.floor(zoom)] ?? STATION_RADIUS_NEAR) * (isInterchange ? INTERCHANGE : 1);
}

/* Many circles as one path, so that 400 stations are two elements; only those in view are drawn. */
function dots(places, options) {
  const Dots = L.Path.extend({
    initialize(points, chosen) {
      L.setOptions(this, chosen);
      this.places = points;
    },
    setRadius(radius) {
      this.radius = radius;
      if (this._map) this._reset();
    },
    _project() {
      this.pixels = this.places.map((place) => this._map.latLngToLayerPoint(place));
    },
    _update() {
      if (!this._map) return;
      const view = this._renderer._bounds;
      const seen = this.pixels.filter((point) => view.contains(point));
      this._renderer._setPath(this, seen.map(({ x, y }) => circle(x, y, this.radius)).join("") || "M0 0");
    },
  });
  return new Dots(places, options);
}

function circle(x, y, radius) {
  return `M${x - radius},${y}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0z`;
}
