/* A button that hands an address on: by the device's own sheet, else by copying it. */
export default class ShareAddress {
  constructor(button) {
    this.button = button;
    this.words = button.querySelector("[role=status]");
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => this.share());
  }

  async share() {
    const { address, secret, i18nCopied, i18nFailed } = this.button.dataset;
    try {
      if (navigator.share && secret === undefined) return await navigator.share({ url: address });
      await navigator.clipboard.writeText(address);
      this.words.textContent = i18nCopied;
    } catch (fault) {
      if (fault.name !== "AbortError") this.words.textContent = i18nFailed;
    }
  }
}
