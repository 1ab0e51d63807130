import { beforeEach, describe, expect, test } from 'vitest';
import { packedFloats } from '../packed.test-data.js';
import { type SeriesDefinition, SeriesStore } from './series-store.js';

const LOSS: SeriesDefinition = {
  ...{ id: 'loss', name: 'Loss', tone: 0 },
  ...{ smoothable: true, dashed: false, ownStride: false, hidden: false },
};
const VALIDATION = { ...LOSS, id: 'validation', name: 'Validation', ownStride: true };

const y = (...numbers: number[]) => ({ f: packedFloats(...numbers) });

describe('SeriesStore', () => {
  let store: SeriesStore;
  const points = (id: string) => {
    const line = store.lines.find((each) => each.id === id)!;
    return line.x.map((x, i) => [x, line.y[i]]);
  };

  beforeEach(() => {
    store = new SeriesStore();
    store.define([LOSS, VALIDATION]);
  });

  test('is empty until points come', () => {
    expect(store.empty).toBe(true);
    store.take({ stride: 1, series: [{ id: 'loss', x: [[1, 1, 1]], y: y(5) }] });
    expect(store.empty).toBe(false);
  });

  test('spreads stretches of steps', () => {
    const x: [number, number, number][] = [
      [1, 1, 2],
      [10, 5, 3],
    ];
    store.take({ stride: 1, series: [{ id: 'loss', x, y: y(1, 2, 3, 4, 5) }] });
    expect(points('loss')).toEqual([
      [1, 1],
      [2, 2],
      [10, 3],
      [15, 4],
      [20, 5],
    ]);
  });

  test('gives a series without steps those of the one before it', () => {
    store.take({
      stride: 1,
      series: [
        { id: 'loss', x: [[3, 1, 2]], y: y(1, 2) },
        { id: 'validation', y: y(8, 9) },
      ],
    });
    expect(points('validation')).toEqual([
      [3, 8],
      [4, 9],
    ]);
  });

  test('takes a message that is sent twice once', () => {
    const message = { stride: 1, series: [{ id: 'loss', x: [[1, 1, 3] as [number, number, number]], y: y(1, 2, 3) }] };
    store.take(message);
    store.take(message);
    expect(points('loss')).toHaveLength(3);
  });

  test('passes over series that it does not know', () => {
    store.take({ stride: 1, series: [{ id: 'other', x: [[1, 1, 1]], y: y(1) }] });
    expect(store.empty).toBe(true);
  });

  test('thins with the common stride, but for a series with a stride of its own', () => {
    store.take({
      stride: 1,
      series: [
        { id: 'loss', x: [[1, 1, 6]], y: y(1, 2, 3, 4, 5, 6) },
        { id: 'validation', x: [[1, 2, 3]], y: y(7, 8, 9) },
      ],
    });
    store.take({ stride: 2, series: [] });
    expect(points('loss')).toEqual([
      [2, 2],
      [4, 4],
      [6, 6],
    ]);
    expect(points('validation')).toHaveLength(3);
    store.take({ stride: 2, series: [{ id: 'validation', x: [[7, 1, 1]], y: y(10), stride: 5 }] });
    expect(points('validation')).toEqual([
      [5, 9],
      [7, 10],
    ]);
  });

  test('never holds more than 16,384 points, and keeps their order', () => {
    for (let first = 1; first < 60_000; first += 1000) {
      store.take({ stride: 1, series: [{ id: 'loss', x: [[first, 1, 1000]], y: y(...Array<number>(1000).fill(1)) }] });
    }
    const steps = points('loss').map(([x]) => x);
    expect(steps.length).toBeLessThanOrEqual(16_384);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(60_000);
  });

  test('gives a copy that later points do not change', () => {
    store.take({ stride: 1, series: [{ id: 'loss', x: [[1, 1, 1]], y: y(1) }] });
    const [still] = store.copy();
    store.take({ stride: 1, series: [{ id: 'loss', x: [[2, 1, 1]], y: y(2) }] });
    expect(still.x).toEqual([1]);
    expect(points('loss')).toHaveLength(2);
  });

  test('keeps the moments of the clock that rise', () => {
    store.take({ stride: 1, series: [], clock: { step: [[10, 10, 3]], seconds: [1, 2, 3] } });
    store.take({ stride: 1, series: [], clock: { step: [[30, 10, 2]], seconds: [9, 4] } });
    expect(store.clock).toEqual({ step: [10, 20, 30, 40], seconds: [1, 2, 3, 4] });
  });

  test('forgets its points and its clock, and keeps its series', () => {
    store.take({
      stride: 4,
      series: [{ id: 'loss', x: [[4, 4, 1]], y: y(1) }],
      clock: { step: [[4, 1, 1]], seconds: [1] },
    });
    store.clear();
    expect(store.empty).toBe(true);
    expect(store.clock.step).toEqual([]);
    expect(store.lines.map(({ id }) => id)).toEqual(['loss', 'validation']);
    store.take({ stride: 1, series: [{ id: 'loss', x: [[1, 1, 1]], y: y(1) }] });
    expect(points('loss')).toEqual([[1, 1]]);
  });
});
