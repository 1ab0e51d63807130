import { describe, expect, test } from 'vitest';
import { smoothed, usualSmoothing } from './smoothing.js';

describe('smoothed', () => {
  test('is the mean of the last ones, the newest heaviest, without the pull of the zero at the start', () => {
    // m: 0.5·4 = 2, 0.5·2 + 0.5·8 = 5, 0.5·5 + 0.5·2 = 3.5; divided by 1 − 0.5ⁿ: 2/0.5, 5/0.75, 3.5/0.875
    expect(smoothed([4, 8, 2], 0.5)).toEqual([4, 5 / 0.75, 4]);
  });
  test('begins with the first value, whatever the weight', () => {
    for (const weight of [0.1, 0.6, 0.99]) {
      expect(smoothed([7, 1], weight)[0]).toBeCloseTo(7, 12);
    }
  });
  test('leaves a constant alone', () => {
    smoothed(Array<number>(50).fill(3), 0.9).forEach((value) => expect(value).toBeCloseTo(3, 12));
  });
  test('stays between the lowest and the highest', () => {
    const values = Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
    smoothed(values, 0.8).forEach((value) => expect(Math.abs(value)).toBeLessThanOrEqual(1));
  });
  test('keeps the order of two lines of which one is higher', () => {
    const low = [1, 5, 2, 8, 3];
    const high = low.map((value) => value + 0.5);
    smoothed(high, 0.7).forEach((value, i) => expect(value - smoothed(low, 0.7)[i]).toBeCloseTo(0.5, 12));
  });
  test('goes on behind a gap as if it were not there', () => {
    const [first, gap, last] = smoothed([4, NaN, 8], 0.5);
    expect([first, gap]).toEqual([4, NaN]);
    expect(last).toBe(smoothed([4, 8], 0.5)[1]);
    expect(smoothed([1, Infinity], 0.5)[1]).toBe(Infinity);
  });
  test('is a copy without a weight', () => {
    const values = [1, 2];
    expect(smoothed(values, 0)).toEqual(values);
    expect(smoothed(values, 0)).not.toBe(values);
  });
});

test('a run of fewer than 200 steps is not smoothed unless somebody asks for it', () => {
  expect([1, 199, 200, 5000].map(usualSmoothing)).toEqual([0, 0, 0.6, 0.6]);
});
