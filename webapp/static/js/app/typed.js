/* What somebody typed into the page, carried over one reload of the same address. */
const KEY = "typed";
const FIELDS = "main input[name], main select[name], main textarea[name]";
const TICKED = ["checkbox", "radio"];
const SECRET = ["hidden", "password", "file"];

export default class Typed {
  keep() {
    const fields = this.fields().map((field) => (TICKED.includes(field.type) ? field.checked : field.value));
    sessionStorage.setItem(KEY, JSON.stringify({ address: location.href, fields }));
  }

  bringBack() {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    const fields = this.fields();
    if (kept?.address !== location.href || kept.fields.length !== fields.length) return;
    fields.forEach((field, index) => {
      if (TICKED.includes(field.type)) field.checked = kept.fields[index];
      else field.value = kept.fields[index];
    });
  }

  fields() {
    return [...document.querySelectorAll(FIELDS)].filter(({ type }) => !SECRET.includes(type));
  }
}
