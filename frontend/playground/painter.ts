/** Makes the pictures' fields from weights, as finely as the machine can keep up with. */
import { INPUTS, type Outputs, cost, forward } from './forward.js';
import type { Net } from './net.js';
import { type PlaneGrid, planeGrid } from './plane-grid.js';

/** Cells along a side, finest first. */
const SIDES = [100, 72, 52, 38];
/** Multiplications that a picture may take. */
const BUDGET = 6_000_000;

export interface Fields {
  grid: PlaneGrid;
  outputs: Outputs;
}

export function fields(net: Net): Fields {
  const side = SIDES.find((each) => each * each * cost(net) <= BUDGET) ?? SIDES[SIDES.length - 1];
  const grid = planeGrid(side);
  return { grid, outputs: forward(net, grid.xs, grid.ys) };
}

export function inputField(key: string, { xs, ys }: PlaneGrid): Float32Array {
  const of = INPUTS[key];
  return Float32Array.from(xs, (x, i) => of(x, ys[i]));
}

/** Interpolates weights between two moments. */
export function between(from: Float32Array, to: Float32Array, share: number): Float32Array {
  return Float32Array.from(to, (w, i) => from[i] + (w - from[i]) * share);
}
