/* Prepared squares of pins, fetched once each and kept. */
const MIN_ZOOM = 10;
const MAX_ZOOM = 16;

export default class VenueTiles {
  constructor(template) {
    this.template = template;
    this.known = new Map();
  }

  /* All pins and prepared clusters of the squares that a Leaflet map shows. */
  async inView(map) {
    const squares = squaresOf(map.getBounds(), tileZoom(map.getZoom()));
    const loaded = await Promise.all(squares.map((square) => this.load(square)));
    return loaded.flat();
  }

  load({ z, x, y }) {
    const address = this.template.replace("{z}", z).replace("{x}", x).replace("{y}", y);
    if (!this.known.has(address)) this.known.set(address, fetchFeatures(address, this.known));
    return this.known.get(address);
  }
}

async function fetchFeatures(address, known) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const { features } = await answer.json();
    return features.map(flatten);
  } catch (fault) {
    known.delete(address);
    throw fault;
  }
}

function flatten({ id, geometry, properties }) {
  const [lng, lat] = geometry.coordinates;
  return { ...properties, slug: id, lat, lng, isCluster: id === undefined };
}

function tileZoom(zoom) {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.floor(zoom)));
}

function squaresOf(bounds, z) {
  const [west, north] = square(bounds.getNorthWest(), z);
  const [east, south] = square(bounds.getSouthEast(), z);
  const squares = [];
  for (let x = west; x <= east; x += 1) {
    for (let y = north; y <= south; y += 1) squares.push({ z, x, y });
  }
  return squares;
}

function square({ lat, lng }, z) {
  const size = 2 ** z;
  const radians = (lat * Math.PI) / 180;
  const x = Math.floor(((lng + 180) / 360) * size);
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size);
  return [Math.min(size - 1, Math.max(0, x)), Math.min(size - 1, Math.max(0, y))];
}
