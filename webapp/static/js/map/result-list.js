/* The list beside the map: the server's own page for what the map shows, swapped in. */
const WAIT_MS = 250;

export default class ResultList {
  constructor(section) {
    this.section = section;
    this.running = null;
  }

  /* Show the list for a box "west,south,east,north"; a newer call overtakes an older one. */
  show(bbox) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(bbox), WAIT_MS);
  }

  async load(bbox) {
    const address = new URL(location.href);
    address.searchParams.set("bbox", bbox);
    address.searchParams.delete("page");
    this.running?.abort();
    this.running = new AbortController();
    this.section.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: this.running.signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      this.take(new DOMParser().parseFromString(await answer.text(), "text/html"), address, bbox);
    } catch (fault) {
      if (fault.name !== "AbortError") this.section.setAttribute("aria-busy", "false");
    }
  }

  take(page, address, bbox) {
    this.section.replaceChildren(...page.getElementById("results").childNodes);
    this.section.setAttribute("aria-busy", "false");
    for (const part of document.querySelectorAll("[data-follows-map]")) {
      part.replaceChildren(...(page.getElementById(part.id)?.childNodes ?? []));
    }
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.href = page.querySelector("a[hreflang]").getAttribute("href");
    }
    for (const form of document.querySelectorAll(".list-tools form")) keepBox(form, bbox);
    history.replaceState(null, "", address);
    this.section.dispatchEvent(new CustomEvent("results", { bubbles: true }));
  }
}

function keepBox(form, bbox) {
  let field = form.querySelector("input[name=bbox]");
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = "bbox";
    form.append(field);
  }
  field.value = bbox;
}
