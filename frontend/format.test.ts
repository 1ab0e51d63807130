import { describe, expect, test } from 'vitest';
import texts from '../src/test/resources/number/texts.json';
import { exact, significant, tick, whole } from './format.js';

describe('significant', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.25, '0.2500'],
    [-0.25, '−0.2500'],
    [12.34, '12.34'],
    [1 / 3, '0.3333'],
    [2 / 3, '0.6667'],
    [0.0001, '0.0001000'],
    [0.00001235, '1.235e−5'],
    [-0.00001235, '−1.235e−5'],
    [999.96, '1000'],
    [9999.4, '9999'],
    [9999.5, '10,000'],
    [12345.6, '12,346'],
    [1e6, '1.000e6'],
    [6.022e23, '6.022e23'],
  ])('writes %d as %s', (value, text) => expect(significant(value)).toBe(text));

  test.each(texts)('writes $number as Java does', ({ number, significant: text }) =>
    expect(significant(Number(number))).toBe(text),
  );

  test.each([
    [0.123456, 2, '0.12'],
    [99.4, 2, '99'],
    [99.6, 2, '100'],
    [3.14159, 3, '3.14'],
    [-0.5, 3, '−0.500'],
  ])('writes %d in %d digits', (value, digits, text) => expect(significant(value, digits)).toBe(text));

  test('is off by less than half of its last digit', () => {
    for (let value = 1.0001e-9; value < 1e12; value *= 1.37) {
      const read = Number(significant(value).replaceAll(',', '').replaceAll('−', '-'));
      expect(Math.abs(read - value) / value).toBeLessThanOrEqual(5e-4);
    }
  });
});

describe('exact', () => {
  test('has every digit, so that it can be pasted into an answer', () => {
    expect(exact(0.1 + 0.2)).toBe('0.30000000000000004');
    expect(Number(exact(-1e-300))).toBe(-1e-300);
  });

  test.each(texts)('writes $number as Java does', ({ number, plain }) =>
    expect(exact(Number(number)).replace('e+', 'e')).toBe(plain),
  );
});

describe('whole', () => {
  test.each([
    [0, '0'],
    [1200, '1,200'],
    [-1234567, '−1,234,567'],
    [2.5e9, '2,500,000,000'],
    [-0.3, '0'],
    [-0, '0'],
  ])('writes %d as %s', (value, text) => expect(whole(value)).toBe(text));
});

describe('tick', () => {
  test.each([
    [0, '0'],
    [0.5, '0.5'],
    [-0.5, '−0.5'],
    [1200, '1,200'],
    [0.001, '0.001'],
    [0.0001, '1e−4'],
    [0.00025, '2.5e−4'],
    [1e6, '1e6'],
    [-1e9, '−1e9'],
    [0.1 + 0.2, '0.3'],
    [NaN, ''],
    [Infinity, ''],
  ])('writes %d as %s', (value, text) => expect(tick(value)).toBe(text));
});
