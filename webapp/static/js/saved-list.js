/* Lists what this device saved; each entry can be removed, and the removal undone. */
import { LISTS, all, restore, take } from "./saved/store.js";
import { visitedPages } from "./saved/visited.js";

export default class SavedList {
  constructor(root) {
    this.root = root;
    this.lang = root.dataset.lang;
    this.sections = [...root.querySelectorAll("[data-list]")].filter(({ dataset }) => dataset.list in LISTS);
    addEventListener("saved-change", () => this.isChanging || this.draw());
    this.draw();
    this.listVisited();
  }

  draw() {
    for (const section of this.sections) {
      const kind = section.dataset.list;
      section.querySelector("ul").replaceChildren(...all(LISTS[kind]).map((item) => this.row(kind, item)));
      this.count(section);
    }
  }

  /* A section without entries says how to get some; where visited pages are listed too, it goes. */
  count(section) {
    const entries = all(LISTS[section.dataset.list]).length;
    const visited = this.root.querySelector("[data-list=visited]");
    section.querySelector("[data-count]").textContent = entries || "";
    section.querySelector("[data-empty]").hidden = entries > 0 || section.querySelector("li") !== null;
    if (visited) section.hidden = entries === 0;
  }

  row(kind, item) {
    const row = this.root.querySelector("template[data-row]").content.firstElementChild.cloneNode(true);
    const name = this.nameOf(item);
    this.link(row.querySelector(".kept__name"), addressOf(kind, item, this.lang), name);
    this.tellMore(row, kind, item);
    const remove = row.querySelector(".kept__remove");
    remove.setAttribute("aria-label", remove.dataset.i18nName.replace("{name}", name));
    remove.addEventListener("click", () => this.remove(kind, item, row));
    return row;
  }

  nameOf(item) {
    return item[`name_${this.lang}`] || item.title || this.root.dataset.i18nPlan;
  }

  tellMore(row, kind, item) {
    const other = this.lang === "zh" ? "en" : "zh";
    const second = item[`name_${other}`];
    if (second) {
      Object.assign(row.querySelector(".kept__other"), { textContent: second, lang: other === "zh" ? "zh-Hans" : "en", hidden: false });
    }
    if (item.on) Object.assign(row.querySelector(".kept__when"), { textContent: this.day(item.on), hidden: false });
    const card = row.querySelector(".kept__card");
    if (kind === "venue") card.href = `${addressOf(kind, item, this.lang)}/card`;
    card.hidden = kind !== "venue";
  }

  day(on) {
    const date = new Date(on);
    if (Number.isNaN(date.getTime())) return on;
    return new Intl.DateTimeFormat(this.lang === "zh" ? "zh-Hans" : "en-GB", { dateStyle: "full", timeZone: "Asia/Shanghai" }).format(date);
  }

  link(anchor, address, name) {
    anchor.href = address;
    anchor.textContent = name;
  }

  remove(kind, item, row) {
    const taken = this.changing(() => take(LISTS[kind], item[LISTS[kind].id]));
    const gone = this.root.querySelector("template[data-gone]").content.firstElementChild.cloneNode(true);
    const note = gone.querySelector("p");
    const undo = gone.querySelector("button");
    const section = row.closest("section");
    undo.addEventListener("click", () => {
      if (taken) this.changing(() => restore(LISTS[kind], taken));
      const again = this.row(kind, item);
      gone.replaceWith(again);
      this.count(section);
      again.querySelector(".kept__remove").focus();
    });
    row.replaceWith(gone);
    note.textContent = note.textContent.replace("{name}", this.nameOf(item));
    undo.focus();
    this.count(section);
  }

  /* Our own changes are shown already. */
  changing(change) {
    this.isChanging = true;
    const result = change();
    this.isChanging = false;
    return result;
  }

  async listVisited() {
    const section = this.root.querySelector("[data-list=visited]");
    if (!section) return;
    const listed = new Set([...this.root.querySelectorAll(".kept__name")].map(({ pathname }) => pathname));
    const pages = (await visitedPages(this.lang)).filter(({ address }) => !listed.has(address));
    section.hidden = pages.length === 0;
    section.querySelector("ul").replaceChildren(...pages.map((page) => this.visitedRow(page)));
    this.root.querySelector("[data-nothing]").hidden = [...this.root.querySelectorAll("[data-list]")].some(({ hidden }) => !hidden);
  }

  visitedRow({ address, title }) {
    const row = this.root.querySelector("template[data-row]").content.firstElementChild.cloneNode(true);
    this.link(row.querySelector(".kept__name"), address, title);
    row.querySelector(".kept__remove").remove();
    row.querySelector(".kept__card").remove();
    return row;
  }
}

function addressOf(kind, item, lang) {
  const folder = { venue: "venues", itinerary: "itineraries", plan: "plans" }[kind];
  return `/${lang}/${folder}/${encodeURIComponent(item[LISTS[kind].id])}`;
}
