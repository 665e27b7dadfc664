/* The service worker: what was visited or saved opens without a network, and nothing else changes.
   `SITE` stands before this text when it is served: release, versions, and what to keep at once. */
import { activate, install, isOnlyContent } from "./worker/lifetime.js";
import { answerFile, answerPack, answerTile } from "./worker/files.js";
import { answerForm, answerPage } from "./worker/pages.js";
import { isPage, isStaff } from "./worker/addresses.js";
import { keepSaved, keepVisit } from "./worker/pinned.js";

const ORDERS = {
  activate: () => self.skipWaiting(),
  about: () => isOnlyContent(),
  visited: (order) => keepVisit(order),
  keep: (order) => keepSaved(order.saved),
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("fetch", (event) => {
  const answer = answerFor(event);
  if (answer) event.respondWith(answer);
});

/* One after the other: what a visit clears away must not be what somebody saves meanwhile. */
let last = Promise.resolve();

self.addEventListener("message", (event) => {
  last = last.then(() => ORDERS[event.data?.do]?.(event.data)).catch(() => false);
  event.waitUntil(last.then((answer) => event.ports[0]?.postMessage(answer)));
});

/* Undefined for everything that is none of the worker's business: the browser answers as ever. */
function answerFor(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin || isStaff(url)) return undefined;
  if (request.mode === "navigate" && isPage(url)) return request.method === "GET" ? answerPage(event) : answerForm(event);
  if (request.method !== "GET") return undefined;
  if (url.pathname.startsWith("/static/")) return answerFile(request);
  if (url.pathname.startsWith("/tiles/")) return answerTile(event);
  if (url.pathname.startsWith("/packs/")) return answerPack(event);
  return undefined;
}
