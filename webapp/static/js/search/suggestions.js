/* Asks for suggestions: one question at a time, each answer kept, older questions dropped. */
const KEPT = 50;

export default class Suggestions {
  constructor(address) {
    this.address = address;
    this.answers = new Map();
  }

  /* The answer to what is typed, or null when a newer question came in between or the net failed. */
  async of(typed) {
    this.drop();
    const known = this.answers.get(typed);
    if (known) return known;
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const answer = await fetch(this.addressOf(typed), { signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return null;
      const found = await answer.json();
      this.keep(typed, found);
      return signal.aborted ? null : found;
    } catch {
      return null; // the form still searches without suggestions
    }
  }

  drop() {
    this.asking?.abort();
  }

  addressOf(typed) {
    const address = new URL(this.address, location.href);
    address.searchParams.set("q", typed);
    return address;
  }

  keep(typed, found) {
    if (this.answers.size >= KEPT) this.answers.delete(this.answers.keys().next().value);
    this.answers.set(typed, found);
  }
}
