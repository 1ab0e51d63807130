/**
 * Interpolates a square field linearly between the four nearest centres of its cells; beyond the outermost centres it is
 * constant. Both places are shares of the side, from 0 to 1, and `along` runs with the rows.
 */
export function bilinear(field: Float32Array, side: number, across: number, along: number): number {
  const x = Math.min(side - 1, Math.max(0, across * side - 0.5));
  const y = Math.min(side - 1, Math.max(0, along * side - 0.5));
  const column = Math.min(side - 2, Math.floor(x));
  const row = Math.min(side - 2, Math.floor(y));
  const i = row * side + column;
  const first = field[i] + (field[i + 1] - field[i]) * (x - column);
  const second = field[i + side] + (field[i + side + 1] - field[i + side]) * (x - column);
  return first + (second - first) * (y - row);
}
