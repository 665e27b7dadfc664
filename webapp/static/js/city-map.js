/* The map page: base map, pins by state, and the list of the same venues. */
import BaseMap from "./map/base-map.js";
import { fromGcj02, identity, toGcj02 } from "./map/datum.js";
import PinFilter from "./map/filters.js";
import DayHours from "./map/hours.js";
import Labels from "./map/labels.js";
import MapCard from "./map/map-card.js";
import MapTools from "./map/map-tools.js";
import Pins from "./map/pins.js";
import ResultList from "./map/result-list.js";
import TimeSlider from "./map/time-slider.js";
import VenueTiles from "./map/venue-tiles.js";
import mapWords, { nameOf } from "./map/words.js";

const NAMES_FROM_ZOOM = 15;
const VENUE_RANK = 50;

export default class CityMap {
  constructor(root) {
    this.root = root;
    this.element = root.querySelector("#map");
    this.map = this.element.leafletMap;
    this.moment = root.dataset.moment;
    this.inView = [];
    this.lang = root.dataset.lang;
    const shifted = root.dataset.datum === "gcj02";
    this.toMap = shifted ? toGcj02 : identity;
    this.fromMap = shifted ? fromGcj02 : identity;
    this.begin();
  }

  async begin() {
    this.element.setAttribute("aria-label", this.root.getAttribute("aria-label"));
    this.build();
    this.look();
    const { dataset } = this.root;
    const [hours, filter] = await Promise.all([
      DayHours.load(dataset.hours, Number(dataset.minute)),
      PinFilter.of(new URLSearchParams(location.search), dataset),
      this.base?.load(dataset.base),
    ]);
    Object.assign(this, { hours, filter });
    this.beginSlider();
    this.beginNear();
    await this.draw();
    this.map.on("moveend", () => this.moved());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    this.element.dataset.ready = "true";
    await this.list.isWanted;
    if (!this.listBox) this.moved();
  }

  beginSlider() {
    this.slider = new TimeSlider(document.querySelector(".slider"), {
      onMove: (minute) => this.turnTo(minute),
      onRest: () => this.rest(),
    });
    addEventListener("popstate", () => this.goBack());
  }

  /* What marks and chooses the point to be near comes when there is one to mark or to choose. */
  beginNear() {
    const { map, root, toMap, fromMap } = this;
    const nearPoint = async () => {
      const { default: NearPoint } = await import("./map/near-point.js");
      return new NearPoint(map, root, { toMap, fromMap, box: () => this.box(), tools: this.tools });
    };
    const choose = async (latlng, isByKey) => (await nearPoint()).choose(latlng, isByKey);
    this.tools.on("near", ({ detail }) => choose(map.getCenter(), detail === 0));
    map.on("contextmenu", ({ latlng }) => choose(latlng, false));
    if (root.dataset.near) nearPoint().then((point) => point.show());
  }

  build() {
    const { map, lang, root } = this;
    const words = mapWords(root.dataset);
    const addressOf = (slug) => `${root.dataset.venues}${slug}${this.moment}`;
    this.tiles = new VenueTiles(root.dataset.tiles, "sparse" in root.dataset);
    this.base = root.dataset.outside ? this.outsideTiles() : new BaseMap(map, lang);
    this.labels = new Labels(map);
    this.card = new MapCard(root.querySelector(".map__card"), { lang, otherTag: root.dataset.otherTag, words, addressOf });
    this.pins = new Pins(map, {
      words,
      lang,
      addressOf,
      toMap: this.toMap,
      cover: () => this.tools.obstacle(),
      onSelect: (pins) => this.card.show(pins, this.hours.stateOf),
      onOpenGroup: (members) => this.openGroup(members),
    });
    this.list = new ResultList(document.getElementById("results"));
    this.tools = new MapTools(root, map, this.toMap);
  }

  outsideTiles() {
    const { outside, subdomains, maxZoom } = this.root.dataset;
    L.tileLayer(outside, { subdomains, maxNativeZoom: Number(maxZoom) }).addTo(this.map);
    return null;
  }

