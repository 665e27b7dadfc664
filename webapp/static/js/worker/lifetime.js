/* A worker's beginning and its taking over. */
import { SHELL, canKeep, keepPage } from "./kept.js";

/* Keeps the shell; the worker then waits until a page says that it may take over. */
export async function install() {
  const cache = await caches.open(SHELL);
  const missing = [];
  for (const file of self.SITE.files) if (!(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
  for (const address of Object.values(self.SITE.offline)) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!canKeep(answer)) throw new Error(`${address}: ${answer.status}`);
    await keepPage(SHELL, address, answer);
  }
}

/* Whether only the content is newer: nothing that is open can break by it, so nobody need be asked. */
export async function isOnlyContent() {
  const shells = (await caches.keys()).filter((name) => name.startsWith("shell-"));
  return shells.length === 1 && shells[0] === SHELL;
}

export async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}
