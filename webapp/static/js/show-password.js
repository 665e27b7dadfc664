/* Shows a password while somebody checks what they typed. */
export default class ShowPassword {
  constructor(button) {
    this.button = button;
    this.input = document.getElementById(button.dataset.for);
    button.hidden = false;
    button.addEventListener("click", () => this.turn());
    this.input.form.addEventListener("submit", () => (this.input.type = "password"));
  }

  turn() {
    const shown = this.input.type === "password";
    this.input.type = shown ? "text" : "password";
    this.button.setAttribute("aria-pressed", String(shown));
    this.input.focus();
  }
}
