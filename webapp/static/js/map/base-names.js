/* Which names of the base map are worth showing at a zoom, and where each may stand. */
const FAR_ZOOM = 11;
const NEAR_ZOOM = 15;
const CREEK_FROM_ZOOM = 15;
const WIDE_RIVER_M = 200;
const AREAS_FROM_ZOOM = 13;
const INTERCHANGES_FROM_ZOOM = 14;
const BESIDE_WATER_PX = 26;
const METRES_PER_DEGREE = 111195;
const MAIN_LINES = 3;
const GRID = 9;
const EDGE = 0.08;
const FEWEST_SAMPLES = 4;
const ALTERNATIVES = 8;

export default class BaseNames {
  constructor(map, data, lang) {
    Object.assign(this, { map, data, lang });
  }

  /* names with `radiusOf(station)` in pixels, the width of the mark the name stands beside. */
  names(radiusOf) {
    this.view = this.map.getBounds();
    this.zoom = Math.floor(this.map.getZoom());
    if (this.zoom <= FAR_ZOOM) return this.districts();
    return [...this.districts(), ...this.rivers(), ...this.areas(), ...this.stations(radiusOf)];
  }

  /* Each district in its middle, else where most of it is to be seen. */
  districts() {
    const isFar = this.zoom <= FAR_ZOOM;
    const samples = gridIn(this.view).filter((point) => this.isOnLand(point));
    const inner = this.view.pad(-EDGE);
    return this.named().flatMap((district) => {
      const inside = samples.filter((point) => isInside(point, district.rings));
      const hasLabel = inner.contains(district.label);
      if (!hasLabel && inside.length < FEWEST_SAMPLES) return [];
      const wanted = hasLabel ? district.label : middleOf(inside);
      const nearest = inside.sort((one, other) => gap(one, wanted) - gap(other, wanted)).slice(0, ALTERNATIVES);
      const [first, ...also] = hasLabel ? [wanted, ...nearest] : nearest;
      return { ...this.item(district, first, "district", isFar ? 100 : 80), also };
    });
  }

  /* The districts; at the farthest the central ones go by one name. */
  named() {
    const { districts, centre } = this.data;
    if (!centre || this.zoom >= FAR_ZOOM) return districts;
    const [central, others] = [true, false].map((isCentral) => districts.filter(({ code }) => centre.codes.has(code) === isCentral));
    return [{ ...centre, rings: central.flatMap(({ rings }) => rings) }, ...others];
  }

  /* Whether a name may stand there without touching the water. */
  isOnLand(point) {
    const away = (river) => river.width / 2 + (BESIDE_WATER_PX * this.view.getNorthEast().distanceTo(this.view.getNorthWest())) / this.map.getSize().x;
    if (isInside(point, this.data.sea)) return false;
    return !this.data.rivers.some((river) => river.width > WIDE_RIVER_M && distanceM(point, river.line) < away(river));
  }

  rivers() {
    const shown = this.data.rivers.filter(({ zh, width }) => zh && (width > WIDE_RIVER_M || this.zoom >= CREEK_FROM_ZOOM));
    return shown
      .filter(({ line }) => line.some((point) => this.view.contains(point)))
      .map((river) => ({ ...this.item(river, river.line[0], "water", 70), line: river.line, metres: river.width }));
  }

  areas() {
    if (this.zoom < AREAS_FROM_ZOOM) return [];
    return this.data.areas.flatMap((area) => {
      const [middle, ...edges] = placesIn(area.ring);
      return this.view.contains(middle) ? { ...this.item(area, middle, "area", 60 + area.rank), also: edges } : [];
    });
  }

  stations(radiusOf) {
    const least = this.zoom >= NEAR_ZOOM ? 1 : this.zoom >= INTERCHANGES_FROM_ZOOM ? 2 : MAIN_LINES;
    const shown = this.data.stations.filter((each) => each.lines.length >= least && this.view.contains(each));
    const rank = this.zoom >= NEAR_ZOOM ? 54 : 30;
    return shown.map((each) => ({ ...this.item(each, each, "station", rank + each.lines.length), around: radiusOf(each) }));
  }

  item(named, { lat, lng }, kind, rank) {
    return { text: named[this.lang], lat, lng, kind, rank };
  }
}

function gridIn(view) {
  const inner = view.pad(-EDGE);
  const [south, north, west, east] = [inner.getSouth(), inner.getNorth(), inner.getWest(), inner.getEast()];
  const shares = Array.from({ length: GRID }, (_, i) => i / (GRID - 1));
  return shares.flatMap((down) => shares.map((across) => ({ lat: south + (north - south) * down, lng: west + (east - west) * across })));
}

/* Even-odd over all rings of a district. */
function isInside({ lat, lng }, rings) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, before = ring[ring.length - 1]; i < ring.length; before = ring[i], i += 1) {
      const here = ring[i];
      if (here.lat > lat !== before.lat > lat && lng < here.lng + ((before.lng - here.lng) * (lat - here.lat)) / (before.lat - here.lat)) inside = !inside;
    }
  }
  return inside;
}

/* Metres from a point to a line, on a flat earth. */
function distanceM(point, line) {
  const east = METRES_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180);
  const flat = line.map(({ lat, lng }) => [(lng - point.lng) * east, (lat - point.lat) * METRES_PER_DEGREE]);
  let nearest = Infinity;
  for (let i = 1; i < flat.length; i += 1) nearest = Math.min(nearest, fromZero(flat[i - 1], flat[i]));
  return nearest;
}

function fromZero([x, y], [toX, toY]) {
  const [dx, dy] = [toX - x, toY - y];
  const along = Math.min(1, Math.max(0, -(x * dx + y * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x + along * dx, y + along * dy);
}

function middleOf(points) {
  const mean = (key) => points.reduce((sum, point) => sum + point[key], 0) / points.length;
  return { lat: mean("lat"), lng: mean("lng") };
}

/* The middle of an outline, then its northern and southern edge. */
function placesIn(ring) {
  const middle = middleOf(ring);
  const lats = ring.map(({ lat }) => lat);
  return [middle, { ...middle, lat: Math.max(...lats) }, { ...middle, lat: Math.min(...lats) }];
}

function gap(one, other) {
  return Math.hypot(one.lat - other.lat, one.lng - other.lng);
}
