/* The point the list is near, marked on the map, and choosing another one. */
export default class NearPoint {
  constructor(map, root, { toMap, fromMap, box, tools }) {
    Object.assign(this, { map, root, toMap, fromMap, box, tools });
  }

  show() {
    const [lat, lng] = this.root.dataset.near.split(",").map(Number);
    const point = this.toMap({ lat, lng });
    L.circleMarker(point, { radius: 14, className: "m-near-ring", interactive: false }).addTo(this.map);
    L.circleMarker(point, { radius: 4, className: "m-near-dot", interactive: false }).addTo(this.map);
    this.tools.say(this.root.dataset.i18nNear);
  }

  /* Show the same view with what is nearest to this point first; from the keyboard, at the list. */
  choose(latlng, isByKey) {
    if (!this.map.options.maxBounds.contains(latlng)) return this.tools.warn(this.root.dataset.i18nFarAway);
    const { lat, lng } = this.fromMap(latlng);
    const address = new URL(location.href);
    for (const name of ["place", "station", "page", "sort"]) address.searchParams.delete(name);
    address.searchParams.set("near", `${lat.toFixed(5)},${lng.toFixed(5)}`);
    address.searchParams.set("bbox", this.box().join(","));
    address.hash = isByKey ? "results" : "";
    location.assign(address);
    return undefined;
  }
}
