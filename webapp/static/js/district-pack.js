/* A district from the device: places by scenario with the states of now, and a small map of them. */
import { nowBy, openingsFor, show, tellClock } from "./open-now.js";
import { barAt, readOpenings, stateAt } from "./open-state.js";
import PackMap from "./packs/map.js";
import { canHold, readPack, takePack } from "./packs/held.js";
import { fillFold, fillItinerary, fillVenue } from "./packs/rows.js";

const FIRST_SHOWN = 6;
const MINUTE_MS = 60000;
const UNKNOWN = { state: "unknown", nuance: null };

export default class DistrictPack {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.status = root.querySelector("[data-status]");
    this.begin();
  }

  async begin() {
    try {
      const { pack, savedAt } = await readPack(this.words.lang, this.words.code);
      await this.fill(pack, savedAt);
    } catch {
      this.status.textContent = this.words.i18nMissing;
    }
  }

  async fill(pack, savedAt) {
    this.loadedAt = Date.now();
    this.pack = pack;
    this.texts = { ...pack.texts, shapes: pack.shapes };
    await this.tellTime();
    this.venues = pack.venues.filter(({ ends_on: last }) => !last || last >= this.date.toISOString().slice(0, 10));
    this.map = new PackMap(this.root.querySelector("[data-map]"), pack.map);
    this.search = this.root.querySelector("input[type=search]");
    this.onlyOpen = this.root.querySelector("input[type=checkbox]");
    for (const field of [this.search, this.onlyOpen]) field.addEventListener("input", () => this.draw());
    this.fillItineraries();
    this.root.querySelector("[data-filled]").hidden = false;
    this.tellSource(savedAt);
    this.draw();
    setInterval(() => document.hidden || this.tellTime().then(() => this.draw()), 5 * MINUTE_MS);
    this.root.dataset.ready = "true";
  }

  /* Where the district comes from; one that is not on the device yet can be taken along from here. */
  tellSource(savedAt) {
    this.status.textContent = savedAt ? this.words.i18nSaved.replace("{day}", this.day(savedAt)) : this.words.i18nFresh;
    const offer = this.root.querySelector("[data-offer]");
    offer.hidden = Boolean(savedAt) || !canHold;
    offer.querySelector("button").onclick = ({ currentTarget }) => this.take(currentTarget);
  }

  async take(button) {
    button.disabled = true;
    try {
      await takePack(this.words.lang, this.words.code, () => {});
      this.tellSource(new Date());
    } catch {
      this.status.textContent = this.words.i18nFailed;
    } finally {
      button.disabled = false;
    }
  }

  /* The server's now when this page was made, carried on by the device's clock. */
  async tellTime() {
    const { now, savedAt } = document.documentElement.dataset;
    this.date = nowBy(now, savedAt ? Date.parse(savedAt) : this.loadedAt);
    this.file = (await openingsFor(this.date)) ?? this.pack;
    tellClock(this.date, this.texts);
    this.states = new Map(this.pack.venues.map((venue) => [venue, this.stateOf(venue)]));
  }

  stateOf({ hours }) {
    if (!hours) return { openings: null, status: UNKNOWN };
    const openings = readOpenings(this.file, hours.key) ?? readOpenings(this.pack, hours.key);
    return { openings, status: openings ? stateAt(openings, hours.basis, this.date) : UNKNOWN };
  }

  draw() {
    const asked = folded(this.search.value);
    const shown = this.venues.filter((venue) => this.isWanted(venue, asked));
    const groups = Map.groupBy ? Map.groupBy(shown, ({ scenario }) => scenario) : grouped(shown);
    for (const section of this.root.querySelectorAll("[data-group]")) this.drawGroup(section, groups.get(section.dataset.group) ?? []);
    const open = shown.filter((venue) => this.states.get(venue).status.state === "open").length;
    this.root.querySelector("[data-count]").textContent = this.words.i18nCount.replace("{count}", shown.length).replace("{open}", open);
    this.root.querySelector("[data-nothing]").hidden = shown.length > 0;
    this.map.show(shown.map((venue) => ({ ...venue, state: this.states.get(venue).status.state })));
  }

  drawGroup(section, venues, most = FIRST_SHOWN) {
    section.hidden = venues.length === 0;
    section.querySelector("[data-total]").textContent = venues.length;
    section.querySelector("ol").replaceChildren(...venues.slice(0, most).map((venue) => this.row(section, venue)));
    const more = section.querySelector("button");
    more.hidden = venues.length <= most;
    more.textContent = this.words.i18nAll.replace("{count}", venues.length);
    more.onclick = () => {
      this.drawGroup(section, venues, venues.length);
      section.querySelectorAll("ol > li > div summary")[most]?.focus();
    };
  }

  row(section, venue) {
    const row = section.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
    const { openings, status } = this.states.get(venue);
    fillVenue(row, venue, this.pack);
    show(row, status, { openings, date: this.date, texts: this.texts });
    row.querySelector("details").addEventListener("toggle", ({ target }) => {
      fillFold(target, venue, this.pack, barAt(openings, this.date));
      this.map.choose(target.open ? venue.slug : null);
    });
    return row;
  }

  isWanted(venue, asked) {
    const { name, address, kind } = venue;
    if (this.onlyOpen.checked && this.states.get(venue).status.state !== "open") return false;
    const words = [name.zh, name.en, address.zh, address.en, this.pack.labels.kind[kind]];
    return !asked || words.some((word) => folded(word).includes(asked));
  }

  fillItineraries() {
    const section = this.root.querySelector("[data-itineraries]");
    const { content } = section.querySelector("template");
    section.querySelector("ul").append(...this.pack.itineraries.map((each) => fillItinerary(content.firstElementChild.cloneNode(true), each, this.pack)));
    section.hidden = this.pack.itineraries.length === 0;
  }

  day(date) {
    const style = { day: "numeric", month: "long", timeZone: "Asia/Shanghai" };
    return new Intl.DateTimeFormat(document.documentElement.lang, style).format(date);
  }
}

function folded(text = "") {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function grouped(venues) {
  const groups = new Map();
  for (const venue of venues) groups.set(venue.scenario, [...(groups.get(venue.scenario) ?? []), venue]);
  return groups;
}
