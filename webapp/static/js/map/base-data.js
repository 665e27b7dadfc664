/* Reads the base map's document (its format: geo/basemap/embedded.py) into points {lat, lng}. */

export default function decode(data) {
  const line = (numbers) => points(numbers, data);
  const arcs = data.arcs.map(line);
  const places = line(data.stations.at);
  return {
    borders: arcs,
    districts: data.districts.map((each) => ({
      ...named(each),
      tint: each.tint,
      label: line(each.label)[0],
      rings: each.rings.map((ring) => joined(ring, arcs)),
    })),
    centre: data.centre && { ...named(data.centre), label: line(data.centre.label)[0], codes: new Set(data.centre.codes) },
    sea: data.sea.map(line),
    rivers: data.rivers.map((each) => ({ ...named(each), width: each.width, line: line(each.line) })),
    rails: data.rails.map((each) => ({ code: each.line, paths: each.paths.map(line) })),
    areas: data.areas.map((each) => ({ ...named(each), type: each.type, rank: each.rank, ring: line(each.ring) })),
    stations: places.map((place, i) => ({
      ...place,
      zh: data.stations.zh[i],
      en: data.stations.en[i],
      lines: data.stations.lines[i].split(" "),
    })),
  };
}

function named({ code, zh, en }) {
  return { code, zh, en };
}

/* A line: the first point from the origin, each other from the one before. */
function points(numbers, { origin, steps }) {
  let [lng, lat] = origin;
  const made = [];
  for (let i = 0; i < numbers.length; i += 2) {
    lng += numbers[i];
    lat += numbers[i + 1];
    made.push({ lat: lat / steps, lng: lng / steps });
  }
  return made;
}

/* A ring out of its arcs; ~i is arc i backwards. */
function joined(ring, arcs) {
  const made = [];
  for (const number of ring) {
    const arc = number < 0 ? arcs[~number].toReversed() : arcs[number];
    made.push(...arc.slice(0, -1));
  }
  return made;
}
