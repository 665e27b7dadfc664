/* Plays a day on the time slider: half an hour a tick, until the end or until told to pause.
   Where motion is unwelcome, each press is one step. */
const TICK_MS = 400;
const STEP_MIN = 30;

export default class DayPlay {
  constructor(button, slider) {
    Object.assign(this, { button, slider, words: slider.words });
    this.stillness = matchMedia("(prefers-reduced-motion: reduce)");
    this.stillness.addEventListener("change", () => this.pause());
    button.addEventListener("click", () => this.press());
    document.addEventListener("visibilitychange", () => document.hidden && this.pause());
    button.hidden = false;
    this.name();
  }

  get isStill() {
    return this.stillness.matches || document.documentElement.dataset.view === "easy";
  }

  press() {
    if (this.timer) return this.pause();
    if (!this.isStill) this.timer = setInterval(() => this.tick(), TICK_MS);
    this.name();
    this.tick();
    if (this.isStill) this.slider.onRest(this.slider.minute);
  }

  tick() {
    const { slider } = this;
    slider.moveTo(slider.isAtEnd ? 0 : slider.minute - (slider.minute % STEP_MIN) + STEP_MIN);
    if (slider.isAtEnd) this.pause();
  }

  /* Stay at the hour that is shown. */
  pause() {
    if (this.stop()) this.slider.onRest(this.slider.minute);
  }

  /* Returns whether it was playing. */
  stop() {
    const wasPlaying = Boolean(this.timer);
    clearInterval(this.timer);
    this.timer = null;
    this.name();
    return wasPlaying;
  }

  name() {
    const { i18nPlay, i18nPause, i18nStep } = this.words;
    this.button.dataset.playing = Boolean(this.timer);
    this.button.setAttribute("aria-label", this.timer ? i18nPause : this.isStill ? i18nStep : i18nPlay);
  }
}
