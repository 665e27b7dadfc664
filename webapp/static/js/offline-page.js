/* The page shown in place of one that cannot be fetched: try again, by hand, when it makes sense. */
export default class OfflinePage {
  constructor(root) {
    this.root = root;
    const retry = root.querySelector("[data-retry]");
    retry.hidden = false;
    retry.addEventListener("click", () => location.reload());
    root.querySelector("[data-unsent]").hidden = !("unsent" in document.documentElement.dataset);
    this.leadOn(document.querySelector("[data-other-language]"));
    addEventListener("online", () => this.show(true));
    addEventListener("offline", () => this.show(false));
  }

  /* To the page that was asked for, in the other language. */
  leadOn(link) {
    link.href = link.pathname.slice(0, 3) + location.pathname.slice(3) + location.search;
  }

  show(isOnline) {
    this.root.querySelector("[data-back-online]").hidden = !isOnline;
  }
}
