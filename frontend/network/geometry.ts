import type { ColumnMessage, NetworkMessage } from './messages.js';

/** The places of everything in the picture. */
export interface Layout {
  width: number;
  height: number;
  radius: number;
  /** The room between two columns. */
  gap: number;
  columns: { x: number; ys: number[] }[];
}

const LEAST_GAP = 46;
const EDGE = 26;
const TOP = 40;
/** The radius of a unit with numbers inside it. */
const LARGEST = 29;
const FOOT = 26;
/** Below this width a picture keeps low, as a phone's height is for the numbers too. */
const NARROW = 420;

export const shown = (column: ColumnMessage, values: ArrayLike<number>): number => Math.min(column.units, values.length);

/** @param roomy true if units are to be large enough for numbers inside them */
export function layOut({ columns, gapBefore }: NetworkMessage, counts: number[], room: number, roomy = false): Layout {
  const most = Math.max(...counts);
  const gaps = columns.length - 1 + (gapBefore ? 1 : 0);
  const narrow = room < NARROW;
  const edge = roomy ? LARGEST + 7 : EDGE;
  const gap = Math.max(LEAST_GAP, (room - 2 * edge) / Math.max(1, gaps));
  const pitch = Math.max(21, Math.min(roomy ? (room < 340 ? 92 : 116) : narrow ? 34 : 44, 320 / most));
  const radius = Math.min(roomy ? LARGEST : 15, pitch * (roomy ? 0.41 : 0.38), gap * 0.3);
  const height = TOP + Math.max(narrow ? 76 : 120, most * pitch) + FOOT;
  return {
    width: Math.max(room, 2 * edge + gaps * gap),
    height,
    radius,
    gap,
    columns: columns.map((_, i) => ({
      x: edge + (i + (gapBefore && i >= gapBefore ? 1 : 0)) * gap,
      ys: Array.from({ length: counts[i] }, (__, unit) => (TOP + height - FOOT) / 2 + (unit - (counts[i] - 1) / 2) * pitch),
    })),
  };
}

/** Returns the place on a link of a share of its way across: links from the same unit have their numbers one below another. */
export function onLink({ columns, radius }: Layout, column: number, from: number, to: number): [number, number] {
  const [x0, x1] = [columns[column - 1].x + radius, columns[column].x - radius];
  const [y0, y1] = [columns[column - 1].ys[from], columns[column].ys[to]];
  const count = columns[column - 1].ys.length;
  const t = count === 1 ? 0.5 : 0.23 + (0.54 * from) / (count - 1);
  const [x, y] = [1.5 * t * (1 - t) + t ** 3, t * t * (3 - 2 * t)];
  return [x0 + x * (x1 - x0), y0 + y * (y1 - y0)];
}

/** Returns the path of a link, from the right edge of one unit to the left edge of another. */
export function linkPath({ columns, radius }: Layout, column: number, from: number, to: number): string {
  const [x0, x1] = [columns[column - 1].x + radius, columns[column].x - radius];
  const [y0, y1] = [columns[column - 1].ys[from], columns[column].ys[to]];
  const half = (x0 + x1) / 2;
  return `M${x0} ${y0}C${half} ${y0} ${half} ${y1} ${x1} ${y1}`;
}
