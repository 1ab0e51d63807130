import { describe, expect, test } from 'vitest';
import { range, roundStep, scale, ticks } from './scale.js';

describe('roundStep', () => {
  test.each([
    [1, 1],
    [1.1, 2],
    [2, 2],
    [2.5, 5],
    [5.1, 10],
    [0.03, 0.05],
    [730, 1000],
    [0.00012, 0.0002],
  ])('takes for %d the step %d', (rough, step) => expect(roundStep(rough)).toBeCloseTo(step, 12));
  test('is between once and two and a half times the rough one', () => {
    for (let rough = 1e-9; rough < 1e9; rough *= 1.7) {
      expect(roundStep(rough) / rough).toBeGreaterThan(0.998);
      expect(roundStep(rough) / rough).toBeLessThanOrEqual(2.5);
    }
  });
});

describe('ticks', () => {
  test.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-1, 1, 4, [-1, -0.5, 0, 0.5, 1]],
    [0.13, 0.87, 4, [0.2, 0.4, 0.6, 0.8]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [100, 1200, 3, [500, 1000]],
    [3, 3, 5, [3]],
    [0, Infinity, 5, [0]],
  ])('puts between %d and %d, for %d parts, %j', (low, high, most, all) => expect(ticks(low, high, most)).toEqual(all));
  test('stays within the range, evenly, with no more parts than wanted', () => {
    for (const [low, high] of [
      [-7.3, 11.9],
      [1e-6, 4e-6],
      [-3e5, 8e6],
      [0.999, 1.001],
    ]) {
      const all = ticks(low, high, 6);
      expect(all.length).toBeGreaterThan(1);
      expect(all.length).toBeLessThanOrEqual(7);
      expect(all[0]).toBeGreaterThanOrEqual(low - 1e-9 * Math.abs(low));
      expect(all.at(-1)!).toBeLessThanOrEqual(high + 1e-9 * Math.abs(high));
      all.slice(1).forEach((value, i) => expect((value - all[i]) / (all[1] - all[0])).toBeCloseTo(1, 6));
    }
  });
});

describe('scale', () => {
  test('goes evenly from one end to the other', () => {
    const { of } = scale(-1, 3, false, 100, 300);
    expect([-1, 0, 1, 3].map(of)).toEqual([100, 150, 200, 300]);
  });
  test('goes up where the higher end has the smaller place', () => {
    const { of } = scale(0, 10, false, 200, 0);
    expect([of(0), of(5), of(10)]).toEqual([200, 100, 0]);
  });
  test('gives each power of ten the same room on a log axis', () => {
    const { of, ticks: powers } = scale(0.01, 100, true, 0, 400);
    [0.01, 0.1, 1, 10, 100].forEach((value, i) => expect(of(value)).toBeCloseTo(100 * i, 9));
    expect(powers).toEqual([0.01, 0.1, 1, 10, 100]);
  });
  test('leaves out powers for which there is no room', () => {
    expect(scale(1, 1e6, true, 0, 120).ticks).toEqual([1, 1e4]);
  });
  test.each([false, true])('comes back to the number (log: %s)', (log) => {
    const { of, back } = scale(0.5, 80, log, 40, 360);
    [0.5, 1, 7, 33, 80].forEach((value) => expect(back(of(value))).toBeCloseTo(value, 9));
  });
  test.each([false, true])('rises with the number (log: %s)', (log) => {
    const { of } = scale(0.5, 80, log, 40, 360);
    const places = Array.from({ length: 80 }, (_, i) => of(0.5 + i));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
  test('has a place for the only number of an empty range', () => {
    expect(scale(2, 2, false, 0, 100).of(2)).toBe(0);
  });
});

describe('range', () => {
  test('leaves a little room on both sides', () => {
    const [low, high] = range([0, 10], false);
    expect(low).toBeCloseTo(-0.4, 12);
    expect(high).toBeCloseTo(10.4, 12);
  });
  test('passes over what cannot be drawn', () => {
    expect(range([NaN, Infinity, 2, 4], false)).toEqual(range([2, 4], false));
    expect(range([-5, 0, 1, 100], true)).toEqual(range([1, 100], true));
  });
  test('has ends for nothing, and for one number', () => {
    expect(range([], false)).toEqual([0, 1]);
    expect(range([-1], true)).toEqual([0.1, 10]);
    expect(range([5], false)).toEqual([4.5, 5.5]);
    expect(range([3], true)).toEqual([1, 9]);
    const [low, high] = range([0], false);
    expect(high).toBeGreaterThan(low);
  });
});
