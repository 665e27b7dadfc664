/* WGS-84 to GCJ-02 and back, for base maps from outside that are drawn in the shifted datum.
   The same published polynomial as the server's module on coordinate systems. */
const A = 6378245;
const EE = 0.00669342162296594323;
const RAD = Math.PI / 180;

export function identity(point) {
  return { lat: point.lat, lng: point.lng };
}

export function toGcj02({ lat, lng }) {
  const x = lng - 105;
  const y = lat - 35;
  const sin = Math.sin(lat * RAD);
  const magic = 1 - EE * sin * sin;
  const root = Math.sqrt(magic);
  return {
    lat: lat + (latShift(x, y) * 180) / (((A * (1 - EE)) / (magic * root)) * Math.PI),
    lng: lng + (lngShift(x, y) * 180) / ((A / root) * Math.cos(lat * RAD) * Math.PI),
  };
}

export function fromGcj02(target) {
  let guess = { lat: target.lat, lng: target.lng };
  for (let step = 0; step < 6; step += 1) {
    const shifted = toGcj02(guess);
    guess = { lat: guess.lat + target.lat - shifted.lat, lng: guess.lng + target.lng - shifted.lng };
  }
  return guess;
}

function latShift(x, y) {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return base + wave(x) + ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 + ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
}

function lngShift(x, y) {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return base + wave(x) + ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 + ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
}

function wave(x) {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}
