/* Which addresses are pages, which belong to staff, and under which name a page is kept. */
const PAGE = /^\/(?:zh|en)\/(?:[^.]*)$/;
const STAFF = /^\/(?:zh|en)\/desk(?:\/|$)/;
const OWNERS_PLAN = /^\/(?:zh|en)\/plans\/[^/]+\/(?!print$)/;

export const LOOKS = ["standard", "easy"].flatMap((view) => ["1", "2", "3"].map((step) => `${view}-${step}`));

export const isPage = ({ pathname }) => PAGE.test(pathname);
export const isStaff = ({ pathname }) => STAFF.test(pathname);
export const languageOf = ({ pathname }) => (pathname.startsWith("/en/") ? "en" : "zh");

/* Pages anybody may open again; the key of a plan in an address lets its holder change it. */
export function mayBeKept(url) {
  return isPage(url) && !isStaff(url) && !OWNERS_PLAN.test(url.pathname) && !url.searchParams.has("key");
}

/* A page looks different by view and text step, which are cookies: each look is kept by itself. */
export function keyOf(address, look) {
  const url = new URL(address, location.origin);
  url.hash = "";
  url.searchParams.delete("view");
  url.searchParams.set("kept-as", look);
  return url.href;
}

export const lookOfKey = (key) => new URL(key).searchParams.get("kept-as");

/* How a page's own first tag says it looks. */
export function lookOf(html) {
  const [tag] = html.match(/<html[^>]*>/) ?? [""];
  const [, view] = tag.match(/data-view="(\w+)"/) ?? [];
  const [, step] = tag.match(/data-text="([123])"/) ?? [];
  return `${view ?? "standard"}-${step ?? "1"}`;
}
