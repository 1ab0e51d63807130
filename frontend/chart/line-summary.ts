import { canBeDrawn } from './drawable.js';
import type { Line } from './series-store.js';

/** Returns the index of the point nearest to a place of the axis, on which `of` puts steps; −1 if there is none. */
export function nearest(steps: readonly number[], x: number, of: (step: number) => number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(steps[middle]) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && x - of(steps[low - 1]) <= of(steps[low]) - x ? low - 1 : high < 0 ? -1 : low;
}

export interface Summary {
  points: number;
  last: number;
  lastX: number;
  lowest: number;
  highest: number;
  /** How many values are NaN, infinite, or too large for any axis. */
  gaps: number;
  /** How many are zero or below, which a log axis has no place for. */
  notPositive: number;
}

export function summarize(line: Line): Summary {
  const summary = {
    points: line.x.length,
    last: NaN,
    lastX: NaN,
    lowest: Infinity,
    highest: -Infinity,
    gaps: 0,
    notPositive: 0,
  };
  for (const value of line.y) {
    if (!canBeDrawn(value, false)) {
      summary.gaps++;
    } else {
      summary.lowest = Math.min(summary.lowest, value);
      summary.highest = Math.max(summary.highest, value);
      summary.notPositive += value <= 0 ? 1 : 0;
    }
  }
  if (summary.points) {
    summary.last = line.y[summary.points - 1];
    summary.lastX = line.x[summary.points - 1];
  }
  return summary;
}
