/* What this device saved, in localStorage, newest first. Nothing of it is sent anywhere.
   venues, itineraries: {slug, name_zh, name_en, savedAt} · plans: {token, key?, title, on, savedAt}
   After every change `window` hears "saved-change"; a change in another tab is heard as well. */
const VENUES = { key: "saved-venues", id: "slug" };
const ITINERARIES = { key: "saved-itineraries", id: "slug" };
const PLANS = { key: "saved-plans", id: "token" };

/* All lists by the name of what is in them, for those who treat them alike. */
export const LISTS = { venue: VENUES, itinerary: ITINERARIES, plan: PLANS };

export const venues = () => all(VENUES);
export const saveVenue = (venue) => add(VENUES, venue);
export const removeVenue = (slug) => take(VENUES, slug);

export const itineraries = () => all(ITINERARIES);
export const saveItinerary = (itinerary) => add(ITINERARIES, itinerary);
export const removeItinerary = (slug) => take(ITINERARIES, slug);

export const plans = () => all(PLANS);
/* A plan saved again keeps its key, the secret part that lets its maker change it. */
export const savePlan = (plan) => add(PLANS, { ...find(PLANS, plan.token), ...plan });
export const removePlan = (token) => take(PLANS, token);

export function all({ key, id }) {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(list) ? list.filter((item) => typeof item?.[id] === "string") : [];
  } catch {
    return [];
  }
}

export function find(list, name) {
  return all(list).find((item) => item[list.id] === name);
}

/* Puts `item` on top; an older entry of the same name goes. False when the device refuses. */
export function add(list, item) {
  const others = all(list).filter((other) => other[list.id] !== item[list.id]);
  return keep(list, [{ ...item, savedAt: item.savedAt ?? new Date().toISOString() }, ...others]);
}

/* Takes the entry out and returns it with its place, so that `restore` can undo it. */
export function take(list, name) {
  const items = all(list);
  const index = items.findIndex((item) => item[list.id] === name);
  if (index < 0) return null;
  const [item] = items.splice(index, 1);
  keep(list, items);
  return { item, index };
}

export function restore(list, { item, index }) {
  const items = all(list).filter((other) => other[list.id] !== item[list.id]);
  items.splice(index, 0, item);
  return keep(list, items);
}

/* Forgets everything saved on this device. */
export function clear() {
  for (const { key } of Object.values(LISTS)) localStorage.removeItem(key);
  tell();
}

function keep({ key }, items) {
  try {
    localStorage.setItem(key, JSON.stringify(items));
  } catch {
    return false;
  }
  tell();
  return true;
}

function tell() {
  window.dispatchEvent(new CustomEvent("saved-change"));
}

window.addEventListener("storage", ({ key }) => {
  if (key === null || Object.values(LISTS).some((list) => list.key === key)) tell();
});
