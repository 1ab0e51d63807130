import type { Axis } from './axis.js';
import type { Span } from './group.js';

export interface Drawing {
  axis: Axis;
  span?: Span;
  log: boolean;
  /** How many columns of pixels there are. */
  width: number;
}

/**
 * Returns the points of a line: x and y in turn, in an array that ECharts copies as a whole.
 *
 * NaN stands for a point that cannot be drawn and leaves a gap: infinity, and on a log axis 0 and below. With more than
 * two points for each column of pixels, each column keeps its lowest and its highest, so that no peak is lost. Of a part
 * of the axis the next points outside are drawn too, so that lines run on to its ends.
 */
export function drawable(steps: readonly number[], y: readonly number[], drawing: Drawing): Float64Array {
  const { axis, span, log, width } = drawing;
  const start = span ? Math.max(0, firstAt(steps, axis, span[0]) - 1) : 0;
  const end = span ? Math.min(steps.length, firstAt(steps, axis, span[1]) + 1) : steps.length;
  const kept = end - start > 2 * width ? extremes(y, log, width, start, end) : undefined;
  const count = kept?.length ?? end - start;
  const flat = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const at = kept ? kept[i] : start + i;
    flat[2 * i] = axis.of(steps[at]);
    flat[2 * i + 1] = canBeDrawn(y[at], log) ? y[at] : NaN;
  }
  return flat;
}

/** Returns the index of the first step that stands at x or behind it. */
function firstAt(steps: readonly number[], axis: Axis, x: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (axis.of(steps[middle]) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Beyond these an axis has no numbers left for its own ends. */
const LARGEST = 1e300;
const SMALLEST = 1e-300;

/** Tells whether a value has a place: NaN and infinity have none, nor have 0 and below on a log axis. */
export function canBeDrawn(value: number, log: boolean): boolean {
  return Math.abs(value) <= LARGEST && (!log || value >= SMALLEST);
}

/** Returns the indices of the lowest and the highest point of each of so many stretches, and of a gap in it. */
function extremes(y: readonly number[], log: boolean, columns: number, from: number, to: number): number[] {
  const kept: number[] = [];
  const length = (to - from) / columns;
  for (let column = 0; column < columns; column++) {
    const start = from + Math.floor(column * length);
    const end = from + Math.floor((column + 1) * length);
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
