/* Fills in the key of a plan that this device noted, when the browser has lost its cookie. */
import { plans } from "./saved/store.js";

export default class OwnKey {
  constructor(input) {
    input.value ||= plans().find(({ token }) => token === input.dataset.token)?.key ?? "";
  }
}
