/* Which pins answer the address's question: plain filters here, the others by asking the server. */
const PLAIN = ["scenario", "kind", "district", "state", "open"];
const ASKED = ["q", "area", "line", "station", "near", "within", "step_free", "benefit", "tag"];

export default class PinFilter {
  constructor(parameters, matches) {
    this.plain = Object.fromEntries(PLAIN.map((name) => [name, parameters.get(name) || null]));
    this.state = this.plain.open ? "open" : this.plain.state;
    this.matches = matches;
  }

  /* Read the page's question; asks `address` for the matching slugs when tiles cannot tell. */
  static async of(parameters, address) {
    if (!ASKED.some((name) => parameters.get(name))) return new PinFilter(parameters, null);
    const asked = new URLSearchParams(parameters);
    for (const name of ["bbox", "page", "view", "sort"]) asked.delete(name);
    const answer = await fetch(`${address}?${asked}`);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const { slugs } = await answer.json();
    return new PinFilter(parameters, new Set(slugs));
  }

  /* Whether every venue answers. */
  get isAnything() {
    return !this.matches && !this.state && PLAIN.every((name) => !this.plain[name]);
  }

  /* A prepared cluster is only asked for when every venue answers. */
  keeps(pin, stateOf) {
    if (pin.isCluster) return this.isAnything;
    const { scenario, kind, district } = this.plain;
    return (
      (!scenario || pin.ss.includes(scenario)) &&
      (!kind || pin.k === kind) &&
      (!district || pin.d === district) &&
      (!this.matches || this.matches.has(pin.slug)) &&
      (!this.state || stateOf(pin).state === this.state)
    );
  }
}
