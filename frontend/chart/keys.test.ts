import { describe, expect, test } from 'vitest';
import type { Span } from './group.js';
import { moved, zoomed } from './keys.js';

const PLACES = [0, 10, 20, 30, 40];
const ALL: Span = [0, 100];

describe('moved', () => {
  test.each([
    ['ArrowLeft', 20, 10],
    ['ArrowRight', 20, 30],
    ['ArrowUp', 20, 30],
    ['ArrowDown', 20, 10],
    ['Home', 20, 0],
    ['End', 20, 40],
    ['PageUp', 20, 30],
    ['PageDown', 20, 10],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 40, 40],
  ])('%s from %d goes to %d', (key, cursor, place) => expect(moved(key, PLACES, cursor)).toBe(place));

  test('starts at the last place', () => expect(moved('ArrowLeft', PLACES, undefined)).toBe(30));
  test('goes from between two places', () => expect(moved('ArrowLeft', PLACES, 15)).toBe(10));
  test('stays at the end where the cursor is behind the last place', () => {
    expect(moved('ArrowRight', PLACES, 99)).toBe(40);
    expect(moved('ArrowLeft', PLACES, 99)).toBe(40);
  });
  test('leaves other keys, and a chart without points, alone', () => {
    expect(moved('a', PLACES, 20)).toBeUndefined();
    expect(moved('ArrowLeft', [], 20)).toBeUndefined();
  });
});

describe('zoomed', () => {
  test('shows half around the cursor', () => {
    expect(zoomed('+', ALL, ALL, 50)).toEqual([25, 75]);
    expect(zoomed('=', [20, 60], ALL, 40)).toEqual([30, 50]);
  });
  test('does not leave the axis', () => {
    expect(zoomed('+', ALL, ALL, 0)).toEqual([0, 50]);
    expect(zoomed('+', ALL, ALL, 100)).toEqual([50, 100]);
  });
  test('shows twice as much, and at last all', () => {
    expect(zoomed('-', [40, 60], ALL, 50)).toEqual([30, 70]);
    expect(zoomed('-', [10, 60], ALL, 50)).toBeUndefined();
  });
  test('goes in and out again to the same part', () => {
    const inside = zoomed('+', [20, 60], ALL, 40)!;
    expect(zoomed('-', inside, ALL, 40)).toEqual([20, 60]);
  });
  test('shows all on 0 and Escape', () => {
    expect(zoomed('0', [1, 2], ALL, 1)).toBeUndefined();
    expect(zoomed('Escape', [1, 2], ALL, 1)).toBeUndefined();
  });
  test('knows no other key', () => expect(zoomed('x', ALL, ALL, 1)).toBeNull());
});
