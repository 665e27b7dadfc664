/* Whether a place is open, told on the device from prepared openings by the server's rules
   (webapp/domain/hours.py; both are held to tests/fixtures/hours_vectors.json). Pure: the instant
   is given. Instants are minutes of the epoch inside, Dates outside; days are Shanghai's. */
const MINUTE_MS = 60000;
const DAY_MIN = 1440;
const SHANGHAI_MIN = 480; // ahead of UTC; no clock has been changed since 1991
const DAY_STARTS_MIN = 360; // a service day runs from 06:00 to 06:00
const SOON_MIN = 30;
const SOON_ENOUGH_MIN = 360; // an hour this near is said without its day
const HORIZON_DAYS = 400;
const LOOKS_DAYS = [2, 9, HORIZON_DAYS];
const UNKNOWN = { state: "unknown", nuance: null, changesAt: null, opensAt: null, closesAt: null, always: false, usual: false };

/* One text's openings out of a file {from, days, hours: {key: {o, p, u, a}}}; null where there are none. */
export function readOpenings({ from, days, hours }, key) {
  const told = hours[key];
  if (!told) return null;
  const first = Date.parse(`${from}T00:00+08:00`) / MINUTE_MS;
  const known = spansOf(told.o, first, false);
  const spans = [...known, ...spansOf(told.p, first, true)].sort((one, other) => one.start - other.start);
  return { first, end: first + days * DAY_MIN, spans, usual: new Set(told.u), always: Boolean(told.a) };
}

/* {state, nuance, changesAt, opensAt, closesAt, always, usual, beyond?}: `openings` as read, null when
   the hours are unknown; `basis` is "usual" when no source confirms them. Outside the days of the
   openings the state is unknown, and `beyond` says why. */
export function stateAt(openings, basis, date) {
  if (!openings) return UNKNOWN;
  const at = Math.floor(date.getTime() / MINUTE_MS);
  if (openings.always) return always(basis === "usual");
  if (at < openings.first || at >= openings.end) return { ...UNKNOWN, beyond: true };
  const usual = basis === "usual" || openings.usual.has(serviceDay(openings, at));
  return outward(stateFrom(lookAhead(openings.spans, at), at, usual));
}

/* Open spans of the service day of an instant for its bar, in minutes after 06:00; null when unknown. */
export function barAt(openings, date) {
  const at = Math.floor(date.getTime() / MINUTE_MS);
  if (openings?.always) return [[0, DAY_MIN]];
  if (!openings || at < openings.first || at >= openings.end) return null;
  const start = openings.first + serviceDay(openings, at) * DAY_MIN + DAY_STARTS_MIN;
  const bar = clipped(openings.spans, start, start + DAY_MIN);
  const known = bar.filter(({ unknown }) => !unknown).map((span) => [span.start - start, span.end - start]);
  return known.length || !bar.length ? known : null;
}

/* Minutes after 06:00 of the service day of an instant. */
export function minuteOfDay(date) {
  return modulo(Math.floor(date.getTime() / MINUTE_MS) + SHANGHAI_MIN - DAY_STARTS_MIN, DAY_MIN);
}

/* A state as pages show it: {shade, word, more}; `texts` come with the openings. */
export function wordsOf(status, date, texts) {
  const shade = status.nuance ?? status.state;
  return { shade, word: texts.states[shade], more: moreOf(status, date, texts) };
}

/* An instant as said at another: 22:00, tomorrow 10:00, Monday 10:00, 3 October 10:00. */
export function hourNear(moment, date, { more, weekdays, dates }) {
  const [then, now] = [localOf(moment), localOf(date)];
  const hour = then.toISOString().slice(11, 16);
  const days = Math.floor(then / (DAY_MIN * MINUTE_MS)) - Math.floor(now / (DAY_MIN * MINUTE_MS));
  if (days === 0 || then - now < SOON_ENOUGH_MIN * MINUTE_MS) return hour;
  if (days === 1) return filled(more.tomorrow, { hour });
  const day = days < 7 ? weekdays[(then.getUTCDay() + 6) % 7] : filled(dates[then.getUTCMonth()], { d: then.getUTCDate() });
  return filled(more.day, { day, hour });
}

/* An instant as a Date whose UTC fields are Shanghai's. */
export function localOf(date) {
  return new Date(Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS + SHANGHAI_MIN * MINUTE_MS);
}

function always(usual) {
  return { ...UNKNOWN, state: "open", nuance: usual ? "usual" : null, always: true, usual };
}

function stateFrom(ahead, at, usual) {
  const [first, second] = ahead;
  if (!first || first.start > at) {
    return { ...UNKNOWN, state: "closed", changesAt: first?.start ?? null, opensAt: nextKnown(ahead), usual };
  }
  const endsAt = first.end >= at + HORIZON_DAYS * DAY_MIN ? null : first.end;
  if (first.unknown) return { ...UNKNOWN, changesAt: endsAt, opensAt: nextKnown(ahead.slice(1)), usual };
  /* Where perhaps-open hours follow, nobody can say that it is about to close. */
  const closes = endsAt !== null && second?.start !== endsAt;
  const nuance = closes && first.end - at <= SOON_MIN ? "soon" : usual ? "usual" : null;
  return { ...UNKNOWN, state: "open", nuance, changesAt: endsAt, closesAt: endsAt, always: endsAt === null, usual };
}

/* What is ahead, as far as needed to see the next change. */
function lookAhead(spans, at) {
  let ahead = [];
  for (const days of LOOKS_DAYS) {
    const end = at + days * DAY_MIN;
    ahead = clipped(spans, at, end);
    if (ahead.length && (ahead[0].start > at || ahead[0].end < end)) break;
  }
  return ahead;
}

function clipped(spans, start, end) {
  const seen = spans.filter((span) => span.start < end && span.end > start);
  return seen.map((span) => ({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) }));
}

function nextKnown(ahead) {
  return ahead.find(({ unknown }) => !unknown)?.start ?? null;
}

function serviceDay({ first }, at) {
  return Math.floor((at - first - DAY_STARTS_MIN) / DAY_MIN);
}

function outward(status) {
  const dated = (minute) => (minute === null ? null : new Date(minute * MINUTE_MS));
  const { changesAt, opensAt, closesAt } = status;
  return { ...status, changesAt: dated(changesAt), opensAt: dated(opensAt), closesAt: dated(closesAt) };
}

/* Steps to spans: minutes to the first start, its length, minutes to the next start … */
function spansOf(steps = [], first, unknown) {
  const spans = [];
  let at = first;
  for (let i = 0; i < steps.length; i += 2) {
    const start = at + steps[i];
    at = start + steps[i + 1];
    spans.push({ start, end: at, unknown });
  }
  return spans;
}

function moreOf(status, date, texts) {
  const { more } = texts;
  if (status.state === "unknown") return status.beyond ? more.beyond : more.unknown;
  if (status.state === "closed") return opensWords(status, date, texts);
  if (status.always || !status.closesAt) return more.always;
  const hour = hourNear(status.closesAt, date, texts);
  if (status.nuance !== "soon") return filled(status.nuance === "usual" ? more.usual : more.until, { hour });
  const num = Math.floor(status.closesAt / MINUTE_MS) - Math.floor(date / MINUTE_MS);
  return filled(num === 1 ? more.soonOne : more.soon, { hour, num });
}

function opensWords({ opensAt, usual }, date, texts) {
  if (!opensAt) return "";
  const hour = hourNear(opensAt, date, texts);
  return filled(usual ? texts.more.opensUsual : texts.more.opens, { hour });
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

function modulo(number, by) {
  return ((number % by) + by) % by;
}
