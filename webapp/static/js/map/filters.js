/* Which pins answer the address's question: plain filters here, the others by asking the server.
   The state is never asked for: it changes with the time. */
const PLAIN = ["scenario", "kind", "district"];
const NO_FILTERS = ["state", "open", "at", "on", "hour", "bbox", "page", "sort", "view"];

export default class PinFilter {
  constructor(parameters, state, matches) {
    this.plain = Object.fromEntries(PLAIN.map((name) => [name, parameters.get(name) || null]));
    this.state = state || null;
    this.matches = matches;
  }

  /* Read the page's question; asks `address` for the slugs that answer it on a day when tiles cannot tell. */
  static async of(parameters, { only, matches: address, day }) {
    if (isPlain(parameters)) return new PinFilter(parameters, only, null);
    const asked = new URLSearchParams(parameters);
    for (const name of NO_FILTERS) asked.delete(name);
    asked.set("at", `${day}T06:00`);
    const answer = await fetch(`${address}?${asked}`);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const { slugs } = await answer.json();
    return new PinFilter(parameters, only, new Set(slugs));
  }

  /* Whether every venue answers. */
  get isAnything() {
    return !this.matches && !this.state && PLAIN.every((name) => !this.plain[name]);
  }

  /* Whether a pin answers at some time; a prepared cluster is only asked for when every venue does. */
  keeps(pin) {
    if (pin.isCluster) return this.isAnything;
    if (this.matches) return this.matches.has(pin.slug);
    const { scenario, kind, district } = this.plain;
    return (!scenario || pin.ss.includes(scenario)) && (!kind || pin.k === kind) && (!district || pin.d === district);
  }

  /* Whether a pin in this state answers now. */
  keepsState({ state }) {
    return !this.state || state === this.state;
  }
}

function isPlain(parameters) {
  return [...new Set(parameters.keys())].every((name) => {
    const values = parameters.getAll(name).filter(Boolean);
    return NO_FILTERS.includes(name) || !values.length || (PLAIN.includes(name) && values.length === 1);
  });
}
