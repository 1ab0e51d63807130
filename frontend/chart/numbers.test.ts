import { describe, expect, test } from 'vitest';
import { packedDoubles, packedFloats } from '../packed.test-data.js';
import { shortest, unpack } from './numbers.js';

describe('unpack', () => {
  test('reads floats, the lowest byte first', () => {
    // 1 as a float is 3F 80 00 00, so its bytes come as 00 00 80 3F
    expect([...unpack({ f: btoa('\x00\x00\x80\x3f') })]).toEqual([1]);
  });
  test('reads what a float has no room for as doubles', () => {
    expect([...unpack({ d: packedDoubles(0.1, 1e300, -0) })]).toEqual([0.1, 1e300, -0]);
  });
  test('keeps what is not finite', () => {
    expect([...unpack({ f: packedFloats(NaN, Infinity, -Infinity) })]).toEqual([NaN, Infinity, -Infinity]);
  });
  test('reads nothing from nothing', () => expect(unpack({})).toHaveLength(0));
});

describe('shortest', () => {
  test.each([
    [Math.fround(0.1), 0.1],
    [Math.fround(0.3), 0.3],
    [Math.fround(1e-7), 1e-7],
    [Math.fround(16777216), 16777216],
    [0.5, 0.5],
  ])('writes the float %d as %d', (float, short) => expect(shortest(float)).toBe(short));
  test('leaves a double that is no float', () => expect(shortest(0.1)).toBe(0.1));
  test('leaves what is not finite', () => expect(shortest(NaN)).toBeNaN());
  test('names the same float for every one of many', () => {
    for (let i = 1; i < 500; i++) {
      const float = Math.fround(Math.sin(i) * 10 ** (i % 9));
      expect(Math.fround(shortest(float))).toBe(float);
    }
  });
});
