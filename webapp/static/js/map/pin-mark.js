/* One mark on the map, kept while the hour changes: a venue's pin, or what stands for a group. */
import { sizeOf } from "./groups.js";
import { pinIcon } from "./pin-icons.js";
import { nameOf } from "./words.js";

const HIT_PX = 44;
const GROUP_WEIGHT = 500;

export default class PinMark {
  constructor(group, zoom, isPlate, tools) {
    Object.assign(this, { group, zoom, tools });
    this.first = group.members[0];
    this.count = sizeOf(group);
    this.isVenue = this.count === 1 && !this.first.isCluster;
    this.isPlate = !this.isVenue && (isPlate || this.first.isCluster);
    this.link = this.isVenue ? this.pinLink() : this.groupButton();
    const icon = L.divIcon({ html: this.link, className: "pin", iconSize: [HIT_PX, HIT_PX] });
    this.marker = L.marker(tools.toMap(this.first), { icon, keyboard: false });
  }

  /* Light the mark as the hours say. Far out a group is its number, nearer it is its first venue. */
  show(group, hours, weight) {
    this.group = group;
    this.follow();
    const state = hours.stateOf(this.first);
    const open = this.isVenue ? 0 : hours.tally(group.members).open;
    const look = `${state.state} ${state.nuance} ${open}`;
    if (look === this.look) return;
    this.look = look;
    this.marker.setZIndexOffset(this.count === 1 ? weight : GROUP_WEIGHT);
    if (this.isVenue) this.lightPin(state);
    else this.lightGroup(state, open);
  }

  /* The link leads to the venue at the moment the map shows. */
  follow() {
    if (!this.isVenue) return;
    const address = this.tools.addressOf(this.first.slug);
    if (address !== this.link.getAttribute("href")) this.link.href = address;
  }

  lightPin(state) {
    this.link.dataset.state = state.state;
    this.link.setAttribute("aria-label", this.tools.words.pin(this.name, state));
    this.link.replaceChildren(pinIcon(this.first.s, state, this.zoom));
  }

  lightGroup(state, open) {
    const { words } = this.tools;
    this.link.dataset.open = open;
    if (this.isPlate) {
      this.link.setAttribute("aria-label", words.group(this.count, open));
      return;
    }
    const others = document.createElement("span");
    others.className = "pin__others";
    others.textContent = `+${this.count - 1}`;
    this.link.replaceChildren(pinIcon(this.first.s, state, this.zoom), others);
    this.link.setAttribute("aria-label", words.groupOf(`${this.name} ${others.textContent}`, this.count, open));
  }

  pinLink() {
    const link = document.createElement("a");
    link.dataset.pin = this.first.slug;
    link.addEventListener("click", (event) => this.select(event));
    return link;
  }

  groupButton() {
    const link = document.createElement("button");
    link.type = "button";
    link.className = `pin__group${this.isPlate ? " pin__group--plate" : ""}`;
    link.dataset.pin = `group-${this.first.slug ?? "many"}`;
    link.dataset.count = this.count;
    if (this.isPlate) link.textContent = this.count;
    link.addEventListener("click", (event) => {
      event.stopPropagation();
      this.tools.onOpenGroup(this.group.members);
    });
    return link;
  }

  select(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.tools.onSelect([this.first]);
  }

  get name() {
    return nameOf(this.first, this.tools.lang);
  }
}
