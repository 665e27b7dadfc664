/* Fetches the page somebody is about to open: the pointer rests on its link, a finger is down on it,
   the keyboard has reached it. Not where data is dear or slow, not what is worked out on demand. */
const WAIT_MS = 90;
const MOST = 15;
const LEFT_OUT = /\/(desk|plan|plans|saved|offline|packs)(\/|$)|\.\w+$/;

export default function prefetchOnIntent() {
  const { saveData, effectiveType = "4g" } = navigator.connection ?? {};
  const link = document.createElement("link");
  if (saveData || effectiveType !== "4g" || !link.relList.supports("prefetch")) return;
  const asked = new Set([addressOf(location)]);
  let timer;
  const turn = ({ target }) => {
    clearTimeout(timer);
    const address = mayBePage(target.closest?.("a[href]"));
    if (address && !asked.has(address) && asked.size <= MOST) timer = setTimeout(prefetch, WAIT_MS, address);
  };
  const prefetch = (address) => {
    asked.add(address);
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: address }));
  };
  for (const type of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(type, turn, { passive: true });
}

/* The address of a page of ours that opens here, else null. */
function mayBePage(link) {
  if (!link || link.origin !== location.origin || link.target || link.hasAttribute("download") || link.type) return null;
  const isOurs = /^\/(zh|en)\//.test(link.pathname) && !LEFT_OUT.test(link.pathname) && !link.search.includes("view=");
  return isOurs ? addressOf(link) : null;
}

function addressOf({ pathname, search }) {
  return pathname + search;
}
