/* Prepared squares of pins, fetched once each and kept. */
const MIN_ZOOM = 10;
const MAX_ZOOM = 16;

export default class VenueTiles {
  constructor(template, isSparse) {
    Object.assign(this, { template, isSparse });
    this.known = new Map();
  }

  /* The pins in a box [west, south, east, north], and prepared clusters where they will do:
     a cluster cannot say which of its venues answer a question or lie within the box.
     Where venues are few, squares of twice the size hold pins only: a third of the requests. */
  async inBox(box, zoom, isAnything) {
    const nearest = tileZoom(zoom);
    const isWhole = (square) => square.z >= nearest && isAnything && holds(box, boxOf(square));
    const z = this.isSparse ? Math.max(MIN_ZOOM, nearest - 1) : nearest;
    const loaded = await Promise.all(squaresOf(box, z).map((square) => this.gather(square, isWhole)));
    return loaded.flat();
  }

  async gather(square, isWhole) {
    const features = await this.load(square);
    if (square.z === MAX_ZOOM || isWhole(square) || !features.some(({ isCluster }) => isCluster)) return features;
    const parts = await Promise.all(quartersOf(square).map((quarter) => this.gather(quarter, isWhole)));
    return parts.flat();
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

function squaresOf([left, bottom, right, top], z) {
  const [west, north] = squareAt({ lat: top, lng: left }, z);
  const [east, south] = squareAt({ lat: bottom, lng: right }, z);
  const squares = [];
  for (let x = west; x <= east; x += 1) {
    for (let y = north; y <= south; y += 1) squares.push({ z, x, y });
  }
  return squares;
}

function squareAt({ lat, lng }, z) {
  const size = 2 ** z;
  const radians = (lat * Math.PI) / 180;
  const x = Math.floor(((lng + 180) / 360) * size);
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size);
  return [Math.min(size - 1, Math.max(0, x)), Math.min(size - 1, Math.max(0, y))];
}

function quartersOf({ z, x, y }) {
  return [0, 1, 2, 3].map((n) => ({ z: z + 1, x: 2 * x + (n % 2), y: 2 * y + (n >> 1) }));
}

function boxOf({ z, x, y }) {
  const size = 2 ** z;
  const lng = (column) => (column / size) * 360 - 180;
  const lat = (row) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / size))) * 180) / Math.PI;
  return [lng(x), lat(y + 1), lng(x + 1), lat(y)];
}

function holds([west, south, east, north], [left, bottom, right, top]) {
  return west <= left && south <= bottom && right <= east && top <= north;
}
