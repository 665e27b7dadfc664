/* Starts each behaviour named by data-module; one that fails never stops the others.
   With data-start="focus" it is fetched when somebody turns to it, with "open" when its fold opens. */
const MODULES = {
  "city-map": () => import("./city-map.js"),
  "route-map": () => import("./route-map.js"),
  "near-me": () => import("./near-me.js"),
  "near-box": () => import("./near-box.js"),
  "plan-place": () => import("./plan-place.js"),
  "plan-here": () => import("./plan-here.js"),
  "search-box": () => import("./search-box.js"),
  "filter-form": () => import("./filter-form.js"),
  "copy-text": () => import("./copy-text.js"),
};

/* What arrives late still knows whether an input method is composing. */
for (const [type, isOn] of Object.entries({ compositionstart: true, compositionend: false })) {
  document.addEventListener(type, ({ target }) => target.toggleAttribute("data-composing", isOn), true);
}

for (const element of document.querySelectorAll("[data-module]")) {
  const waits = element.dataset.start === "focus" && !element.contains(document.activeElement);
  const folded = element.dataset.start === "open" && element.closest("details:not([open])");
  if (waits) element.addEventListener("focusin", () => start(element), { once: true });
  else if (folded) folded.addEventListener("toggle", () => start(element), { once: true });
  else start(element);
}

async function start(element) {
  try {
    const { default: Behaviour } = await MODULES[element.dataset.module]();
    new Behaviour(element);
  } catch (fault) {
    console.error(`${element.dataset.module} did not start`, fault);
  }
}
