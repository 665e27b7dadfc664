/* Starts each behaviour named by data-module; one that fails never stops the others.
   With data-start="focus" it is fetched when somebody turns to it, with "open" when its fold opens,
   with "tap" when somebody taps it. */
import keepBack from "./start/kept-back.js";
import prefetchOnIntent from "./start/prefetch.js";

const MODULES = {
  "city-map": () => import("./city-map.js"),
  "route-map": () => import("./route-map.js"),
  "near-me": () => import("./near-me.js"),
  "near-box": () => import("./near-box.js"),
  "plan-place": () => import("./plan-place.js"),
  "plan-here": () => import("./plan-here.js"),
  "search-box": () => import("./search-box.js"),
  "filter-form": () => import("./filter-form.js"),
  "held-packs": () => import("./held-packs.js"),
  "pack-list": () => import("./pack-list.js"),
  "district-pack": () => import("./district-pack.js"),
  "card-screen": () => import("./card-screen.js"),
  "share-address": () => import("./share-address.js"),
  "own-plan": () => import("./own-plan.js"),
  "own-key": () => import("./own-key.js"),
  "copy-text": () => import("./copy-text.js"),
  "read-aloud": () => import("./read-aloud.js"),
  "save-button": () => import("./save-button.js"),
  "saved-list": () => import("./saved-list.js"),
  "delete-all": () => import("./delete-all.js"),
  "offline-page": () => import("./offline-page.js"),
  "session-warning": () => import("./session-warning.js"),
  "show-password": () => import("./show-password.js"),
};

/* What arrives late still knows whether an input method is composing. */
for (const [type, isOn] of Object.entries({ compositionstart: true, compositionend: false })) {
  document.addEventListener(type, ({ target }) => target.toggleAttribute("data-composing", isOn), true);
}

begin(document);
keepBack(begin);
prefetchOnIntent();

function begin(root) {
  for (const element of root.querySelectorAll("[data-module]")) {
    const waits = element.dataset.start === "focus" && !element.contains(document.activeElement);
    const folded = element.dataset.start === "open" && element.closest("details:not([open])");
    if (element.dataset.start === "tap") offer(element);
    else if (waits) element.addEventListener("focusin", () => start(element), { once: true });
    else if (folded) folded.addEventListener("toggle", () => start(element), { once: true });
    else start(element);
  }
}

/* Shown where the browser can do it, fetched at the first tap. */
function offer(element) {
  element.hidden = !(element.dataset.needs in window);
  element.addEventListener("click", () => start(element), { once: true });
}

/* A button pressed before its behaviour arrived is pressed again once it is there. */
async function start(element) {
  let isPressed = false;
  const press = () => (isPressed = true);
  if (element.matches("button")) element.addEventListener("click", press);
  try {
    const { default: Behaviour } = await MODULES[element.dataset.module]();
    element.removeEventListener("click", press);
    new Behaviour(element);
    if (isPressed) element.click();
  } catch (fault) {
    console.error(`${element.dataset.module} did not start`, fault);
  }
}

/* A page that was kept (`data-saved-at`), or comes back after a while, tells the states of now. */
const { now: told, savedAt } = document.documentElement.dataset;
const loadedAt = savedAt ? Date.parse(savedAt) : Date.now();

async function tellNow() {
  const isOld = savedAt || Date.now() - loadedAt > 120000;
  if (!told || !isOld || document.hidden || /[?&]at=\d/.test(location.search)) return;
  const { default: tell } = await import("./open-now.js");
  await tell(told, loadedAt);
}

for (const type of ["pageshow", "visibilitychange"]) addEventListener(type, tellNow);

/* The app in the pocket waits until the page is at rest; staff pages stay out of it. */
addEventListener("load", () => setTimeout(startApp, 1500));

async function startApp() {
  if (!navigator.serviceWorker || /^\/..\/desk\b/.test(location.pathname)) return;
  const registration = await navigator.serviceWorker.register("/service-worker.js").catch(() => null);
  if (registration) (await import("./app.js")).default(registration);
}
