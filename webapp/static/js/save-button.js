/* Saves the page it stands on, on this device; pressed while it is saved. */
import { LISTS, add, find, restore, take } from "./saved/store.js";
import { whetherKept } from "./saved/kept.js";

export default class SaveButton {
  constructor(button) {
    this.button = button;
    this.words = button.dataset;
    this.list = LISTS[this.words.kind];
    button.hidden = false;
    button.addEventListener("click", () => this.toggle());
    addEventListener("saved-change", () => this.show());
    this.show();
  }

  get isSaved() {
    return Boolean(find(this.list, this.words.name));
  }

  show() {
    this.button.setAttribute("aria-pressed", this.isSaved);
  }

  async toggle() {
    if (this.isSaved) {
      this.taken = take(this.list, this.words.name);
      return this.say(this.words.i18nRemoved);
    }
    if (!this.save()) return this.say(this.words.i18nRefused);
    const isKept = await whetherKept(this.words.kind, this.words.name);
    return this.isSaved && this.say(isKept ? this.words.i18nSaved : this.words.i18nListed);
  }

  /* Pressed again it is as it was before, with whatever else was known of it. */
  save() {
    if (this.taken) return restore(this.list, this.taken);
    const { name, nameZh, nameEn, on } = this.words;
    return add(this.list, { [this.list.id]: name, name_zh: nameZh, name_en: nameEn, ...(on && { on }) });
  }

  say(text) {
    this.note ??= this.makeNote();
    this.note.textContent = text;
  }

  makeNote() {
    const note = document.createElement("p");
    note.className = "notice mt-s save-note";
    note.role = "status";
    (this.button.closest(".actions, .row") ?? this.button).after(note);
    return note;
  }
}
