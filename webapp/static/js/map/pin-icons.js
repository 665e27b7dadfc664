/* The four silhouettes as map pins: the shape is the scenario, the fill is the state. */
const SHAPES = {
  night: ["M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z", "M17.3 13.4A5.8 5.8 0 1 1 10.6 6.7A4.6 4.6 0 0 0 17.3 13.4z"],
  silver: [
    "M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z",
    "M5 11.4h14a7 7 0 0 1-4.3 6.2v1.9H9.3v-1.9A7 7 0 0 1 5 11.4zM8 9.9L15.3 3.6l1.1 1.3L10.6 9.9zM12.6 9.9L18 6.3l.9 1.4-3.3 2.2z",
  ],
  goods: [
    "M12 .8L23.2 12L12 23.2L.8 12z",
    "M12 6.4L13.53 10.3L17.71 10.55L14.47 13.2L15.53 17.25L12 15L8.47 17.25L9.53 13.2L6.29 10.55L10.47 10.3z",
  ],
  culture: ["M3 22.5V10.6a9 9 0 0 1 18 0V22.5z", "M7.4 19.6V11.3a4 4 0 0 1 3.7-4.2V19.6zM12.9 7.1a4 4 0 0 1 3.7 4.2V19.6H12.9z"],
};
const SIZES = { open: 32, soon: 32, usual: 28, unknown: 25, closed: 19 };
const NEAR_SIZE = 36;
const NEAR_ZOOM = 15;

/* An SVG element for a scenario in a state ({state, nuance}) at a zoom. */
export function pinIcon(scenario, { state, nuance }, zoom) {
  const size = zoom >= NEAR_ZOOM && state !== "closed" ? NEAR_SIZE : SIZES[nuance ?? state];
  const [outline, glyph] = SHAPES[scenario];
  const svg = element("svg", { class: `m-pin is-${scenario}`, "data-state": state, viewBox: "-1 -1 26 26", width: size, height: size, "aria-hidden": "true" });
  if (nuance) svg.dataset.nuance = nuance;
  svg.append(element("path", { class: "s", d: outline }));
  if (state !== "closed") svg.append(element("path", { class: "gf", d: glyph }));
  return svg;
}

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
