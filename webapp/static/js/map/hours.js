/* States at any minute of one service day, from the day's prepared opening spans.
   Minutes count from 06:00 (0) to 06:00 of the next day (1440). */
const SOON_MIN = 30;
const DAY_MIN = 1440;

export default class DayHours {
  constructor({ spans, perhaps, usual }) {
    this.spans = spans;
    this.perhaps = perhaps;
    this.usual = new Set(usual);
  }

  static async load(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new DayHours(await answer.json());
  }

  /* {state: open|closed|unknown, nuance: soon|usual|null} of a pin at a minute of the day. */
  stateOf(pin, minute) {
    const spans = this.spans[pin.h];
    if (spans == null || within(this.perhaps[pin.h] ?? [], minute)) return { state: "unknown", nuance: null };
    const span = within(spans, minute);
    if (!span) return { state: "closed", nuance: null };
    const isSoon = span[1] - minute <= SOON_MIN && span[1] < DAY_MIN;
    const isUsual = pin.u === 1 || this.usual.has(pin.h);
    return { state: "open", nuance: isSoon ? "soon" : isUsual ? "usual" : null };
  }
}

function within(spans, minute) {
  return spans.find(([start, end]) => start <= minute && minute < end);
}
