/* The filter form tells how many places each choice would list, as choices are made; the server
   works it out: it is the same form for the changed question. */
const WAIT_MS = 200;

export default class FilterForm {
  constructor(sheet) {
    const form = (this.form = sheet.querySelector("form"));
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", () => this.leaveOutEmpty());
    window.addEventListener("pageshow", () => this.takeBackEmpty());
    // The map moves the question too: its list tells when it did.
    sheet.addEventListener("toggle", () => this.follow(sheet));
    document.addEventListener("results", () => this.follow(sheet));
    this.changed(); // the first choice may be what brought this script
  }

  follow(sheet) {
    if (sheet.open) this.changed();
  }

  /* An answer to the question before this choice would take the choice back. */
  changed() {
    this.running?.abort();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.recount(), WAIT_MS);
  }

  async recount() {
    this.running = new AbortController();
    try {
      const answer = await fetch(this.address(), { signal: this.running.signal });
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.take(page.querySelector(".filters__form"));
    } catch (fault) {
      if (fault.name !== "AbortError") console.error("The filter form did not follow", fault);
    }
  }

  address() {
    const asked = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value));
    return `${this.form.getAttribute("action").split("?")[0]}?${asked}`;
  }

  /* The part one is choosing in keeps its controls, so that focus and hands stay where they are. */
  take(fresh) {
    for (const part of this.form.querySelectorAll("[data-counted]")) {
      const other = fresh.querySelector(`[data-counted="${part.dataset.counted}"]`);
      if (!other) continue;
      if (part.contains(document.activeElement)) copyCounts(part, other);
      else replace(part, other);
    }
    this.form.querySelector("[data-total]").textContent = fresh.querySelector("[data-total]").textContent;
  }

  /* Addresses are for people too. */
  leaveOutEmpty() {
    for (const field of this.form.elements) {
      if (field.name && !field.value && !field.disabled) {
        field.disabled = true;
        field.dataset.isEmpty = "";
      }
    }
  }

  takeBackEmpty() {
    for (const field of this.form.querySelectorAll("[data-is-empty]")) field.disabled = false;
  }
}

function replace(part, other) {
  const [body, fresh] = [part, other].map((root) => root.querySelector(".picks") ?? root);
  body.replaceChildren(...fresh.childNodes);
}

function copyCounts(part, other) {
  for (const field of part.querySelectorAll("input")) {
    const twin = other.querySelector(`input[value="${CSS.escape(field.value)}"]`);
    const count = field.closest("label").querySelector(".pick__n");
    if (count) count.textContent = twin ? twin.closest("label").querySelector(".pick__n").textContent : "0";
  }
}
