/* The list beside the map: the server's own page for what the map shows, swapped in. */
const WAIT_MS = 250;

export default class ResultList {
  constructor(section) {
    this.section = section;
    this.running = null;
    this.wanted = {};
    this.isWanted = turnedTo(section);
  }

  /* Show the list for changed parameters, {bbox} or {at}; a newer call overtakes an older one. */
  show(changes) {
    this.wanted = { ...this.wanted, ...changes };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(this.wanted), WAIT_MS);
  }

  async load(wanted) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(wanted)) address.searchParams.set(name, value);
    for (const name of wanted.at ? ["page", "on", "hour"] : ["page"]) address.searchParams.delete(name);
    this.running?.abort();
    this.running = new AbortController();
    this.section.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: this.running.signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      this.take(new DOMParser().parseFromString(await answer.text(), "text/html"));
      this.remember(address, wanted);
    } catch (fault) {
      if (fault.name !== "AbortError") this.section.setAttribute("aria-busy", "false");
    }
  }

  take(page) {
    this.section.replaceChildren(...page.getElementById("results").childNodes);
    for (const part of document.querySelectorAll("[data-follows-map]")) {
      part.replaceChildren(...(page.getElementById(part.id)?.childNodes ?? []));
    }
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.href = page.querySelector("a[hreflang]").getAttribute("href");
    }
    copyHidden(".sign__form, .filters form", page);
    const folded = document.querySelector(".filters > noscript");
    if (folded) folded.textContent = page.querySelector(".filters > noscript").innerHTML;
  }

  /* Moving the map changes the address; choosing another hour is a step one can go back from,
     but a row of hours is one step. */
  remember(address, wanted) {
    this.section.setAttribute("aria-busy", "false");
    if (wanted === this.wanted) this.wanted = {};
    const isStep = wanted.at && !history.state?.isHour;
    const state = wanted.at ? { isHour: true } : history.state;
    history[isStep ? "pushState" : "replaceState"](state, "", address);
    this.section.dispatchEvent(new CustomEvent("results", { bubbles: true }));
  }
}

/* Until the section is seen or the page is touched: on a phone it lies below the map, and a first
   look at the map is had without the list that goes with it. */
function turnedTo(section) {
  return new Promise((resolve) => {
    new IntersectionObserver(([entry], observer) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      resolve();
    }).observe(section);
    for (const type of ["pointerdown", "keydown"]) document.addEventListener(type, resolve, { once: true });
  });
}

/* What forms carry along, as the new page has it. */
function copyHidden(selector, page) {
  const [old, fresh] = [document, page].map((root) => [...root.querySelectorAll(selector)]);
  old.forEach((form, i) => {
    for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
    form.prepend(...(fresh[i]?.querySelectorAll("input[type=hidden]") ?? []));
  });
}
