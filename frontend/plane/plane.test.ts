import { describe, expect, test } from 'vitest';
import { bilinear } from '../bilinear.js';
import { packedBytes } from '../packed.test-data.js';
import { type PlaneColours, type Rgb, classGround, mix, place, ramp, rgb } from './colours.js';
import { Grid } from './grid.js';
import type { Point } from './paint.js';
import { shape } from './shapes.js';
import { type Subject, outputInWords, placeInWords, summary } from './words.js';

const COLOURS = {
  ...{ negative: [0, 0, 255], zero: [255, 255, 255], positive: [255, 128, 0] },
  ...{ classes: ['rgb(0, 0, 255)', 'rgb(255, 128, 0)', 'rgb(0, 200, 0)'], text: 'rgb(1, 2, 3)' },
} as PlaneColours;

describe('colours', () => {
  test.each<[string, Rgb]>([
    ['rgb(1, 20, 255)', [1, 20, 255]],
    ['rgba(1, 20, 255, 0.5)', [1, 20, 255]],
    ['', [0, 0, 0]],
  ])('reads %j', (css, colour) => expect(rgb(css)).toEqual(colour));
  test('mixes from one end to the other', () => {
    expect(mix([0, 100, 200], [100, 0, 200], 0)).toEqual([0, 100, 200]);
    expect(mix([0, 100, 200], [100, 0, 200], 0.25)).toEqual([25, 75, 200]);
    expect(mix([0, 100, 200], [100, 0, 200], 1)).toEqual([100, 0, 200]);
  });
  test('has blue below the middle and orange above, white between', () => {
    const all = ramp(COLOURS, 1);
    expect(all).toHaveLength(256);
    expect(all[0]).toEqual(COLOURS.negative);
    expect(all[255]).toEqual(COLOURS.positive);
    expect(all[127].every((part) => part > 252)).toBe(true);
    const reds = all.slice(0, 128).map(([red]) => red);
    expect(reds).toEqual(reds.toSorted((a, b) => a - b));
  });
  test('shows a class as strongly as it is sure, and not at all at an even chance', () => {
    expect(classGround(COLOURS, 2, 1 / 3, 3)).toEqual([255, 255, 255]);
    expect(classGround(COLOURS, 2, 0.2, 3)).toEqual([255, 255, 255]);
    expect(classGround(COLOURS, 2, 1, 3)).toEqual(mix([255, 255, 255], [0, 200, 0], 0.72));
    expect(classGround(COLOURS, 9, 1, 3)).toEqual(mix([255, 255, 255], [1, 2, 3], 0.72));
  });
  test.each([
    [0, -1],
    [0.25, -0.5],
    [0.5, 0],
    [1, 1 / 3],
    [2, 1],
    [-9, -1],
    [9, 1],
  ])('places %d at %d of 0, 0.5 and 2', (value, at) => expect(place(value, 0, 0.5, 2)).toBeCloseTo(at, 12));
  test('places a value in a range without a width', () => expect(place(3, 3, 3, 3)).toBe(0));
});

describe('bilinear', () => {
  const field = Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  test('is the number of a cell at its centre', () => {
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        expect(bilinear(field, 3, (column + 0.5) / 3, (row + 0.5) / 3)).toBeCloseTo(3 * row + column, 5);
      }
    }
  });
  test('is half way between two centres, and the mean of four', () => {
    expect(bilinear(field, 3, 1 / 3, 0.5 / 3)).toBeCloseTo(0.5, 6);
    expect(bilinear(field, 3, 1 / 3, 1 / 3)).toBeCloseTo((0 + 1 + 3 + 4) / 4, 6);
  });
  test('is constant beyond the outermost centres', () => {
    expect(bilinear(field, 3, 0, 0)).toBe(0);
    expect(bilinear(field, 3, 1, 1)).toBe(8);
    expect(bilinear(field, 3, -5, 2)).toBe(6);
  });
  test('carries NaN on', () => expect(bilinear(Float32Array.from([0, NaN, 0, 0]), 2, 0.5, 0.25)).toBeNaN());
});

