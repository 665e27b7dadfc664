/* A link to a plain text copies it instead; where that is refused, it stays a link. */
export default class CopyText {
  constructor(link) {
    this.link = link;
    this.note = link.querySelector("[data-note]");
    if (!navigator.clipboard) return;
    this.note.setAttribute("role", "status");
    link.addEventListener("click", (event) => this.copy(event));
  }

  async copy(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const answer = await fetch(this.link.href);
      if (!answer.ok) throw new Error(`${answer.status}`);
      await navigator.clipboard.writeText(await answer.text());
      this.note.textContent = this.link.dataset.copied;
    } catch {
      location.assign(this.link.href);
    }
  }
}
