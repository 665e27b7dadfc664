/* Pages: from the network; where it is slow or missing, the copy on the device, which says so. */
import { PAGES, PLACES, canKeep, findPage, keepPage, match, presentLook, trim } from "./kept.js";
import { keyOf, languageOf, lookOf, mayBeKept } from "./addresses.js";
import { offlinePage, withNote } from "./notes.js";

const PATIENCE_MS = 3000;
const MOST_PAGES = 60;
const OUT_OF_REACH = [502, 503, 504];

export async function answerPage(event) {
  const fresh = load(event);
  event.waitUntil(fresh.catch(() => null));
  const first = await Promise.race([fresh.catch(() => null), patience()]);
  if (first && !OUT_OF_REACH.includes(first.status)) return first;
  const url = new URL(event.request.url);
  const copy = await findCopy(url);
  if (copy) return withNote(copy, first === undefined);
  if (first === undefined) return fresh.catch(() => offlinePage(url));
  return first ?? offlinePage(url);
}

/* A form that cannot be sent: nothing is kept of it here, the page it was on still has it. */
export async function answerForm(event) {
  try {
    return await fetch(event.request);
  } catch {
    return offlinePage(new URL(event.request.url), true);
  }
}

async function load(event) {
  const answer = (await event.preloadResponse) ?? (await fetch(event.request));
  if (mayBeKept(new URL(event.request.url)) && canKeep(answer)) {
    event.waitUntil(keepVisited(event.request.url, answer.clone()).catch(() => null));
  }
  return answer;
}

/* Undefined, after a while. */
const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/* A visited page; where it is one that was saved, the saved copy is renewed as well. */
export async function keepVisited(address, answer) {
  const again = answer.clone();
  const html = await keepPage(PAGES, address, answer);
  await trim(PAGES, MOST_PAGES);
  if (await match(PLACES, keyOf(address, lookOf(html)))) await keepPage(PLACES, address, again);
}

/* The page itself, else, for what was saved, the same page as asked for at another moment. */
async function findCopy(url) {
  if (!mayBeKept(url) || Object.values(self.SITE.offline).includes(url.pathname)) return null;
  const look = lookAskedFor(url) ?? (await presentLook()) ?? "standard-1";
  return (await findPage(url.href, look)) ?? findPage(url.origin + url.pathname, look);
}

function lookAskedFor({ searchParams }) {
  const view = searchParams.get("view");
  return ["standard", "easy"].includes(view) ? `${view}-1` : null;
}
