import { describe, expect, test } from 'vitest';
import { axisOf, secondsAt } from './axis.js';

const CLOCK = { step: [10, 20, 60], seconds: [1, 3, 4] };

describe('the axis of steps', () => {
  const axis = axisOf('step', 5, CLOCK);
  test('leaves a step where it is', () => expect(axis.of(1234)).toBe(1234));
  test('groups thousands', () => {
    expect(axis.write(1200)).toBe('step 1,200');
    expect(axis.tick(1200)).toBe('1,200');
  });
});

describe('the axis of epochs', () => {
  const axis = axisOf('epoch', 8, CLOCK);
  test('counts an epoch for each pass', () => {
    expect(axis.of(0)).toBe(0);
    expect(axis.of(12)).toBe(1.5);
  });
  test.each([
    [0, 'epoch 0'],
    [0.125, 'epoch 0.13'],
    [1.5, 'epoch 1.5'],
    [1000, 'epoch 1,000'],
  ])('writes %d as %s', (x, text) => expect(axis.write(x)).toBe(text));
});

describe('the axis of time', () => {
  const axis = axisOf('time', 1, CLOCK);
  test('says seconds', () => {
    expect(axis.of(20)).toBe(3);
    expect(axis.write(3)).toBe('3 s');
    expect(axis.name).toBe('training time (seconds)');
  });
});

describe('secondsAt', () => {
  test('is 0 without moments', () => expect(secondsAt({ step: [], seconds: [] }, 7)).toBe(0));
  test.each([
    [0, 0],
    [5, 0.5],
    [10, 1],
    [15, 2],
    [20, 3],
    [40, 3.5],
    [60, 4],
    [1000, 4],
  ])('puts step %d at %d s', (step, seconds) => expect(secondsAt(CLOCK, step)).toBeCloseTo(seconds, 12));
  test('never falls', () => {
    const all = Array.from({ length: 100 }, (_, step) => secondsAt(CLOCK, step));
    expect(all).toEqual(all.toSorted((a, b) => a - b));
  });
});
