/* Notes a plan of one's own, with its key, among what this device saved; a deleted one goes. */
import { removePlan, savePlan } from "./saved/store.js";

export default class OwnPlan {
  constructor({ dataset }) {
    const { token, key, title, nameZh, nameEn, on, gone } = dataset;
    if (gone !== undefined) removePlan(token);
    else savePlan({ token, key, title, name_zh: nameZh, name_en: nameEn, on });
    const forget = document.querySelector("button[name=do][value=forget]");
    forget?.addEventListener("click", () => removePlan(token));
  }
}
