/* The hours of one day above the map: a native slider, steps of half an hour, and the day played through.
   Minutes count from 06:00 (0) to 05:30 of the next morning (1410). */
import DayPlay from "./day-play.js";

const STEP_MIN = 30;
const LAST = 1410;
const STARTS_AT_MIN = 360;
const DAY_MIN = 1440;
const PARTS = [
  [360, "Morning"],
  [720, "Afternoon"],
  [960, "Evening"],
  [1080, "Night"],
  [DAY_MIN, "Late"],
];

export default class TimeSlider {
  /* onMove(minute): the hour changes, cheaply; onRest(minute): it has been chosen. */
  constructor(element, { onMove, onRest }) {
    Object.assign(this, { element, onMove, onRest, words: element.dataset });
    this.minute = this.first = Number(element.dataset.minute);
    this.range = element.querySelector("input");
    this.steps = element.querySelectorAll("[data-step]");
    this.play = new DayPlay(element.querySelector("[data-play]"), this);
    this.range.addEventListener("input", () => this.moveBy(() => Number(this.range.value)));
    this.range.addEventListener("change", () => this.onRest(this.minute));
    for (const link of this.steps) link.addEventListener("click", (event) => this.step(event, Number(link.dataset.step)));
    element.querySelector(".slider__range").hidden = false;
    this.show();
  }

  get isAtEnd() {
    return this.minute >= LAST;
  }

  /* The moment on the slider as an address says it, "2026-11-21T00:30". */
  get moment() {
    return momentOf(this.words.day, this.minute);
  }

  /* The minute an address asks for; where it asks for none, the one the page began with. */
  minuteIn(address) {
    const [, hour, minute] = /T(\d\d):(\d\d)$/.exec(new URL(address).searchParams.get("at") ?? "") ?? [];
    return hour ? (Number(hour) * 60 + Number(minute) - STARTS_AT_MIN + DAY_MIN) % DAY_MIN : this.first;
  }

  moveTo(minute) {
    this.minute = minute;
    this.show();
    this.onMove(minute);
  }

  /* The visitor takes over from the playing day. */
  moveBy(minuteOf) {
    this.play.stop();
    this.moveTo(minuteOf());
  }

  /* The full or half hour before or after; past either end the link leads to the next day. */
  step(event, minutes) {
    const target = minutes > 0 ? this.minute - (this.minute % STEP_MIN) + minutes : Math.ceil(this.minute / STEP_MIN - 1) * STEP_MIN;
    if (target < 0 || target > LAST) return;
    event.preventDefault();
    this.moveBy(() => target);
    this.onRest(target);
  }

  /* How many places are open, in words. */
  tell({ open, closed, unknown }) {
    const parts = [this.words.i18nCount.replace("{open}", open).replace("{all}", open + closed + unknown)];
    if (unknown) parts.push(this.words.i18nUnknown.replace("{unknown}", unknown));
    this.told = parts.join(" · ");
    this.element.querySelector("#open-count").textContent = this.told;
  }

  show() {
    const [, part] = PARTS.find(([end]) => this.minute < end);
    const hour = this.moment.slice(-5);
    this.said = this.words[`i18n${part}`].replace("{time}", hour);
    this.range.value = this.minute;
    this.range.setAttribute("aria-valuetext", this.said);
    this.element.querySelector(".slider__time").textContent = hour;
    this.element.querySelector(".slider__part").textContent = this.words[`i18n${part}Day`];
    for (const link of this.steps) link.href = addressAt(momentOf(this.words.day, this.minute + Number(link.dataset.step)));
  }
}

function momentOf(day, minute) {
  return new Date(Date.parse(`${day}T06:00Z`) + minute * 60000).toISOString().slice(0, 16);
}

function addressAt(moment) {
  const address = new URL(location.href);
  for (const name of ["on", "hour", "page"]) address.searchParams.delete(name);
  address.searchParams.set("at", moment);
  return address;
}
