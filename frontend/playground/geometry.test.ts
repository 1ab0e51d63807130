import { describe, expect, test } from 'vitest';
import { DOT, along, distance, dotOf, layOut, link } from './geometry.js';

const layout = layOut([7, 4, 2, 1], 700, 400);

describe('layOut', () => {
  test('stands the columns in even gaps', () => {
    const gaps = layout.columns.slice(1).map(({ x }, i) => x - layout.columns[i].x);
    gaps.forEach((gap) => expect(gap).toBeCloseTo(layout.gap, 9));
  });
  test('centres every column', () => {
    layout.columns.forEach(({ ys }) => expect(ys.reduce((sum, y) => sum + y) / ys.length).toBeCloseTo(200, 9));
  });
  test('keeps every unit and its dot within the picture', () => {
    for (const most of [1, 7, 16]) {
      const { columns, size, width } = layOut([most, most, 1], 500, 360);
      columns.forEach(({ x, ys }) => {
        expect(x - size / 2).toBeGreaterThanOrEqual(0);
        expect(x + size / 2).toBeLessThanOrEqual(width);
        expect(ys[0] - size / 2).toBeGreaterThanOrEqual(0);
        expect(ys.at(-1)! + size / 2 + DOT).toBeLessThanOrEqual(360);
      });
    }
  });
  test('lets units neither touch nor grow without end', () => {
    for (const most of [1, 7, 16]) {
      const { columns, size } = layOut([most, 1], 500, 480);
      columns[0].ys.slice(1).forEach((y, i) => expect(y - columns[0].ys[i]).toBeGreaterThan(size));
      expect(size).toBeLessThanOrEqual(40);
      expect(size).toBeGreaterThanOrEqual(19);
    }
  });
  test('grows wider than its room before two columns come too near', () => {
    const { gap, width } = layOut(Array<number>(12).fill(2), 400, 400);
    expect(gap).toBe(60);
    expect(width).toBeGreaterThan(400);
  });
});

describe('links', () => {
  test('lead from edge to edge', () => {
    const curve = link(layout, 0, 2, 1, 0, 1);
    expect([curve.x0, curve.y0]).toEqual([layout.columns[0].x + layout.size / 2, layout.columns[0].ys[2]]);
    expect([curve.x1, curve.y1]).toEqual([layout.columns[1].x - layout.size / 2, layout.columns[1].ys[1]]);
    expect(along(curve, 0)).toEqual([curve.x0, curve.y0]);
    expect(along(curve, 1)).toEqual([curve.x1, curve.y1]);
  });
  test('pass the middle half way', () => {
    const curve = { x0: 0, y0: 0, x1: 100, y1: 40 };
    expect(along(curve, 0.5)).toEqual([50, 20]);
  });
  test('end a little apart where several end in one unit', () => {
    const ends = [0, 1, 2].map((place) => link(layout, 0, place, 1, place, 3).y1);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(ends[1]).toBeCloseTo(layout.columns[1].ys[1], 9);
    expect(ends[2] - ends[0]).toBeCloseTo(12, 9);
  });
  test('run only to the right', () => {
    const xs = Array.from({ length: 21 }, (_, i) => along({ x0: 10, y0: 0, x1: 90, y1: 50 }, i / 20)[0]);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });
});

describe('distance', () => {
  const curve = { x0: 0, y0: 0, x1: 100, y1: 0 };
  test('is 0 on the link, and grows next to it', () => {
    expect(distance(curve, ...along(curve, 0.5))).toBeCloseTo(0, 9);
    expect(distance(curve, 50, 7)).toBeCloseTo(7, 1);
    expect(distance(curve, 50, 30)).toBeGreaterThan(distance(curve, 50, 20));
  });
  test('is infinite before and behind it', () => {
    expect(distance(curve, -5, 0)).toBe(Infinity);
    expect(distance(curve, 105, 0)).toBe(Infinity);
  });
});

test('the dot of a bias lies at the lower left corner of its unit', () => {
  const [x, y] = dotOf(layout, 0, 3);
  expect(x).toBe(layout.columns[1].x - layout.size / 2);
  expect(y).toBe(layout.columns[1].ys[3] + layout.size / 2);
});
