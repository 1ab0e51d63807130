import { describe, expect, test } from 'vitest';
import { nearest, summarize } from './line-summary.js';
import type { Line } from './series-store.js';

const same = (step: number) => step;
const line = (...y: number[]) => ({ x: y.map((_, i) => 10 * (i + 1)), y }) as Line;

describe('nearest', () => {
  const steps = [10, 20, 40];
  test.each([
    [-5, 0],
    [10, 0],
    [14, 0],
    [15, 0],
    [16, 1],
    [29, 1],
    [31, 2],
    [1000, 2],
  ])('finds for %d the point %d', (x, index) => expect(nearest(steps, x, same)).toBe(index));
  test('finds none where there is none', () => expect(nearest([], 3, same)).toBe(-1));
  test('measures on the axis', () => expect(nearest(steps, 2.4, (step) => step / 10)).toBe(1));
  test('agrees with a search through all', () => {
    const many = Array.from({ length: 60 }, (_, i) => i * i);
    for (let x = -3; x < 3600; x += 7) {
      const least = Math.min(...many.map((step) => Math.abs(step - x)));
      expect(Math.abs(many[nearest(many, x, same)] - x)).toBe(least);
    }
  });
});

describe('summarize', () => {
  test('has the last, the lowest and the highest', () => {
    expect(summarize(line(3, -1, 2))).toEqual({
      ...{ points: 3, last: 2, lastX: 30, lowest: -1, highest: 3 },
      ...{ gaps: 0, notPositive: 1 },
    });
  });
  test('counts what no axis has a place for', () => {
    const { gaps, lowest, highest, last } = summarize(line(1, NaN, 1e301, Infinity));
    expect([gaps, lowest, highest, last]).toEqual([3, 1, 1, Infinity]);
  });
  test('knows no number of an empty line', () => {
    const { points, last, lowest, highest } = summarize(line());
    expect([points, last]).toEqual([0, NaN]);
    expect(lowest).toBeGreaterThan(highest);
  });
});
