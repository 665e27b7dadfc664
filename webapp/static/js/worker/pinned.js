/* What was saved: fetched while there is a network, and kept until it is saved no longer. */
import { PAGES, PLACES, canKeep, findPage, keepPage, keptAt, match, presentLook } from "./kept.js";
import { keepFiles, keepOpenings } from "./files.js";
import { keepVisited } from "./pages.js";
import { keyOf, languageOf, mayBeKept } from "./addresses.js";

const LANGUAGES = ["zh", "en"];
const A_DAY_MS = 24 * 3600 * 1000;
const FOLDERS = { venue: "venues", itinerary: "itineraries", plan: "plans" };
const FILE = /(?:src|href)="(\/static\/[^"]+)"/g;
const MODULE = /data-module="([\w-]+)"/g;
const STOP = /data-stop="([\w-]+)"/g;

/* After a visit: the page and its files, the way back into the app, and whatever is saved. */
export async function keepVisit({ address, files, saved }) {
  const url = new URL(address);
  if (mayBeKept(url) && !(await findPage(address, await presentLook()))) await fetchVisited(address);
  await keepFiles(files);
  await keepOpenings();
  const lang = languageOf(url);
  const ways = [`/${lang}/`, `/${lang}/saved`];
  for (const way of ways) await pin(way);
  const { addresses } = await pinAll(saved);
  await unpinOthers(new Set([...ways, ...addresses]));
  return true;
}

/* Keeps the pages of saved things; true when each of them can now be opened. */
export async function keepSaved(saved) {
  return (await pinAll(saved)).isKept;
}

async function pinAll(saved) {
  const addresses = [];
  let isKept = true;
  for (const [kind, names] of Object.entries(saved)) {
    for (const name of names) {
      for (const address of addressesOf(kind, name)) {
        const html = await pin(address);
        isKept &&= html !== null;
        addresses.push(address);
        if (html && kind !== "venue") addresses.push(...(await pinStops(html, address)));
      }
    }
  }
  return { addresses, isKept };
}

function addressesOf(kind, name) {
  const paths = LANGUAGES.map((lang) => `/${lang}/${FOLDERS[kind]}/${encodeURIComponent(name)}`);
  return kind === "venue" ? paths.flatMap((path) => [path, `${path}/card`]) : paths;
}

/* The places a plan or an itinerary leads to, in its language: page and card. */
async function pinStops(html, address) {
  const lang = languageOf({ pathname: address });
  const slugs = new Set([...html.matchAll(STOP)].map(([, slug]) => slug));
  const stops = [...slugs].flatMap((slug) => [`/${lang}/venues/${slug}`, `/${lang}/venues/${slug}/card`]);
  for (const stop of stops) await pin(stop);
  return stops;
}

/* Fetches a page unless a copy of this day and version is there; null when there is none at all. */
async function pin(address) {
  const kept = await match(PLACES, keyOf(address, (await presentLook()) ?? "standard-1"));
  if (kept && isRecent(kept)) return kept.text();
  const answer = await fetch(address).catch(() => null);
  if (answer && canKeep(answer)) {
    const html = await keepPage(PLACES, address, answer);
    await keepFiles(filesOf(html));
    return html;
  }
  return kept ? kept.text() : null;
}

function isRecent(kept) {
  const age = Date.now() - Date.parse(keptAt(kept));
  return age < A_DAY_MS && kept.headers.get("X-Kept-Version") === self.SITE.version;
}

/* The files a page names, and the modules its elements ask for. */
function filesOf(html) {
  const named = [...html.matchAll(FILE)].map(([, address]) => address);
  const modules = [...html.matchAll(MODULE)].map(([, name]) => `${self.SITE.static}js/${name}.js`);
  return [...named, ...modules, ...(html.includes('id="map"') ? ["/tiles/base.json"] : [])];
}

async function fetchVisited(address) {
  const answer = await fetch(address).catch(() => null);
  if (answer && canKeep(answer)) await keepVisited(address, answer);
}

/* What is saved no longer goes at the next visit, not at once: a removal can be undone until then. */
async function unpinOthers(wanted) {
  const cache = await caches.open(PLACES);
  for (const key of await cache.keys()) {
    const { pathname } = new URL(key.url);
    if (!wanted.has(pathname)) await cache.delete(key);
  }
}
