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

  /* Dots of stations, and what is known of their names for the labels. */
  function drawStations(shared) {
    const group = L.layerGroup();
    const stations = line(data.stations.at).map((at, i) => ({ at, name: data.stations[lang][i], gap: 7, className: "label label--station" }));
    for (const { at } of stations) L.circleMarker(at, { ...shared, radius: 4, className: "dot" }).addTo(group);
    const show = () => (map.getZoom() >= STATIONS_FROM_ZOOM ? group.addTo(map) : group.remove());
    map.on("zoomend", show);
    show();
    return stations;
  }

  /* Names beside their places, the first ones first; a name that fits on no side is left out. */
  function label(names, taken) {
    const pane = map.createPane("labels");
    pane.style.zIndex = 650;
    const size = new Map();
    const draw = () => {
      pane.replaceChildren();
      const boxes = taken().concat();
      for (const each of names()) {
        const middle = map.latLngToContainerPoint(each.at);
        if (!map.getSize().contains(middle) || middle.x < 0 || middle.y < 0) continue;
        const node = text(each.name);
        node.className = each.className;
        pane.append(node);
        if (!size.has(node.className + each.name)) size.set(node.className + each.name, [node.offsetWidth, node.offsetHeight]);
        const box = sides(middle, size.get(node.className + each.name), each.gap).find((one) => isFree(one, boxes));
        if (!box) {
          node.remove();
          continue;
        }
        boxes.push(box);
        L.DomUtil.setPosition(node, map.containerPointToLayerPoint([box.left, box.top]));
      }
    };
    map.on("moveend zoomend resize", draw);
    draw();
  }

  function sides({ x, y }, [width, height], gap) {
    const places = [
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x - width / 2, y + gap],
      [x - width / 2, y - gap - height],
      [x + gap * 0.7, y + gap * 0.4],
      [x + gap * 0.7, y - gap * 0.4 - height],
    ];
    return places.map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
  }

  function isFree(box, boxes) {
    const { x, y } = map.getSize();
    const inside = box.left >= 2 && box.top >= 2 && box.right <= x - 2 && box.bottom <= y - 2;
    return inside && boxes.every((one) => box.right < one.left || one.right < box.left || box.bottom < one.top || one.bottom < box.top);
  }

  /* The numbers and the buttons. */
  function obstacles() {
    const pins = route.stops.map(({ at }) => map.latLngToContainerPoint(at)).map(({ x, y }) => ({ left: x - 15, top: y - 15, right: x + 15, bottom: y + 15 }));
    return [...pins, { left: map.getSize().x - 64, top: 0, right: map.getSize().x, bottom: 116 }];
  }

  function namesOf(stations) {
    const stops = route.stops.map((each) => ({ ...each, gap: 18, className: "label" }));
    const ends = route.ends.map((each) => ({ ...each, gap: 9, className: "label" }));
    const always = [...stops, ...ends];
    const isEnd = ({ at: [lat, lng] }) => route.ends.some(({ at }) => Math.hypot(at[0] - lat, at[1] - lng) < 2e-4);
    const others = stations.filter((each) => !isEnd(each));
    const districts = data.districts.map((each) => ({ at: line(each.label)[0], name: each[lang], gap: 0, className: "label label--district" }));
    return () => [...always, ...(map.getZoom() >= NAMES_FROM_ZOOM ? others : []), ...districts];
  }

  /* An element, so that no name is ever read as markup. */
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
  const stations = drawStations(drawBase());
  drawWays();
  drawStops();
  addButtons();
  label(namesOf(stations), obstacles);
  element.dataset.ready = "true";
})();
