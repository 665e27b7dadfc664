/* The field for what to be near: suggests places, and taking one shows what is near it. */
import SearchBox from "./search-box.js";

export default class NearBox extends SearchBox {
  /* The page the form leads to, about exactly this place: names alone may fit several. */
  addressOf({ place }) {
    const { form } = this.input;
    const address = new URL(form.action);
    const asked = [...new FormData(form)].filter(([name]) => name !== "place");
    address.search = new URLSearchParams([...asked, ["place", place]]);
    return address;
  }
}
