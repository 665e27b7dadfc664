/* Places and itineraries of a pack put into the rows the page brought along. */
const HOUR_MIN = 60;
const DAY_MIN = 1440;
const STARTS_MIN = 360;

export function fillVenue(row, venue, { lang, labels }) {
  Object.assign(row.dataset, { venue: venue.slug, hours: venue.hours?.key ?? "", basis: venue.hours?.basis ?? "" });
  tell(row, "name", venue.name[lang]);
  tell(row, "other", venue.name[otherThan(lang)]);
  tell(row, "kind", labels.kind[venue.kind]);
}

/* What stands in the fold, put there when it opens first. `spans` are the open hours of today, in
   minutes after 06:00, null when unknown. */
export function fillFold(fold, venue, { lang, labels }, spans) {
  const template = fold.querySelector("template");
  if (!template) return;
  template.replaceWith(template.content);
  tell(fold, "summary", venue.summary);
  tell(fold, "address", venue.address[lang]);
  tell(fold, "address-other", venue.address[otherThan(lang)]);
  tellPhone(fold, venue.phone);
  tell(fold, "hours", spans?.map(([start, end]) => `${clock(start + STARTS_MIN)}–${clock(end + STARTS_MIN)}`).join(" "));
  tell(fold, "station", venue.station && stationWords(venue.station, lang, fold));
  tell(fold, "access", venue.access.map((fact) => labels.access[fact]).join(lang === "zh" ? "、" : ", "));
  for (const link of fold.querySelectorAll("a[data-to]")) link.href = `/${lang}/venues/${venue.slug}${link.dataset.to}`;
}

export function fillItinerary(row, itinerary, { lang }) {
  tell(row, "name", itinerary.name[lang]);
  tell(row, "other", itinerary.name[otherThan(lang)]);
  tell(row, "story", itinerary.story);
  tell(row, "times", `${clock(itinerary.starts_min)}–${clock(itinerary.ends_min)}`);
  row.querySelector("a[data-to]").href = `/${lang}/itineraries/${itinerary.slug}`;
  const { content } = row.querySelector("template");
  row.querySelector("ol").append(...itinerary.stops.map((stop) => fillStop(content.firstElementChild.cloneNode(true), stop, lang)));
  return row;
}

function fillStop(row, stop, lang) {
  tell(row, "time", clock(stop.arrive_min));
  tell(row, "stop", stop.name[lang]);
  tell(row, "why", stop.why);
  return row;
}

/* A fact nobody states takes its line away. */
function tell(row, name, text) {
  const place = row.querySelector(`[data-part="${name}"]`);
  if (text) place.textContent = text;
  else (place.closest("[data-fact]") ?? place).remove();
}

function tellPhone(row, phone) {
  const link = row.querySelector("a[data-part=phone]");
  tell(row, "phone", phone);
  if (phone) link.href = `tel:${phone.split(/[/、]/)[0].replace(/[^+\d]/g, "")}`;
}

function stationWords({ name, walk_min: minutes }, lang, row) {
  return row.querySelector("[data-part=station]").dataset.i18nWalk.replace("{station}", name[lang]).replace("{minutes}", minutes);
}

function otherThan(lang) {
  return lang === "zh" ? "en" : "zh";
}

function clock(minutes) {
  const [hour, minute] = [Math.floor((minutes % DAY_MIN) / HOUR_MIN), minutes % HOUR_MIN];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
