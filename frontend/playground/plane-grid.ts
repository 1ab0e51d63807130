/** The square of the plane from −6 to 6, as rows of cells from the top, and fields of values over it. */

export const REACH = 6;

export interface PlaneGrid {
  side: number;
  xs: Float32Array;
  ys: Float32Array;
}

const known = new Map<number, PlaneGrid>();

export function planeGrid(side: number): PlaneGrid {
  let grid = known.get(side);
  if (!grid) {
    const at = (cell: number) => ((cell + 0.5) / side) * 2 * REACH - REACH;
    grid = {
      side,
      xs: Float32Array.from({ length: side * side }, (_, i) => at(i % side)),
      ys: Float32Array.from({ length: side * side }, (_, i) => -at(Math.floor(i / side))),
    };
    known.set(side, grid);
  }
  return grid;
}

/** A field between its four nearest cells' centres, at shares of the width and of the height from the top. */
export function between(field: Float32Array, side: number, across: number, down: number): number {
  const x = Math.min(side - 1, Math.max(0, across * side - 0.5));
  const y = Math.min(side - 1, Math.max(0, down * side - 0.5));
  const left = Math.min(side - 2, Math.floor(x));
  const above = Math.min(side - 2, Math.floor(y));
  const i = above * side + left;
  const upper = field[i] + (field[i + 1] - field[i]) * (x - left);
  const lower = field[i + side] + (field[i + side + 1] - field[i + side]) * (x - left);
  return upper + (lower - upper) * (y - above);
}
