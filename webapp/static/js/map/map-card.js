/* The plate at the foot of the map that names the venue, or venues, just chosen. */
import { nameOf } from "./words.js";

export default class MapCard {
  constructor(element, { lang, otherTag, words, addressOf }) {
    Object.assign(this, { element, lang, otherTag, words, addressOf });
    this.list = element.querySelector("ul");
    element.querySelector("button").addEventListener("click", () => this.close());
    element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  show(pins, stateOf) {
    this.cameFrom = document.activeElement?.dataset?.pin;
    this.pins = pins;
    this.list.replaceChildren(...pins.map((pin) => this.line(pin, stateOf(pin))));
    this.element.hidden = false;
    this.list.querySelector("a").focus({ preventScroll: true });
  }

  /* Say the states anew when the hour has changed. */
  follow(stateOf) {
    if (this.element.hidden) return;
    [...this.list.children].forEach((item, i) => {
      item.querySelector("a").href = this.addressOf(this.pins[i].slug);
      item.querySelector(".muted").textContent = this.words.state(stateOf(this.pins[i]));
    });
  }

  close() {
    this.element.hidden = true;
    const pin = this.cameFrom && document.querySelector(`[data-pin="${CSS.escape(this.cameFrom)}"]`);
    pin?.focus({ preventScroll: true });
  }

  line(pin, state) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = this.addressOf(pin.slug);
    link.textContent = nameOf(pin, this.lang);
    const other = document.createElement("small");
    other.lang = this.otherTag;
    other.textContent = nameOf(pin, this.lang === "zh" ? "en" : "zh");
    const word = document.createElement("span");
    word.className = "muted";
    word.textContent = this.words.state(state);
    item.append(link, other, word);
    return item;
  }
}
