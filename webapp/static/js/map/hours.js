/* States at any minute of one service day, from the day's prepared opening spans.
   Minutes count from 06:00 (0) to 06:00 of the next day (1440). */
const SOON_MIN = 30;
const DAY_MIN = 1440;
const MIDNIGHT = 1080;

export default class DayHours {
  constructor({ on, spans, perhaps, usual, closing }, minute) {
    Object.assign(this, { on, spans, perhaps, minute });
    this.next = new Date(Date.parse(on) + DAY_MIN * 60000).toISOString().slice(0, 10);
    this.usual = new Set(usual);
    this.closing = new Set(closing);
  }

  static async load(address, minute) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new DayHours(await answer.json(), minute);
  }

  /* {state: open|closed|unknown, nuance: soon|usual|null} of a pin at the minute; clusters are drawn as open. */
  stateOf = (pin) => (pin.isCluster ? { state: "open", nuance: null } : this.stateAt(pin.h, pin.u));

  /* How many venues are open, closed and unknown, those in prepared clusters included. */
  tally(pins) {
    const counts = { open: 0, closed: 0, unknown: 0 };
    const add = (hours, count) => (counts[this.stateAt(hours).state] += count);
    for (const pin of pins) {
      if (!pin.isCluster) add(pin.h, 1);
      else for (const [hours, count] of Object.entries(pin.h)) add(hours, count);
    }
    return counts;
  }

  /* Whether a venue is still there: a pop-up goes with the end of its last day. */
  isThere(pin) {
    return !pin.e || pin.e >= (this.minute < MIDNIGHT ? this.on : this.next);
  }

  stateAt(hours, isUsual) {
    const { minute } = this;
    const spans = this.spans[hours];
    const perhaps = this.perhaps[hours] ?? [];
    if (spans == null || within(perhaps, minute)) return { state: "unknown", nuance: null };
    const span = within(spans, minute);
    if (!span) return { state: "closed", nuance: null };
    return { state: "open", nuance: this.isSoon(hours, span[1]) ? "soon" : isUsual || this.usual.has(hours) ? "usual" : null };
  }

  isSoon(hours, end) {
    const goesOn = end === DAY_MIN ? !this.closing.has(hours) : within(this.perhaps[hours] ?? [], end);
    return end - this.minute <= SOON_MIN && !goesOn;
  }
}

function within(spans, minute) {
  return spans.find(([start, end]) => start <= minute && minute < end);
}