describe('Grid', () => {
  const values = (low: number, high: number, ...codes: number[]) =>
    Grid.read({ side: 2, kind: 'values', low, high, data: packedBytes(...codes.flatMap((c) => [c & 255, c >> 8])) });

  test('reads values of 16 bits between low and high, and 0 as no number', () => {
    const { value } = values(-1, 3, 1, 65_535, 32_768, 0);
    expect([...value].slice(0, 2)).toEqual([-1, 3]);
    expect(value[2]).toBeCloseTo(1, 4);
    expect(value[3]).toBeNaN();
  });
  test('reads classes with how sure they are', () => {
    const data = packedBytes(0, 255, 1, 51, 2, 0, 1, 255);
    const grid = Grid.read({ side: 2, kind: 'classes', low: 0, high: 0, data });
    expect([...grid.value]).toEqual([0, 1, 2, 1]);
    expect([...grid.probability!].map((p) => Number(p.toFixed(4)))).toEqual([1, 0.2, 0, 1]);
  });
  test('refuses what has another size', () => {
    expect(() => Grid.read({ side: 3, kind: 'classes', low: 0, high: 0, data: packedBytes(1, 2) })).toThrow(RangeError);
  });
  test.each([
    [0, 0, 0],
    [0.9, 0.1, 1],
    [0.1, 0.9, 2],
    [1, 1, 3],
    [-3, 7, 2],
  ])('finds at %d across and %d up the cell %d', (across, up, cell) => {
    expect(values(0, 1, 1, 1, 1, 1).cell(across, up)).toBe(cell);
  });
});

describe('shapes', () => {
  test('differ for the first eight classes', () => {
    const all = Array.from({ length: 8 }, (_, i) => shape(i, 0, 0, 5));
    expect(new Set(all).size).toBe(8);
    expect(shape(8, 0, 0, 5)).toBe(all[0]);
  });
  test('are a square whose corners are as far from its middle', () => {
    const corners = shape(1, 10, 20, 5)
      .slice(1, -1)
      .split('L')
      .map((corner) => corner.split(' ').map(Number));
    expect(corners).toHaveLength(4);
    corners.forEach(([x, y]) => expect(Math.hypot(x - 10, y - 20)).toBeCloseTo(5.9, 9));
  });
});

describe('words of the plane', () => {
  const point = (value: number, validation: boolean, wrong = false): Point => ({
    x: 0,
    y: 0,
    value,
    validation,
    wrong,
  });
  const subject: Subject = {
    grid: Grid.read({
      side: 2,
      kind: 'values',
      low: 0,
      high: 1,
      data: packedBytes(1, 0, 255, 255, 255, 255, 255, 255),
    }),
    points: [point(0, false), point(1, false), point(1, true, true)],
    frame: { xMin: -2, xMax: 2, yMin: 0, yMax: 10 },
    scale: { low: 0, middle: 0.5, high: 1 },
    ...{ classNames: ['red', 'green'], xName: 'x₁', yName: 'x₂' },
  };

  test('say a place', () => expect(placeInWords(subject, 0.25, 0.5)).toBe('x₁ −1.00, x₂ 5.00'));
  test('say the output and its class', () => {
    expect(outputInWords(subject, 1, 1)).toBe('1.00 (green)');
    expect(outputInWords(subject, 0, 0)).toBe('0 (red)');
    expect(outputInWords({ ...subject, grid: undefined }, 0, 0)).toBe('no network yet');
  });
  test('say the winner and how sure it is', () => {
    const data = packedBytes(2, 204, 2, 204, 2, 204, 2, 204);
    const grid = Grid.read({ side: 2, kind: 'classes', low: 0, high: 0, data });
    expect(outputInWords({ ...subject, grid, classNames: ['a', 'b', 'c'] }, 0, 0)).toBe('c, probability 0.80');
  });
  test('sum it all up', () => {
    expect(summary(subject)).toBe(
      '3 points (1 red, 2 green), 1 of them for validation. 1 answer is wrong. ' +
        'The network answers red on 25 %, green on 75 % of the plane.',
    );
    expect(summary({ ...subject, points: [], grid: undefined })).toBe('No points.');
    expect(summary({ ...subject, points: [point(0, false)], grid: undefined })).toMatch(/^1 point \(/);
  });
});
