/* Puts pins whose squares would overlap into one group: the weightiest stays, the others join it. */
export function groupPins(pins, project, radiusPx, weightOf) {
  const groups = [];
  const grid = new Map();
  const weighed = pins.map((pin) => ({ pin, count: pin.count ?? 0, weight: weightOf(pin) }));
  for (const { pin } of weighed.sort(byImportance)) {
    const point = project(pin);
    const host = nearest(grid, point, radiusPx);
    if (host) host.members.push(pin);
    else place(grid, groups, { point, members: [pin] }, radiusPx);
  }
  return groups;
}

/* How many venues a group stands for, prepared clusters included. */
export function sizeOf(group) {
  return group.members.reduce((sum, member) => sum + (member.count ?? 1), 0);
}

function byImportance(one, other) {
  return other.count - one.count || other.weight - one.weight || (one.pin.slug < other.pin.slug ? -1 : 1);
}

function place(grid, groups, group, radiusPx) {
  groups.push(group);
  const key = cell(group.point, radiusPx);
  grid.set(key, [...(grid.get(key) ?? []), group]);
}

function nearest(grid, point, radiusPx) {
  const column = Math.floor(point.x / radiusPx);
  const row = Math.floor(point.y / radiusPx);
  let best = null;
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const group of grid.get(`${column + dx}:${row + dy}`) ?? []) {
        const gap = Math.max(Math.abs(group.point.x - point.x), Math.abs(group.point.y - point.y));
        if (gap < radiusPx && (!best || gap < best.gap)) best = { group, gap };
      }
    }
  }
  return best?.group;
}

function cell(point, radiusPx) {
  return `${Math.floor(point.x / radiusPx)}:${Math.floor(point.y / radiusPx)}`;
}
