/* A page that was kept, or has been open for a while, tells the states of now from prepared openings:
   every [data-hours] gets its state, its words and its bar anew. */
import { barAt, localOf, minuteOfDay, readOpenings, stateAt, wordsOf } from "./open-state.js";

export const FILE = "/tiles/openings.json";
const CLOCKS_AGREE_MS = 180000;
const BAR_STEP_MIN = 6;
const SIX_HOURS_MS = 21600000;
const SVG = "http://www.w3.org/2000/svg";

/* `told` is the server's now when the page was made, `at` the device's. A clock that is wrong, or a
   server whose clock is held, stays as far away as it was. */
export function nowBy(told, at) {
  const apart = Date.parse(told) - at;
  return new Date(Date.now() + (Math.abs(apart) < CLOCKS_AGREE_MS ? 0 : apart));
}

/* The openings kept on this device when they reach to `date`, else from the network; null without both. */
export async function openingsFor(date) {
  const kept = await globalThis.caches?.match(FILE).then((answer) => answer?.json());
  if (kept && reaches(kept, date)) return kept;
  try {
    const answer = await fetch(FILE);
    return answer.ok ? await answer.json() : (kept ?? null);
  } catch {
    return kept ?? null;
  }
}

export default async function tellNow(told, at) {
  const date = nowBy(told, at);
  const file = await openingsFor(date);
  if (!file) return;
  const texts = { ...file.texts[document.documentElement.lang.slice(0, 2)], shapes: file.shapes };
  for (const element of document.querySelectorAll("[data-hours]")) {
    const openings = readOpenings(file, element.dataset.hours);
    const status = openings ? stateAt(openings, element.dataset.basis, date) : { state: "unknown", nuance: null, beyond: true };
    show(element, status, { openings, date, texts });
  }
  for (const bar of document.querySelectorAll("[data-venue]:not([data-hours]) .bar")) turnMinute(bar, minuteOfDay(date));
  tellClock(date, texts);
  document.documentElement.dataset.told = date.toISOString();
}

export function show(element, status, { openings, date, texts }) {
  const own = (selector) => [...element.querySelectorAll(selector)].find((part) => part.closest("[data-hours]") === element);
  const words = wordsOf(status, date, texts);
  mark(element, status);
  const state = own(".state");
  if (state) {
    mark(state, status);
    state.querySelector("svg").innerHTML = texts.shapes[words.shade];
    state.lastChild.textContent = words.word;
    tellMore(state, own(".state__more"), words.more);
  }
  const [bar, week] = [own(":not(td) > .bar"), own(".hours")];
  if (bar) redraw(bar, barAt(openings, date), minuteOfDay(date), status.usual);
  if (week) turnWeek(week, date);
}

function mark(element, { state, nuance }) {
  element.dataset.state = state;
  if (nuance) element.dataset.nuance = nuance;
  else delete element.dataset.nuance;
}

function tellMore(state, line, more) {
  if (line) line.textContent = more;
  else if (more) state.after(Object.assign(document.createElement("span"), { className: "state__more", textContent: more }));
}

/* The bar of a day from 06 to 06, as templates/components/venues.html draws it. */
function redraw(bar, spans, minute, isUsual) {
  for (const old of bar.querySelectorAll(".o, .h, .u")) old.remove();
  if (!spans) bar.append(shape("rect", { class: "u", x: 1, y: 2, width: 238, height: 14 }));
  for (const [start, end] of spans ?? []) {
    bar.append(shape("rect", { class: isUsual ? "h" : "o", x: wide(start), width: wide(end - start), height: 18 }));
  }
  turnMinute(bar, minute);
}

function turnMinute(bar, minute) {
  for (const old of bar.querySelectorAll(".now, .nowgap")) old.remove();
  const x = wide(minute);
  bar.append(shape("path", { class: "nowgap", d: `M${x} -3V21` }), shape("path", { class: "now", d: `M${x} -4V22` }));
}

/* The week's table keeps its days; which of them is today may have changed, or none is. */
function turnWeek(week, date) {
  for (const old of week.querySelectorAll(".now, .nowgap")) old.remove();
  const said = week.querySelector(".today th .vh");
  said?.remove();
  week.querySelector(".today")?.classList.remove("today");
  const day = new Date(localOf(date) - SIX_HOURS_MS).toISOString().slice(0, 10);
  const row = week.querySelector(`[data-day="${day}"]`);
  if (!row) return;
  row.classList.add("today");
  if (said) row.querySelector("th").append(" ", said);
  turnMinute(row.querySelector(".bar"), minuteOfDay(date));
}

function wide(minutes) {
  return Math.round((minutes / BAR_STEP_MIN) * 10) / 10;
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/* Where the page names its hour: "Friday 21:40". */
export function tellClock(date, { weekdays }) {
  const local = localOf(date);
  const words = `${weekdays[(local.getUTCDay() + 6) % 7]} ${local.toISOString().slice(11, 16)}`;
  for (const place of document.querySelectorAll("[data-clock]")) place.textContent = words;
}

function reaches({ from, days }, date) {
  const passed = (date - Date.parse(`${from}T00:00+08:00`)) / 86400000;
  return passed >= 0 && passed < days;
}
