import { describe, expect, test } from 'vitest';
import KERAS from '../../src/test/resources/golden/keras.json';
import { ACTIVATIONS, INPUTS, cost, forward } from './forward.js';
import { Net } from './net.js';

describe('activations', () => {
  test.each(Object.keys(ACTIVATIONS))('%s gives what Keras gives', (name) => {
    const golden = KERAS.activations.find((each) => each.name === name) as { x: number[]; y: number[] };
    golden.x.forEach((x, i) => expect(Math.abs(ACTIVATIONS[name](x) - golden.y[i])).toBeLessThan(3e-6));
  });
  test.each(Object.keys(ACTIVATIONS))('%s of NaN is NaN, so that a broken network shows', (name) => {
    expect(ACTIVATIONS[name](NaN)).toBeNaN();
  });
  test.each(Object.keys(ACTIVATIONS))('%s stays finite far from 0', (name) => {
    [-1e4, 1e4].forEach((z) => expect(Number.isFinite(ACTIVATIONS[name](z))).toBe(true));
  });
});

describe('inputs', () => {
  test.each([
    ['x', 2],
    ['y', -3],
    ['xx', 4],
    ['yy', 9],
    ['xy', -6],
    ['sinx', Math.sin(2)],
    ['siny', Math.sin(-3)],
    ['cosx', Math.cos(2)],
    ['cosy', Math.cos(-3)],
  ])('%s of (2, −3) is %d', (name, value) => expect(INPUTS[name](2, -3)).toBe(value));
});

describe('Net', () => {
  // 2 inputs, 3 units, 1 output: kernel row by row of a unit, then the biases of its layer
  const net = new Net(
    ['x', 'y'],
    [
      { units: 3, activation: 'tanh' },
      { units: 1, activation: 'linear' },
    ],
    Float32Array.from({ length: 13 }, (_, i) => i),
  );
  test('finds each weight in one list', () => {
    expect(net.weight(0, 0, 0)).toBe(0);
    expect(net.weight(0, 1, 0)).toBe(2);
    expect(net.weight(0, 2, 1)).toBe(5);
    expect([0, 1, 2].map((unit) => net.bias(0, unit))).toEqual([6, 7, 8]);
    expect([0, 1, 2].map((input) => net.weight(1, 0, input))).toEqual([9, 10, 11]);
    expect(net.bias(1, 0)).toBe(12);
  });
  test('has a place of its own for each weight', () => {
    const places = net.layers.flatMap(({ units }, layer) =>
      Array.from({ length: units }, (_, unit) =>
        Array.from({ length: net.inputsOf(layer) + 1 }, (__, input) => net.index(layer, unit, input)),
      ).flat(),
    );
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i));
  });
  test('counts what a point costs', () => expect(cost(net)).toBe(3 * (2 + 12) + 1 * (3 + 12)));
});

describe('forward', () => {
  test('computes by hand what a small network gives', () => {
    // relu(1·1 − 2·2 + 5) = 2, relu(0.5·1 + 0.25·2 − 2) = 0, then 3·2 − 7·0 + 0.5 = 6.5
    const weights = Float32Array.of(1, -2, 0.5, 0.25, 5, -2, 3, -7, 0.5);
    const layers = [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'linear' },
    ];
    const [inputs, hidden, output] = forward(new Net(['x', 'y'], layers, weights), [1], [2]);
    expect(inputs.map(([a]) => a)).toEqual([1, 2]);
    expect(hidden.map(([a]) => a)).toEqual([2, 0]);
    expect(output.map(([a]) => a)).toEqual([6.5]);
  });
  test('computes a logistic unit of other inputs', () => {
    // z = 2·xy − 1·xx + 0 = 2·6 − 9 = 3 at (3, 2)
    const net = new Net(['xy', 'xx'], [{ units: 1, activation: 'sigmoid' }], Float32Array.of(2, -1, 0));
    expect(forward(net, [3], [2])[1][0][0]).toBeCloseTo(1 / (1 + Math.exp(-3)), 6);
  });
  test('gives many points what it gives each of them', () => {
    const weights = Float32Array.from({ length: 22 }, (_, i) => Math.sin(i));
    const layers = [
      { units: 4, activation: 'tanh' },
      { units: 2, activation: 'softmax' },
    ];
    const net = new Net(['x', 'y'], layers, weights);
    const xs = [-6, -1, 0, 2.5, 6];
    const ys = [6, 0.1, 0, -3, -6];
    const all = forward(net, xs, ys);
    xs.forEach((x, i) => {
      const one = forward(net, [x], [ys[i]]);
      all.forEach((layer, l) => layer.forEach((unit, u) => expect(unit[i]).toBe(one[l][u][0])));
    });
  });
  describe('with softmax', () => {
    const net = (...biases: number[]) =>
      new Net(['x'], [{ units: biases.length, activation: 'softmax' }], Float32Array.of(...biases.map(() => 0), ...biases));
    const shares = (...biases: number[]) => forward(net(...biases), [1], [1])[1].map(([share]) => share);

    test('gives shares of e to the z', () => {
      const total = 1 + Math.E + Math.E ** 2;
      [1, Math.E, Math.E ** 2].forEach((power, i) => expect(shares(0, 1, 2)[i]).toBeCloseTo(power / total, 6));
    });
    test('sums to 1, also far from 0', () => {
      for (const z of [0, 50, 1000, -1000]) {
        expect(shares(z, z + 1, z - 2).reduce((sum, share) => sum + share)).toBeCloseTo(1, 6);
      }
    });
    test('does not see what all sums have in common', () => {
      expect(shares(1, 2, 3)).toEqual(shares(101, 102, 103));
    });
  });
});
