/* The app in the pocket: tells the service worker what to keep, and readers of a new version.
   Loaded once the page is at rest; without a worker nothing of it is needed. */
import { savedNames } from "./saved/kept.js";
import UpdateBar from "./app/update-bar.js";

const STATIC = /^\/(?:static|tiles)\//;

export default async function begin(registration) {
  new UpdateBar(registration);
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ do: "visited", address: location.href, files: loadedFiles(), saved: savedNames() });
  addEventListener("saved-change", () => {
    navigator.serviceWorker.controller?.postMessage({ do: "keep", saved: savedNames() });
  });
}

/* What the page loaded before the worker could see it. */
function loadedFiles() {
  const addresses = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return addresses.filter(({ origin, pathname }) => origin === location.origin && STATIC.test(pathname)).map(({ href }) => href);
}
