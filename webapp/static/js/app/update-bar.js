/* A calm bar once a new version waits. The old one goes on working until somebody says reload;
   what was typed into forms comes back after it. Newer content alone takes over unasked. */
import Typed from "./typed.js";
import { ask } from "../saved/kept.js";

export default class UpdateBar {
  constructor(registration) {
    this.registration = registration;
    this.typed = new Typed();
    this.typed.bringBack();
    if (registration.waiting && navigator.serviceWorker.controller) this.offer();
    registration.addEventListener("updatefound", () => this.follow(registration.installing));
  }

  follow(worker) {
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed" && this.registration.waiting && navigator.serviceWorker.controller) this.offer();
    });
  }

  async offer() {
    const { waiting } = this.registration;
    if (await ask(waiting, { do: "about" })) return waiting.postMessage({ do: "activate" });
    return this.bar ?? this.show();
  }

  async show() {
    this.bar = await this.makeBar();
    if (!this.bar) return;
    this.bar.querySelector("[data-act=reload]").addEventListener("click", () => this.reload());
    this.bar.querySelector("[data-act=later]").addEventListener("click", () => this.bar.remove());
    this.place(document.querySelector("nav.nav"));
  }

  /* Above the bar of sections, which stays in reach. */
  place(sections) {
    (sections ?? document.body.lastElementChild).before(this.bar);
    if (!sections) return;
    new ResizeObserver(() => {
      this.bar.style.insetBlockEnd = `${sections.offsetHeight}px`;
    }).observe(sections);
  }

  /* Its words come with the page for offline readers, which is on the device already. */
  async makeBar() {
    const lang = location.pathname.split("/")[1];
    const answer = await fetch(`/${lang}/offline`).catch(() => null);
    if (!answer?.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sheet = page.querySelector("link[href*='/css/app.css']");
    if (sheet) document.head.append(document.importNode(sheet));
    const bar = page.querySelector("template#update")?.content.firstElementChild;
    return bar ? document.importNode(bar, true) : null;
  }

  reload() {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    this.typed.keep();
    this.registration.waiting?.postMessage({ do: "activate" });
  }
}
