/* The card to show: fills the screen and keeps it on, where the device can; both end with the page. */
export default class CardScreen {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.keys = Object.fromEntries([...root.querySelectorAll("[data-act]")].map((key) => [key.dataset.act, key]));
    this.offer("print", true, () => print());
    this.offer("full", document.fullscreenEnabled, () => this.toggleFull());
    this.offer("wake", "wakeLock" in navigator, () => this.toggleWake());
    document.addEventListener("fullscreenchange", () => this.showFull());
    document.addEventListener("visibilitychange", () => this.isWanted && !document.hidden && this.stayOn());
    addEventListener("pagehide", () => this.lock?.release());
    if (!this.keys.wake.hidden) this.stayOn();
  }

  offer(name, isPossible, act) {
    this.keys[name].hidden = !isPossible;
    this.keys[name].addEventListener("click", act);
  }

  async toggleFull() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen().catch(() => null);
  }

  showFull() {
    const isFull = Boolean(document.fullscreenElement);
    this.keys.full.querySelector("span").textContent = isFull ? this.words.i18nEnd : this.words.i18nFull;
  }

  async toggleWake() {
    if (!this.isWanted) {
      await this.stayOn();
      return this.say(this.isWanted ? this.words.i18nOn : this.words.i18nRefused);
    }
    this.isWanted = false;
    await this.lock?.release();
    return this.say(this.words.i18nOff);
  }

  /* The device takes the lock back when the page is hidden; it is asked for again when it returns. */
  async stayOn() {
    try {
      this.lock = await navigator.wakeLock.request("screen");
      this.isWanted = true;
    } catch {
      this.isWanted = false;
    }
    this.keys.wake.setAttribute("aria-pressed", String(this.isWanted));
  }

  say(text) {
    this.keys.wake.setAttribute("aria-pressed", String(this.isWanted));
    this.root.querySelector("[role=status]").textContent = text;
  }
}
