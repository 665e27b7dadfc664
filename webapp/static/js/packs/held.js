/* The districts this device has taken along: files and their pages in the cache "packs". */
const CACHE = "packs";
const FILE = /^\/packs\/(zh|en)\/(\d+)\.json$/;
const SAVED_AT = "X-Saved-At";

export const canHold = "caches" in globalThis;
export const addressOf = (lang, code) => `/packs/${lang}/${code}.json`;

/* [{lang, code, savedAt, bytes, name}] of every pack on this device. */
export async function heldPacks() {
  if (!canHold) return [];
  const cache = await caches.open(CACHE);
  const found = [];
  for (const { url } of await cache.keys()) {
    const [, lang, code] = FILE.exec(new URL(url).pathname) ?? [];
    if (!code) continue;
    const answer = await cache.match(url);
    const { district } = await answer.clone().json();
    const { size } = await answer.blob();
    found.push({ lang, code, savedAt: new Date(answer.headers.get(SAVED_AT)), bytes: size, name: district.name });
  }
  return found;
}

/* The pack kept here, else from the network; {pack, savedAt}, savedAt null when it is not kept. */
export async function readPack(lang, code) {
  const kept = canHold ? await (await caches.open(CACHE)).match(addressOf(lang, code)) : undefined;
  if (kept) return { pack: await kept.json(), savedAt: new Date(kept.headers.get(SAVED_AT)) };
  const answer = await fetch(addressOf(lang, code));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return { pack: await answer.json(), savedAt: null };
}

/* Fetches a pack past every cache and keeps it with the page that shows it; onProgress(0 … 1). */
export async function takePack(lang, code, onProgress) {
  const answer = await fetch(`${addressOf(lang, code)}?taken=${Date.now()}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const body = await received(answer, onProgress);
  const cache = await caches.open(CACHE);
  const headers = { "Content-Type": "application/json", [SAVED_AT]: new Date().toISOString() };
  await cache.put(addressOf(lang, code), new Response(body, { headers }));
  await Promise.all([keepPage(cache, `/${lang}/packs/${code}`), keepPage(cache, `/${lang}/packs`)]);
}

export async function dropPack(lang, code) {
  const cache = await caches.open(CACHE);
  const own = [addressOf(lang, code), `/${lang}/packs/${code}`];
  for (const request of await cache.keys()) {
    if (own.includes(new URL(request.url).pathname)) await cache.delete(request);
  }
}

/* The page as it looks now, under the name the service worker looks for. */
async function keepPage(cache, path) {
  const answer = await fetch(path);
  if (!answer.ok) return;
  const { view, text } = document.documentElement.dataset;
  const headers = { "Content-Type": "text/html; charset=utf-8", "X-Kept-At": new Date().toISOString() };
  const policy = answer.headers.get("Content-Security-Policy");
  if (policy) headers["Content-Security-Policy"] = policy;
  await cache.put(`${path}?kept-as=${view}-${text ?? 1}`, new Response(await answer.text(), { headers }));
}

async function received(answer, onProgress) {
  const whole = Number(answer.headers.get("X-Plain-Length"));
  const parts = [];
  let length = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    parts.push(value);
    length += value.length;
    onProgress(whole ? Math.min(1, length / whole) : 0);
  }
}
