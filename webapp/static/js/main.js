/* Starts each behaviour named by data-module; one that fails never stops the others. */
const MODULES = {
  "city-map": () => import("./city-map.js"),
  "route-map": () => import("./route-map.js"),
  "near-me": () => import("./near-me.js"),
};

for (const element of document.querySelectorAll("[data-module]")) {
  start(element);
}

async function start(element) {
  try {
    const { default: Behaviour } = await MODULES[element.dataset.module]();
    new Behaviour(element);
  } catch (fault) {
    console.error(`${element.dataset.module} did not start`, fault);
  }
}
