import { describe, expect, test } from 'vitest';
import { axisOf } from './axis.js';
import { canBeDrawn, drawable } from './drawable.js';

const axis = axisOf('step', 1, { step: [], seconds: [] });
const all = { axis, log: false, width: 100 };
const pairs = (flat: Float64Array) => Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);

describe('drawable', () => {
  test('has x and y in turn', () => {
    expect([...drawable([1, 2], [5, 6], all)]).toEqual([1, 5, 2, 6]);
  });
  test('puts steps on the axis', () => {
    const epochs = axisOf('epoch', 4, { step: [], seconds: [] });
    expect([...drawable([2, 4], [5, 6], { ...all, axis: epochs })]).toEqual([0.5, 5, 1, 6]);
  });
  test('leaves a gap where nothing can be drawn', () => {
    expect(pairs(drawable([1, 2, 3], [1, Infinity, -1], all))).toEqual([
      [1, 1],
      [2, NaN],
      [3, -1],
    ]);
    expect(pairs(drawable([1, 2], [0, -1], { ...all, log: true }))).toEqual([
      [1, NaN],
      [2, NaN],
    ]);
  });
  test('draws the next points outside the part that is shown', () => {
    const steps = [0, 10, 20, 30, 40, 50];
    const inside = drawable(steps, steps, { ...all, span: [15, 35] });
    expect(pairs(inside).map(([x]) => x)).toEqual([10, 20, 30, 40]);
  });
  test('keeps the lowest, the highest and a gap of each column of pixels', () => {
    const steps = Array.from({ length: 1000 }, (_, i) => i);
    const y = steps.map((step) => (step === 123 ? 99 : step === 456 ? -99 : step === 789 ? NaN : Math.sin(step)));
    const kept = pairs(drawable(steps, y, { ...all, width: 20 }));
    expect(kept.length).toBeLessThanOrEqual(60);
    expect(kept).toContainEqual([123, 99]);
    expect(kept).toContainEqual([456, -99]);
    expect(kept).toContainEqual([789, NaN]);
    expect(kept.map(([x]) => x)).toEqual(kept.map(([x]) => x).toSorted((a, b) => a - b));
  });
});

describe('canBeDrawn', () => {
  test.each([
    [1, true, true],
    [0, true, false],
    [-1, true, false],
    [1e-301, true, false],
    [1e301, false, false],
    [-1e301, false, false],
    [NaN, false, false],
  ])('%d: %s on a linear axis, %s on a log axis', (value, linear, log) => {
    expect([canBeDrawn(value, false), canBeDrawn(value, true)]).toEqual([linear, log]);
  });
});
