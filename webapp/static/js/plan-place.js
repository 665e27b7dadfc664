/* A place field of the planner: a suggestion taken stands in the field, nothing else happens. */
import SearchBox from "./search-box.js";

export default class PlanPlace extends SearchBox {
  go(item) {
    if (!item || !this.isOpen) return false;
    this.close();
    this.input.value = item.name;
    return true;
  }
}
