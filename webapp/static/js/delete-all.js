/* Forgets everything this device keeps of the site, but the parts of the app itself. */
export default class DeleteAll {
  constructor(fold) {
    this.fold = fold;
    this.button = fold.querySelector("button");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.forget());
  }

  async forget() {
    for (const storage of [localStorage, sessionStorage]) storage.clear();
    const names = await globalThis.caches?.keys() ?? [];
    await Promise.all(names.filter((name) => !name.startsWith("shell-")).map((name) => caches.delete(name)));
    dispatchEvent(new CustomEvent("saved-change"));
    this.button.hidden = true;
    this.fold.querySelector("[role=status]").hidden = false;
  }
}
