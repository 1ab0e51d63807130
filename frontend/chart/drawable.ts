/**
 * The points that a line is drawn from: x and y in turn, in an array that ECharts copies as a whole.
 *
 * What cannot be drawn is NaN, which leaves a gap: infinity, and on a log axis zero and below. Where there are more than
 * two points for each column of pixels, each column keeps its lowest and its highest, so that no peak is lost.
 */
export function drawable(x: readonly number[], y: readonly number[], log: boolean, columns: number): Float64Array {
  const kept = x.length > 2 * columns ? extremes(y, log, columns) : undefined;
  const count = kept?.length ?? x.length;
  const flat = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const at = kept ? kept[i] : i;
    flat[2 * i] = x[at];
    flat[2 * i + 1] = canBeDrawn(y[at], log) ? y[at] : NaN;
  }
  return flat;
}

/** Beyond these an axis has no numbers left for its own ends. */
const LARGEST = 1e300;
const SMALLEST = 1e-300;

/** NaN, infinity and what comes near it are not; on a log axis neither are zero and below. */
export function canBeDrawn(value: number, log: boolean): boolean {
  return Math.abs(value) <= LARGEST && (!log || value >= SMALLEST);
}

/** The indices of the lowest and the highest point of each of so many stretches, and of a gap in it. */
function extremes(y: readonly number[], log: boolean, columns: number): number[] {
  const kept: number[] = [];
  const length = y.length / columns;
  for (let column = 0; column < columns; column++) {
    const start = Math.floor(column * length);
    const end = Math.floor((column + 1) * length);
    let low = -1;
    let high = -1;
    let gap = -1;
    for (let i = start; i < end; i++) {
      if (!canBeDrawn(y[i], log)) {
        gap = i;
      } else {
        low = low < 0 || y[i] < y[low] ? i : low;
        high = high < 0 || y[i] > y[high] ? i : high;
      }
    }
    kept.push(...[...new Set([low, high, gap])].filter((i) => i >= 0).sort((a, b) => a - b));
  }
  return kept;
}
