/* Zoom and "where am I" as plain buttons, in place of gestures. */
export default class MapTools {
  constructor(root, map, toMap) {
    Object.assign(this, { root, map, toMap });
    this.tools = root.querySelector(".map__tools");
    this.tools.hidden = false;
    this.on("zoom-in", () => map.zoomIn());
    this.on("zoom-out", () => map.zoomOut());
    this.on("locate", () => this.locate());
    map.on("zoomend", () => this.limit());
    this.limit();
  }

  on(name, act) {
    this.button(name).addEventListener("click", act);
  }

  button(name) {
    return this.tools.querySelector(`[data-tool="${name}"]`);
  }

  /* The box of the buttons in the map's pixels, which names keep clear of and pins hide under. */
  obstacle() {
    const map = this.map.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = this.tools.getBoundingClientRect();
    return { left: left - map.left, top: top - map.top, right: right - map.left, bottom: bottom - map.top };
  }

  limit() {
    this.button("zoom-in").setAttribute("aria-disabled", this.map.getZoom() >= this.map.getMaxZoom());
    this.button("zoom-out").setAttribute("aria-disabled", this.map.getZoom() <= this.map.getMinZoom());
  }

  locate() {
    if (!("geolocation" in navigator)) return this.warn(this.root.dataset.i18nNoPosition);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.show({ lat: coords.latitude, lng: coords.longitude }),
      () => this.warn(this.root.dataset.i18nNoPosition),
      { timeout: 10000, maximumAge: 60000 },
    );
  }

  show(position) {
    const point = this.toMap(position);
    if (!this.map.options.maxBounds.contains(point)) return this.warn(this.root.dataset.i18nFarAway);
    this.you?.remove();
    this.you = L.circleMarker(point, { radius: 8, className: "m-you-dot", interactive: false }).addTo(this.map);
    this.map.setView(point, Math.max(this.map.getZoom(), 15));
    this.say(this.root.dataset.i18nFound);
  }

  say(text) {
    const status = this.root.querySelector(".map__status");
    status.classList.add("vh");
    status.textContent = text;
  }

  /* Say in sight what did not work and what to do instead. */
  warn(text) {
    this.say(text);
    this.root.querySelector(".map__status").classList.remove("vh");
  }
}
