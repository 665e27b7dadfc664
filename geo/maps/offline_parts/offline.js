/* Draws the base map and the route of this file; nothing is fetched. */
(() => {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const route = read("route");
  const data = read("base");
  const element = document.getElementById("map");
  const map = element.leafletMap;
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const STATIONS_FROM_ZOOM = 13;
  const NAMES_FROM_ZOOM = 14;
  const EQUATOR_M_PER_PX = 156543.03392;

  /* A line of the base map: the first point from the origin, each other from the one before. */
  function line(numbers) {
    let [lng, lat] = data.origin;
    const points = [];
    for (let i = 0; i < numbers.length; i += 2) {
      lng += numbers[i];
      lat += numbers[i + 1];
      points.push([lat / data.steps, lng / data.steps]);
    }
    return points;
  }

  function layer(name, order) {
    const pane = map.createPane(name);
    pane.style.zIndex = order;
    return { pane: name, renderer: L.svg({ pane: name, padding: 0.5 }), interactive: false };
  }

  function drawBase() {
    const shared = layer("base", 250);
    const arcs = data.arcs.map(line);
    const ring = (numbers) => numbers.flatMap((n) => (n < 0 ? [...arcs[~n]].reverse() : arcs[n]));
    for (const each of data.districts) L.polygon(each.rings.map(ring), { ...shared, className: "land" }).addTo(map);
    for (const each of data.sea) L.polygon(line(each), { ...shared, className: "sea" }).addTo(map);
    const rivers = data.rivers.map((each) => [each.width, L.polyline(line(each.line), { ...shared, className: "river" }).addTo(map)]);
    for (const each of data.rails) L.polyline(each.paths.map(line), { ...shared, className: "rail" }).addTo(map);
    const widen = () => {
      const metres = (EQUATOR_M_PER_PX * Math.cos((31.23 * Math.PI) / 180)) / 2 ** map.getZoom();
      for (const [width, drawn] of rivers) drawn.setStyle({ weight: Math.max(2, width / metres) });
    };
    map.on("zoomend", widen);
    widen();
    return shared;
  }

  function drawStations(shared) {
    const group = L.layerGroup();
    const names = L.layerGroup();
    line(data.stations.at).forEach((at, i) => {
      L.circleMarker(at, { ...shared, radius: 4, className: "dot" }).addTo(group);
      L.tooltip(at, { ...said("name name--place"), content: text(data.stations[lang][i]) }).addTo(names);
    });
    const show = () => {
      for (const [from, drawn] of [[STATIONS_FROM_ZOOM, group], [NAMES_FROM_ZOOM, names]]) {
        if (map.getZoom() >= from) drawn.addTo(map);
        else drawn.remove();
      }
    };
    map.on("zoomend", show);
    show();
  }

  function said(className) {
    return { permanent: true, direction: "right", offset: [6, 0], opacity: 1, className, interactive: false };
  }

  /* An element, so that Leaflet never reads a name as markup. */
  function text(words) {
    return Object.assign(document.createElement("span"), { textContent: words });
  }

  function drawWays() {
    const shared = layer("ways", 420);
    for (const { points, color } of route.ways) {
      L.polyline(points, { ...shared, className: "case" }).addTo(map);
      const look = color ? { className: "ride", color } : { className: "walk" };
      L.polyline(points, { ...shared, ...look }).addTo(map);
    }
  }

  function drawStops() {
    route.stops.forEach(({ at, name }, i) => {
      const link = document.createElement("a");
      link.href = `#stop-${i + 1}`;
      link.setAttribute("aria-label", `${i + 1} ${name}`);
      link.append(text(i + 1));
      const icon = L.divIcon({ html: link, className: "pin", iconSize: [44, 44] });
      L.marker(at, { icon, keyboard: false, zIndexOffset: 100 - i }).addTo(map);
      L.tooltip(at, { ...said("name"), offset: [18, 0], content: text(name) }).addTo(map);
    });
  }

  function addButtons() {
    const buttons = Object.assign(document.createElement("div"), { className: "zoom" });
    for (const [sign, act, word] of [["+", "zoomIn", route.words.zoomIn], ["−", "zoomOut", route.words.zoomOut]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
      button.setAttribute("aria-label", word);
      button.addEventListener("click", () => map[act]());
      buttons.append(button);
    }
    document.getElementById("frame").append(buttons);
  }

  element.setAttribute("role", "region");
  element.setAttribute("aria-label", route.words.map);
  map.fitBounds(L.latLngBounds(route.ways.flatMap(({ points }) => points)).pad(0.15), { animate: false });
  drawStations(drawBase());
  drawWays();
  drawStops();
  addButtons();
  element.dataset.ready = "true";
})();
