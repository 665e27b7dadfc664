/* A search field that suggests while one types: an editable combobox with a list, as the ARIA
   Authoring Practices describe it. Without it the form works as it is. */
import makeOption from "./search/option.js";
import Suggestions from "./search/suggestions.js";

const WAIT_MS = 120;
const TOLD_AFTER_MS = 500;
const COMPOSING = 229; // what a key is called while an input method uses it
const ELSEWHERE = ["q", "literal", "page", "sort", "bbox", "place", "near", "within", "walk", "station", "area", "district"];
let boxes = 0;

export default class SearchBox {
  constructor(root) {
    this.root = root;
    this.input = root.querySelector("input[type=search]");
    this.suggestions = new Suggestions(root.dataset.suggestions);
    this.items = [];
    this.active = -1;
    this.build(`suggestions-${(boxes += 1)}`);
    this.listen();
    if (this.input.value !== this.input.defaultValue) this.typed();
  }

  build(id) {
    const { input } = this;
    this.list = document.createElement("ul");
    Object.assign(this.list, { id, role: "listbox", className: "suggestions", hidden: true });
    this.status = document.createElement("span");
    Object.assign(this.status, { role: "status", className: "vh" });
    input.after(this.list, this.status);
    input.role = "combobox";
    input.autocapitalize = "none";
    input.spellcheck = false;
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", "false");
  }

  listen() {
    const { input, list } = this;
    input.addEventListener("compositionstart", () => this.forget());
    for (const type of ["compositionend", "input"]) input.addEventListener(type, () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => this.tapped(event));
  }

  /* While an input method composes, what stands in the field is not yet what is meant. */
  get isComposing() {
    return this.input.hasAttribute("data-composing");
  }

  typed() {
    if (this.isComposing) return;
    this.forget();
    this.waiting = setTimeout(() => this.ask(), WAIT_MS);
  }

  forget() {
    clearTimeout(this.waiting);
    this.suggestions.drop();
  }

  async ask() {
    const typed = this.input.value.trim();
    if (!typed) return this.close();
    const found = await this.suggestions.of(typed);
    if (found && this.input.value.trim() === typed && document.activeElement === this.input) this.show(found);
    return undefined;
  }

  show({ items, label, status }) {
    this.items = items;
    this.list.setAttribute("aria-label", label);
    this.choose(-1);
    this.list.replaceChildren(...items.map((item, at) => makeOption(item, `${this.list.id}-${at}`)));
    this.expand(items.length > 0);
    this.tell(status);
  }

  expand(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.makeRoom();
    else this.choose(-1);
  }

  /* On a phone the keyboard covers half the page: the field goes up when its list has no room. */
  makeRoom() {
    const height = window.visualViewport?.height ?? window.innerHeight;
    const { top, bottom } = this.list.getBoundingClientRect();
    if (bottom > height && top > height / 3) this.root.scrollIntoView({ block: "start" });
  }

  close() {
    this.forget();
    clearTimeout(this.telling);
    this.status.textContent = "";
    this.expand(false);
  }

  /* Say how many there are once the typing rests. */
  tell(status) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => (this.status.textContent = status), TOLD_AFTER_MS);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  pressed(event) {
    if (event.isComposing || this.isComposing || event.keyCode === COMPOSING) return;
    const act = {
      ArrowDown: () => this.move(1, event.altKey),
      ArrowUp: () => this.move(-1, event.altKey),
      Enter: () => this.go(this.items[this.active]),
      Escape: () => this.isOpen && this.close() !== false,
      Home: () => this.leaveList(),
      End: () => this.leaveList(),
      ArrowLeft: () => this.leaveList(),
      ArrowRight: () => this.leaveList(),
    }[event.key];
    if (act?.()) event.preventDefault();
  }

  /* Down and up go round through the field itself; with Alt they only open and close. */
  move(step, isAlt) {
    if (isAlt && this.isOpen && step < 0) this.close();
    else if (!this.items.length) this.ask();
    else if (!this.isOpen) this.reopen(isAlt ? 0 : step);
    else if (!isAlt) this.choose(this.next(step));
    return true;
  }

  reopen(step) {
    this.expand(true);
    if (step) this.choose(this.next(step));
  }

  next(step) {
    const places = this.items.length + 1; // the field is one of them
    return ((this.active + 1 + step + places) % places) - 1;
  }

  choose(at) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.list.children[at];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
    return undefined;
  }

  /* The caret moves in the field: the list stays, nothing in it is chosen. */
  leaveList() {
    this.choose(-1);
    return false;
  }

  tapped(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.go(this.items[[...this.list.children].indexOf(option)]);
  }

  go(item) {
    if (!item || !this.isOpen) return false;
    this.close();
    this.input.value = item.name;
    location.assign(this.addressOf(item));
    return true;
  }

  /* On a list or map a place narrows what is there; all else has a page of its own. */
  addressOf({ address, filter }) {
    const { here } = this.root.dataset;
    if (here && filter) return narrowed(here, filter);
    const page = new URL(address, location.href);
    const at = new URLSearchParams(location.search).get("at");
    if (at) page.searchParams.set("at", at); // the chosen moment goes along, as with every link
    return page;
  }
}

/* The page `here` with the filters it has, about another place. */
function narrowed(here, [name, value]) {
  const page = new URL(here, location.href);
  page.search = location.search;
  for (const other of ELSEWHERE) page.searchParams.delete(other);
  page.searchParams.set(name, value);
  return page;
}
