import type { ColumnMessage, NetworkMessage } from './messages.js';

/** The places of everything in the picture. */
export interface Layout {
  width: number;
  height: number;
  radius: number;
  columns: { x: number; ys: number[] }[];
}

const LEAST_GAP = 46;
const EDGE = 26;
const TOP = 40;
const FOOT = 26;
/** Below this width a picture keeps low, as a phone's height is for the numbers too. */
const NARROW = 420;

export const shown = (column: ColumnMessage, values: ArrayLike<number>): number => Math.min(column.units, values.length);

export function layOut({ columns, gapBefore }: NetworkMessage, counts: number[], room: number): Layout {
  const most = Math.max(...counts);
  const gaps = columns.length - 1 + (gapBefore ? 1 : 0);
  const gap = Math.max(LEAST_GAP, (room - 2 * EDGE) / Math.max(1, gaps));
  const narrow = room < NARROW;
  const pitch = Math.max(21, Math.min(narrow ? 34 : 44, 320 / most));
  const radius = Math.min(15, pitch * 0.38, gap * 0.3);
  const height = TOP + Math.max(narrow ? 76 : 120, most * pitch) + FOOT;
  return {
    width: Math.max(room, 2 * EDGE + gaps * gap),
    height,
    radius,
    columns: columns.map((_, i) => ({
      x: EDGE + (i + (gapBefore && i >= gapBefore ? 1 : 0)) * gap,
      ys: Array.from({ length: counts[i] }, (__, unit) => (TOP + height - FOOT) / 2 + (unit - (counts[i] - 1) / 2) * pitch),
    })),
  };
}

/** Returns the path of a link, from the right edge of one unit to the left edge of another. */
export function linkPath({ columns, radius }: Layout, column: number, from: number, to: number): string {
  const [x0, x1] = [columns[column - 1].x + radius, columns[column].x - radius];
  const [y0, y1] = [columns[column - 1].ys[from], columns[column].ys[to]];
  const half = (x0 + x1) / 2;
  return `M${x0} ${y0}C${half} ${y0} ${half} ${y1} ${x1} ${y1}`;
}
