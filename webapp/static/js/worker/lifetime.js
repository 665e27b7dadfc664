/* A worker's beginning and its taking over. */
import { SHELL, canKeep, keepPage } from "./kept.js";

/* Keeps the shell. With the same release only the content is newer: nothing open can break by it,
   so nobody is asked; a new release waits until somebody reloads. */
export async function install() {
  const shells = (await caches.keys()).filter((name) => name.startsWith("shell-"));
  const cache = await caches.open(SHELL);
  const missing = [];
  for (const file of self.SITE.files) if (!(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
  for (const address of Object.values(self.SITE.offline)) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!canKeep(answer)) throw new Error(`${address}: ${answer.status}`);
    await keepPage(SHELL, address, answer);
  }
  if (shells.length === 1 && shells[0] === SHELL) await self.skipWaiting();
}

export async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}
