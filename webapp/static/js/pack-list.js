/* Districts to take along: each row downloads, renews or deletes its own. */
import { canHold, dropPack, heldPacks, takePack } from "./packs/held.js";

export default class PackList {
  constructor(root) {
    this.root = root;
    this.lang = root.dataset.lang;
    this.words = root.dataset;
    this.rows = [...root.querySelectorAll("[data-pack]")];
    if (!canHold) {
      for (const row of this.rows) row.querySelector("[data-act=take]").hidden = true;
      return;
    }
    for (const row of this.rows) {
      row.querySelector("[data-act=take]").addEventListener("click", () => this.take(row));
      row.querySelector("[data-act=drop]").addEventListener("click", () => this.drop(row));
    }
    this.show();
  }

  async show() {
    const held = new Map((await heldPacks()).filter(({ lang }) => lang === this.lang).map((pack) => [pack.code, pack]));
    for (const row of this.rows) this.mark(row, held.get(row.dataset.pack));
    const size = [...held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    this.say(held.size ? this.words.i18nHeld.replace("{count}", held.size).replace("{size}", kilobytes(size)) : this.words.i18nNone);
  }

  mark(row, held) {
    const [take, drop, note] = ["[data-act=take]", "[data-act=drop]", ".pack__held"].map((part) => row.querySelector(part));
    take.hidden = false;
    take.querySelector("span").textContent = held ? this.words.i18nRenew : this.words.i18nTake;
    take.classList.toggle("button--plain", Boolean(held));
    drop.hidden = !held;
    note.hidden = !held;
    row.toggleAttribute("data-held", Boolean(held));
    if (held) note.querySelector("span").textContent = this.words.i18nSince.replace("{day}", this.day(held.savedAt));
  }

  async take(row) {
    const [take, progress] = [row.querySelector("[data-act=take]"), row.querySelector("progress")];
    take.disabled = true;
    progress.hidden = false;
    try {
      await takePack(this.lang, row.dataset.pack, (share) => (progress.value = share));
      await this.show();
      this.say(this.words.i18nTaken.replace("{name}", row.dataset.name));
    } catch {
      this.say(this.words.i18nFailed.replace("{name}", row.dataset.name));
    } finally {
      take.disabled = false;
      progress.hidden = true;
      take.focus();
    }
  }

  async drop(row) {
    await dropPack(this.lang, row.dataset.pack);
    await this.show();
    this.say(this.words.i18nDropped.replace("{name}", row.dataset.name));
    row.querySelector("[data-act=take]").focus();
  }

  say(text) {
    this.root.querySelector("[role=status]").textContent = text;
  }

  day(date) {
    const style = { day: "numeric", month: "long", timeZone: "Asia/Shanghai" };
    return new Intl.DateTimeFormat(document.documentElement.lang, style).format(date);
  }
}

function kilobytes(bytes) {
  return Math.ceil(bytes / 1000);
}
