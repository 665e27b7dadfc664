/* The districts on this device, as the page of saved things lists them. */
import { dropPack, heldPacks } from "./packs/held.js";

export default class HeldPacks {
  constructor(root) {
    this.root = root;
    this.status = root.querySelector("[role=status]");
    this.list = root.querySelector("ul");
    this.nothing = this.status.textContent;
    this.show();
  }

  async show() {
    const packs = await heldPacks();
    this.list.replaceChildren(...packs.map((pack) => this.row(pack)));
    this.status.textContent = packs.length ? "" : this.nothing;
  }

  row(pack) {
    const row = this.root.querySelector("template").content.firstElementChild.cloneNode(true);
    const { lang, i18nSince } = this.root.dataset;
    const name = pack.name[lang];
    Object.assign(row.querySelector("a"), { href: `/${pack.lang}/packs/${pack.code}`, textContent: name });
    row.querySelector(".kept__other").textContent = pack.name[lang === "zh" ? "en" : "zh"];
    const since = i18nSince.replace("{day}", day(pack.savedAt));
    row.querySelector("small").textContent = `${since} · ${Math.ceil(pack.bytes / 1000)} KB${pack.lang === lang ? "" : ` · ${pack.lang.toUpperCase()}`}`;
    row.querySelector("button .vh").textContent = `: ${name}`;
    row.querySelector("button").addEventListener("click", () => this.drop(pack, name));
    return row;
  }

  async drop(pack, name) {
    await dropPack(pack.lang, pack.code);
    await this.show();
    this.status.textContent = this.root.dataset.i18nDropped.replace("{name}", name);
    (this.list.querySelector("button") ?? this.root.querySelector("a")).focus();
  }
}

function day(date) {
  const style = { day: "numeric", month: "long", timeZone: "Asia/Shanghai" };
  return new Intl.DateTimeFormat(document.documentElement.lang, style).format(date);
}
