/* Puts the device's position into a field of the planner, only when tapped. */
import NearMe, { isInShanghai } from "./near-me.js";

export default class PlanHere extends NearMe {
  go({ latitude, longitude }) {
    if (!isInShanghai(latitude, longitude)) return this.refuse(this.words.i18nFar);
    const field = this.button.form.elements[this.words.field];
    field.value = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
    this.isAsking = false;
    this.say(this.words.i18nFound);
    field.focus();
    return undefined;
  }

  /* Above the form the notice would be out of sight. */
  makeNotice() {
    const notice = super.makeNotice();
    this.button.after(notice);
    return notice;
  }
}