  /* Begin where the address or the question says, else where the shell does. */
  look() {
    const asked = new URLSearchParams(location.search).get("bbox");
    const box = asked ?? this.root.dataset.focus;
    if (!box) return;
    const [west, south, east, north] = box.split(",").map(Number);
    const bounds = L.latLngBounds([this.toMap({ lat: south, lng: west }), this.toMap({ lat: north, lng: east })]);
    this.map.fitBounds(asked ? bounds.pad(-0.02) : bounds, { animate: false });
    if (asked) this.listBox = [west, south, east, north];
  }

  async moved() {
    this.listBox = this.box();
    await this.draw();
    this.list.show({ bbox: this.listBox.join(",") });
  }

  /* The slider moves: only lights change, from hours that are here already. */
  turnTo(minute) {
    this.hours.minute = minute;
    this.moment = `?at=${this.slider.moment}`;
    this.light();
  }

  /* The slider rests: list and address follow. */
  rest() {
    this.tools.say(`${this.slider.said}: ${this.slider.told}`);
    this.list.show({ at: this.slider.moment, bbox: (this.listBox ??= this.box()).join(",") });
  }

  /* The address has changed by going back or forward: its hour, its view, its list. */
  goBack() {
    const minute = this.slider.minuteIn(location.href);
    if (minute === this.slider.minute) return;
    this.slider.moveTo(minute);
    this.look();
    this.list.show({ bbox: this.box().join(",") });
  }

  /* What the map shows as [west, south, east, north] in WGS-84, five decimals. */
  box() {
    const bounds = this.map.getBounds();
    const low = this.fromMap(bounds.getSouthWest());
    const high = this.fromMap(bounds.getNorthEast());
    return [low.lng, low.lat, high.lng, high.lat].map((degrees) => Number(degrees.toFixed(5)));
  }

  async draw() {
    const turn = (this.turn = Symbol("draw"));
    const box = this.listBox ?? this.box();
    const loaded = await this.tiles.inBox(box, this.map.getZoom(), this.filter.isAnything);
    if (turn !== this.turn) return;
    this.inView = loaded.filter((pin) => isInside(pin, box) && this.filter.keeps(pin));
    this.base?.restyle();
    this.light(true);
  }

  /* Show what is in view as it is at the hour; names move only where pins come or go. */
  light(hasMoved = false) {
    const { hours, filter } = this;
    const there = this.inView.filter((pin) => hours.isThere(pin));
    const hasChanged = this.pins.draw(
      there.filter((pin) => filter.keepsState(hours.stateOf(pin))),
      hours,
    );
    if (hasMoved || hasChanged) this.name();
    this.slider.tell(hours.tally(there));
    this.card.follow(hours.stateOf);
  }

  name() {
    const names = [...(this.base?.names() ?? []), ...this.venueNames(this.pins.shown)];
    this.labels.draw(names, [...this.pins.obstacles(), this.tools.obstacle()]);
  }

  venueNames(groups) {
    if (this.map.getZoom() < NAMES_FROM_ZOOM) return [];
    const single = groups.filter(({ members }) => members.length === 1 && !members[0].isCluster);
    return single.map(({ members: [pin] }) => ({
      ...this.toMap(pin),
      text: nameOf(pin, this.lang),
      kind: "venue",
      rank: VENUE_RANK + pin.r,
      around: 16,
    }));
  }

  openGroup(members) {
    const bounds = L.latLngBounds(members.map((pin) => this.toMap(pin)));
    const isPoint = bounds.getNorthEast().distanceTo(bounds.getSouthWest()) < 15;
    const atEnd = this.map.getZoom() >= this.map.getMaxZoom();
    if (members.every((pin) => !pin.isCluster) && (isPoint || atEnd)) this.card.show(members, this.hours.stateOf);
    else this.zoomInto(bounds);
  }

  zoomInto(bounds) {
    const zoom = Math.max(this.map.getZoom() + 1, Math.min(this.map.getBoundsZoom(bounds.pad(0.2)), this.map.getMaxZoom()));
    this.map.setView(bounds.getCenter(), Math.min(zoom, this.map.getMaxZoom()));
  }
}

function isInside({ lat, lng }, [west, south, east, north]) {
  return west <= lng && lng <= east && south <= lat && lat <= north;
}
