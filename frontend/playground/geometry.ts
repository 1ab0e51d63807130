/** The places of everything in the network's diagram. */

export interface Geometry {
  width: number;
  height: number;
  /** The side of a unit's square. */
  size: number;
  /** From one column to the next. */
  gap: number;
  /** The centre of each unit of each column; the first column is the inputs'. */
  columns: { x: number; ys: number[] }[];
}

const LABELS = 58;
const END = 26;
/** Room for a column's two buttons. */
const LEAST_GAP = 60;
const MOST_GAP = 170;
const LARGEST = 40;
const SMALLEST = 19;
/** The radius of the dot at a unit's lower left corner, which shows its bias. */
export const DOT = 4.5;
const DOT_ROOM = DOT + 1.5;

/** @param rows how many units each column has */
export function layOut(rows: number[], room: number, height: number): Geometry {
  const most = Math.max(...rows);
  const pitch = Math.min(LARGEST + 16, (height - 2 * DOT_ROOM) / most);
  const size = Math.max(SMALLEST, Math.min(LARGEST, Math.round(pitch * 0.76)));
  const gaps = rows.length - 1;
  const start = LABELS + size / 2;
  const gap = Math.max(LEAST_GAP, Math.min(MOST_GAP, (room - start - size / 2 - END) / gaps));
  const used = start + gaps * gap + size / 2 + END;
  const lead = Math.max(0, (room - used) / 2);
  return {
    width: Math.max(room, used),
    height,
    size,
    gap,
    columns: rows.map((count, column) => ({
      x: lead + start + column * gap,
      ys: Array.from({ length: count }, (_, i) => height / 2 + (i - (count - 1) / 2) * pitch),
    })),
  };
}

/** Returns the middle of a unit's dot. */
export function dotOf({ columns, size }: Geometry, layer: number, unit: number): [number, number] {
  const { x, ys } = columns[layer + 1];
  return [x - size / 2, ys[unit] + size / 2];
}

export interface Curve {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Returns the link from a unit to one of the next column; links that end in one unit end a little apart. */
export function link(geometry: Geometry, column: number, from: number, to: number, place: number, of: number): Curve {
  const { columns, size } = geometry;
  const spread = Math.min(12, size / 3);
  return {
    x0: columns[column].x + size / 2,
    y0: columns[column].ys[from],
    x1: columns[column + 1].x - size / 2,
    y1: columns[column + 1].ys[to] + (of > 1 ? (place / (of - 1) - 0.5) * spread : 0),
  };
}

export function along({ x0, y0, x1, y1 }: Curve, t: number): [number, number] {
  const half = (x0 + x1) / 2;
  const s = 1 - t;
  const bezier = (a: number, b: number, c: number, d: number) =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return [bezier(x0, half, half, x1), bezier(y0, y0, y1, y1)];
}

/** Returns the distance of a point from a link. */
export function distance(curve: Curve, x: number, y: number): number {
  if (x < curve.x0 - 4 || x > curve.x1 + 4) {
    return Infinity;
  }
  let least = Infinity;
  for (let i = 0; i <= 24; i++) {
    const [px, py] = along(curve, i / 24);
    const [qx, qy] = along(curve, Math.min(1, (i + 0.5) / 24));
    least = Math.min(least, Math.hypot(px - x, py - y), Math.hypot(qx - x, qy - y));
  }
  return least;
}
