/* Asks before the session ends whether to go on. Another window may have prolonged it: the server
   is asked for the time left first. Nothing on the page is touched, whatever the answer. */
const RETRY_MS = 5000;
const LONGEST_MS = 2 ** 31 - 1; /* a timer set for longer goes off at once */

export default class SessionWarning {
  constructor(box) {
    this.box = box;
    this.words = box.querySelector("p");
    this.button = box.querySelector("button");
    this.warnBefore = Number(box.dataset.warnBefore);
    this.button.addEventListener("click", () => this.extend());
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
    this.plan(Number(box.dataset.endsIn));
  }

  plan(seconds) {
    this.endsAt = Date.now() + seconds * 1000;
    clearInterval(this.ticking);
    clearTimeout(this.waiting);
    const wait = Math.max(0, seconds - this.warnBefore) * 1000;
    this.waiting = setTimeout(() => this.look(), Math.min(wait, LONGEST_MS));
  }

  /* Asking does not prolong the session. */
  async look() {
    try {
      const left = await this.ask("GET");
      if (left === null) this.end();
      else if (left > this.warnBefore) this.calm(left);
      else this.warn(left);
    } catch {
      if (Date.now() < this.endsAt) this.warn((this.endsAt - Date.now()) / 1000);
    }
  }

  async extend() {
    try {
      const left = await this.ask("POST");
      if (left === null) this.end();
      else this.calm(left, this.box.dataset.i18nKept);
    } catch {
      setTimeout(() => this.look(), RETRY_MS);
    }
  }

  async ask(method) {
    const headers = method === "POST" ? { "X-Form-Token": this.box.dataset.token } : {};
    const answer = await fetch(this.box.dataset.address, { method, headers, redirect: "manual" });
    if (!answer.ok) return null;
    return (await answer.json()).ends_in_s;
  }

  warn(seconds) {
    this.plan(seconds);
    clearTimeout(this.waiting);
    this.box.hidden = false;
    this.button.hidden = false;
    this.words.setAttribute("role", "alert");
    this.tell();
    this.words.removeAttribute("role"); /* said once; the seconds then run in silence */
    this.ticking = setInterval(() => this.tell(), 1000);
  }

  tell() {
    const left = Math.round((this.endsAt - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(this.ticking);
      this.look();
      return;
    }
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    this.words.textContent = this.box.dataset.i18nSoon.replace("{time}", time);
  }

  calm(seconds, words = "") {
    this.plan(seconds);
    this.button.hidden = true;
    this.box.hidden = !words;
    this.words.setAttribute("role", "status");
    this.words.textContent = words;
  }

  end() {
    clearInterval(this.ticking);
    clearTimeout(this.waiting);
    this.box.hidden = false;
    this.button.hidden = true;
    this.words.setAttribute("role", "alert");
    this.words.textContent = this.box.dataset.i18nOver;
  }
}
