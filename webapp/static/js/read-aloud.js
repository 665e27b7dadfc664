/* Reads the page aloud, sentence by sentence. To pause is to stop between two words and to begin the
   sentence again later: what browsers call pausing ends the reading on many phones. */
import { sentencesOf } from "./reading/sentences.js";
import { voiceFor } from "./reading/voices.js";
import { light, dim } from "./reading/spotlight.js";

const USUAL = 0.95;
const SLOW = 0.7;
const MOST_FAILURES = 3;

export default class ReadAloud {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.status = root.querySelector("[role=status]");
    this.parts = Object.fromEntries([...root.querySelectorAll("[data-do]")].map((one) => [one.dataset.do, one]));
    this.at = 0;
    this.failures = 0;
    this.isSlow = false;
    root.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.());
    addEventListener("keydown", ({ key }) => key === "Escape" && this.said && this.toggle());
    addEventListener("pagehide", () => this.stop());
    this.toggle(); // the tap that fetched this file asked for it
  }

  toggle() {
    if (this.said) this.pause();
    else this.read();
  }

  slower() {
    this.isSlow = !this.isSlow;
    this.parts.slower.setAttribute("aria-pressed", String(this.isSlow));
    if (this.said) this.read();
  }

  stop() {
    this.hush();
    this.at = 0;
    this.sentences = null;
    dim();
    this.show("");
  }

  pause() {
    this.hush();
    this.show("paused");
  }

  read() {
    this.hush();
    this.status.textContent = "";
    this.sentences ??= sentencesOf(document.getElementById(this.words.reads));
    this.show("reading");
    this.next();
  }

  /* Forget what is being said before ending it: its last event must not go on to the next sentence. */
  hush() {
    this.said = null;
    speechSynthesis.cancel();
  }

  next() {
    const sentence = this.sentences[this.at];
    if (!sentence) return this.stop();
    const said = new SpeechSynthesisUtterance(sentence.text);
    Object.assign(said, { lang: sentence.lang, voice: voiceFor(sentence.lang), rate: this.isSlow ? SLOW : USUAL });
    said.addEventListener("end", () => this.goOn(said, 0));
    said.addEventListener("error", () => this.goOn(said, this.failures + 1));
    this.said = said;
    light(sentence.range);
    speechSynthesis.speak(said);
    return undefined;
  }

  goOn(said, failures) {
    if (this.said !== said) return;
    this.failures = failures;
    if (failures >= MOST_FAILURES) this.giveUp();
    else {
      this.at += 1;
      this.next();
    }
  }

  giveUp() {
    this.failures = 0;
    this.stop();
    this.status.textContent = this.words.i18nCannot;
  }

  show(state) {
    const { toggle, slower, stop } = this.parts;
    this.root.dataset.state = state;
    toggle.querySelector("span").textContent = { reading: this.words.i18nPause, paused: this.words.i18nResume }[state] ?? this.words.i18nPlay;
    slower.hidden = !state;
    stop.hidden = !state;
  }
}
