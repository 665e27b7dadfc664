/* The pages the service worker kept because somebody visited them, last visited first. */
const SHOWN = 30;

export async function visitedPages(lang) {
  if (!("caches" in globalThis)) return [];
  const cache = await caches.open("pages");
  const pages = new Map();
  for (const request of (await cache.keys()).reverse()) {
    const address = plainAddress(request.url);
    if (!address.startsWith(`/${lang}/`) || pages.has(address) || pages.size >= SHOWN) continue;
    const kept = await cache.match(request);
    const title = decodeURIComponent(kept?.headers.get("X-Kept-Title") ?? "");
    if (title) pages.set(address, { address, title });
  }
  return [...pages.values()];
}

/* The address a page was visited at; the worker adds how it looked. */
function plainAddress(kept) {
  const url = new URL(kept);
  url.searchParams.delete("kept-as");
  return url.pathname + url.search;
}
