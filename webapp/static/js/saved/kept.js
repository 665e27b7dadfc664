/* Asks the service worker to keep the pages of what is saved, and whether it could. */
import { LISTS, all } from "./store.js";

const PATIENCE_MS = 20000;

/* Every name that is saved, by kind. */
export function savedNames() {
  const entries = Object.entries(LISTS);
  return Object.fromEntries(entries.map(([kind, list]) => [kind, all(list).map((item) => item[list.id])]));
}

/* True once the pages of one saved thing can be opened without a network. */
export async function whetherKept(kind, name) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.active) return false;
  return (await ask(registration.active, { do: "keep", saved: { [kind]: [name] } })) === true;
}

/* Sends a message and waits for its answer; null when none comes. */
export function ask(worker, message) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  worker.postMessage(message, [port2]);
  return answer;
}
