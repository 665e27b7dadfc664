/* Files of the site: those of a release never change, those of the map are renewed behind the scenes. */
import { SHELL, match, trim } from "./kept.js";

const TILES = "tiles";
const PACKS = "packs";
const MOST_TILES = 200;
const OPENINGS = "/tiles/openings.json";
const HALF_A_DAY_MS = 12 * 3600 * 1000;
const RELEASED = /^\/static\/[^/]+\//;

/* A page kept from an older release finds the same file of this one. */
export async function answerFile(request) {
  const kept = await match(SHELL, request.url);
  if (kept) return kept;
  const fresh = await fetch(request).catch(() => null);
  if (fresh?.ok) {
    if (new URL(request.url).pathname.startsWith(self.SITE.static)) await keepFile(request.url, fresh.clone());
    return fresh;
  }
  const path = new URL(request.url).pathname.replace(RELEASED, "");
  return (await match(SHELL, self.SITE.static + path)) ?? fresh ?? Response.error();
}

async function keepFile(address, answer) {
  const cache = await caches.open(SHELL);
  await cache.put(address, answer).catch(() => null);
}

/* Fetches what is not there yet; files of other releases and addresses are left alone. */
export async function keepFiles(addresses) {
  for (const address of new Set(addresses)) {
    const url = new URL(address, location.origin);
    const isStatic = url.pathname.startsWith(self.SITE.static);
    if (!isStatic && !url.pathname.startsWith("/tiles/")) continue;
    const name = isStatic ? SHELL : TILES;
    if (await match(name, url.href)) continue;
    const answer = await fetch(url.href).catch(() => null);
    if (answer?.ok) await (await caches.open(name)).put(url.href, answer).catch(() => null);
  }
}

/* When places are open in the next weeks, so that a kept page can tell the states of its own time. */
export async function keepOpenings() {
  const kept = await match(TILES, OPENINGS);
  if (kept && Date.now() - Date.parse(kept.headers.get("Date")) < HALF_A_DAY_MS) return;
  const answer = await fetch(OPENINGS).catch(() => null);
  if (answer?.ok) await keepTile(new URL(OPENINGS, location.origin).href, answer);
}

/* A district taken along: the page that downloads it keeps it, and gets it again without a network. */
export async function answerPack({ request }) {
  try {
    return await fetch(request);
  } catch (fault) {
    const kept = await match(PACKS, request.url);
    if (kept) return kept;
    throw fault;
  }
}

/* Map data: the kept copy at once, a fresh one for the next time. */
export async function answerTile(event) {
  const { request } = event;
  const kept = await match(TILES, request.url);
  const fresh = fetch(request);
  const renewed = fresh.then((answer) => keepTile(request.url, answer.clone())).catch(() => null);
  if (kept) event.waitUntil(renewed);
  return kept ?? fresh;
}

async function keepTile(address, answer) {
  if (!answer.ok || answer.headers.get("Cache-Control")?.includes("no-cache")) return;
  const cache = await caches.open(TILES);
  await cache.delete(address);
  await cache.put(address, answer);
  await trim(TILES, MOST_TILES);
}
