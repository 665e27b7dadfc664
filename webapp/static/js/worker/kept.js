/* Pages kept in caches, with the moment, the title and the look they were kept in. */
import { LOOKS, keyOf, lookOf, lookOfKey } from "./addresses.js";

export const SHELL = `shell-${self.SITE.release}`;
export const PAGES = "pages";
export const PLACES = "places";
const LOST_IN_KEEPING = ["Content-Encoding", "Content-Length"];

/* Whether an answer is a page that may be kept: whole, ours, no download, not forbidden. */
export function canKeep(answer) {
  const kind = answer.headers.get("Content-Type") ?? "";
  const rule = answer.headers.get("Cache-Control") ?? "";
  const isFile = answer.headers.has("Content-Disposition");
  return answer.status === 200 && !answer.redirected && kind.startsWith("text/html") && !isFile && !rule.includes("no-store");
}

/* Puts a page into a cache, last, and returns its text. */
export async function keepPage(name, address, answer) {
  const html = await answer.text();
  const [, title = ""] = html.match(/<title>([^<]*)<\/title>/) ?? [];
  const headers = new Headers(answer.headers);
  LOST_IN_KEEPING.forEach((each) => headers.delete(each));
  headers.set("X-Kept-At", new Date().toISOString());
  headers.set("X-Kept-Version", self.SITE.version);
  headers.set("X-Kept-Title", encodeURIComponent(plain(title).split(" · ")[0]));
  const cache = await caches.open(name);
  const key = keyOf(address, lookOf(html));
  await cache.delete(key);
  await cache.put(key, new Response(html, { status: 200, headers }));
  return html;
}

/* How the last visited page looked: what the reader has chosen, as far as the worker can know. */
export async function presentLook() {
  const keys = await (await caches.open(PAGES)).keys();
  return keys.length ? lookOfKey(keys.at(-1).url) : null;
}

/* The newest copy of a page in the look asked for, else in another one. */
export async function findPage(address, look) {
  for (const each of [look, ...LOOKS.filter((other) => other !== look)]) {
    const copies = await Promise.all([PAGES, PLACES, SHELL, "packs"].map((name) => match(name, keyOf(address, each))));
    const [newest] = copies.filter(Boolean).sort((one, other) => (keptAt(one) < keptAt(other) ? 1 : -1));
    if (newest) return newest;
  }
  return null;
}

export const keptAt = (copy) => copy.headers.get("X-Kept-At") ?? "";

export async function match(name, address) {
  return (await caches.open(name)).match(address, { ignoreVary: true });
}

/* Drops the oldest entries beyond `most`. */
export async function trim(name, most) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

function plain(text) {
  return text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
