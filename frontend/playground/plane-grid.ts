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
