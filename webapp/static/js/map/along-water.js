/* Where a name can stand along a river: spots with an angle, the straightest reaches first. */
const STEP_PX = 16;
const BESIDE_PX = 3;
const BEND = 0.94;
const CHOICES = 60;

/* points: the river in container pixels, width: as drawn, size: {width, height, size} of the text. */
export default function spotsAlong(points, width, size, view) {
  const lengths = lengthsOf(points);
  const total = lengths[lengths.length - 1];
  const room = Math.max(BESIDE_PX, (width - size.size) / 2 + BESIDE_PX);
  const spots = [];
  for (let along = size.width / 2; along <= total - size.width / 2; along += STEP_PX) {
    const spot = spotAt((offset) => pointAt(points, lengths, along + offset), size, view);
    if (spot && spot.bend <= room) spots.push(spot);
  }
  return spots.sort((one, other) => one.cost - other.cost).slice(0, CHOICES);
}

function spotAt(at, size, view) {
  const [start, end] = [at(-size.width / 2), at(size.width / 2)];
  const chord = { x: end.x - start.x, y: end.y - start.y };
  const length = Math.hypot(chord.x, chord.y);
  if (length < size.width * BEND || !(isSeen(start, view) && isSeen(end, view))) return null;
  const offsets = [-0.5, -0.25, 0, 0.25, 0.5].map((share) => {
    const { x, y } = at(size.width * share);
    return ((x - start.x) * chord.y - (y - start.y) * chord.x) / length;
  });
  const bend = (Math.max(...offsets) - Math.min(...offsets)) / 2;
  const shift = (Math.max(...offsets) + Math.min(...offsets)) / 2;
  const middle = {
    x: (start.x + end.x) / 2 + (chord.y / length) * shift,
    y: (start.y + end.y) / 2 - (chord.x / length) * shift,
  };
  const away = Math.hypot(middle.x - view.x / 2, middle.y - view.y / 2);
  return { ...turned(middle, chord, size), bend, cost: bend * 12 + away };
}

/* The text's own box before turning, and the small boxes it covers afterwards. */
function turned(middle, chord, { width, height }) {
  let radians = Math.atan2(chord.y, chord.x);
  if (Math.abs(radians) > Math.PI / 2) radians -= Math.sign(radians) * Math.PI;
  const count = Math.ceil(width / height);
  const boxes = Array.from({ length: count }, (_, i) => {
    const away = ((i + 0.5) / count - 0.5) * width;
    const [x, y] = [middle.x + Math.cos(radians) * away, middle.y + Math.sin(radians) * away];
    return { left: x - height / 2, top: y - height / 2, right: x + height / 2, bottom: y + height / 2 };
  });
  return { left: middle.x - width / 2, top: middle.y - height / 2, boxes, middle, angle: (radians * 180) / Math.PI };
}

function lengthsOf(points) {
  const lengths = [0];
  for (let i = 1; i < points.length; i += 1) {
    lengths.push(lengths[i - 1] + Math.hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y));
  }
  return lengths;
}

function pointAt(points, lengths, along) {
  let i = lengths.findIndex((length) => length >= along);
  if (i < 1) i = i === 0 ? 1 : lengths.length - 1;
  const share = (along - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1);
  const [before, after] = [points[i - 1], points[i]];
  return { x: before.x + (after.x - before.x) * share, y: before.y + (after.y - before.y) * share };
}

function isSeen({ x, y }, view) {
  return x >= 0 && y >= 0 && x <= view.x && y <= view.y;
}
