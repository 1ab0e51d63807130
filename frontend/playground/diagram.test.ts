import { describe, expect, test } from 'vitest';
import { nameOf } from '../walk/names.js';
import { fits, isProbability, unitName } from './diagram-model.js';
import { forward } from './forward.js';
import { css, toneOf } from './heat.js';
import { inspected, pictured } from './inspection.js';
import { same } from './messages.js';
import { Net } from './net.js';
import { between, fields, inputField } from './painter.js';
import { planeGrid } from './plane-grid.js';

const INPUTS = [
  { key: 'x', title: 'x₁' },
  { key: 'y', title: 'x₂' },
  { key: 'xy', title: 'x₁x₂' },
];
const NET = new Net(
  ['x', 'xy'],
  [
    { units: 12, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ],
  Float32Array.from({ length: 49 }, (_, i) => i / 49),
);

describe('the diagram', () => {
  test('fits the outputs of its own network alone', () => {
    const outputs = forward(NET, [1], [1]);
    const model = { net: NET } as Parameters<typeof fits>[1];
    expect(fits(outputs, model)).toBe(true);
    expect(fits(outputs.slice(1), model)).toBe(false);
    const other = new Net(['x'], NET.layers, NET.weights);
    expect(fits(outputs, { ...model, net: other })).toBe(false);
  });
  test('names units', () => {
    expect(unitName(NET, { layer: 0, unit: 4 })).toBe('Hidden layer 1, unit 5');
    expect(unitName(NET, { layer: 1, unit: 0 })).toBe('Output');
    const classes = new Net(['x'], [{ units: 3, activation: 'softmax' }], new Float32Array(6));
    expect(unitName(classes, { layer: 0, unit: 2 })).toBe('Output 3');
  });
  test.each([
    ['sigmoid', true],
    ['softmax', true],
    ['tanh', false],
    ['linear', false],
  ])('%s gives a probability: %s', (name, yes) => expect(isProbability(name)).toBe(yes));
});

describe('a unit that is looked at', () => {
  const context = { catalogue: { inputs: INPUTS }, text: () => '1.2' } as unknown as Parameters<typeof inspected>[1];
  const probe = { x: 2, y: -3 };

  test('is the one that is pressed before the one that is pointed at', () => {
    const both = { probe, pressed: { layer: 0, unit: 3 }, pointed: { layer: 1, unit: 0 } };
    expect(inspected(both, context, [], NET)).toMatchObject({ place: both.pressed, editing: true });
    expect(inspected({ ...both, pressed: undefined }, context, [], NET)).toMatchObject({
      place: both.pointed,
      editing: false,
    });
  });
  test('has the names of what comes in', () => {
    expect(inspected({ probe, pointed: { layer: 0, unit: 0 } }, context, [], NET)?.names).toEqual(['x₁', 'x₁x₂']);
    const names = inspected({ probe, pointed: { layer: 1, unit: 0 } }, context, [], NET)!.names;
    expect(names).toHaveLength(12);
    expect([names[0], names[11]]).toEqual(['a₁', 'a₁₂']);
  });
  test('has what the network gives for the probe', () => {
    const [inputs] = inspected({ probe, pointed: { layer: 0, unit: 0 } }, context, [], NET)!.outputs;
    expect(inputs.map(([a]) => a)).toEqual([2, -6]);
  });
  test('is none where the network has no such unit', () => {
    expect(inspected({ probe, pressed: { layer: 0, unit: 12 } }, context, [], NET)).toBeUndefined();
    expect(inspected({ probe, pointed: { layer: -1, unit: 0 } }, context, [], NET)).toBeUndefined();
    expect(inspected({ probe, pointed: { layer: 0, unit: 0 } }, context, [])).toBeUndefined();
  });
  test('names the plane', () => {
    expect(pictured({ probe }, INPUTS, NET)).toBe('Output');
    expect(pictured({ probe, pointed: { layer: -1, unit: 1 } }, INPUTS, NET)).toBe('Input x₂');
    expect(pictured({ probe, pointed: { layer: 0, unit: 1 } }, INPUTS, NET)).toBe('Hidden layer 1, unit 2');
  });
  test('is the same by its layer and its number', () => {
    expect(same({ layer: 1, unit: 2 }, { layer: 1, unit: 2 })).toBe(true);
    expect(same({ layer: 1, unit: 2 }, { layer: 2, unit: 1 })).toBe(false);
    expect(same({ layer: 1, unit: 2 }, undefined)).toBe(false);
  });
});

describe('heat', () => {
  test.each([
    [-1, 0],
    [0, 128],
    [1, 255],
    [-7, 0],
    [7, 255],
    [NaN, 128],
    [Infinity, 255],
  ])('has for %d the colour %d of 256', (value, at) => expect(toneOf(value)).toBe(at));
  test('rises with the value', () => {
    const all = Array.from({ length: 201 }, (_, i) => toneOf((i - 100) / 100));
    expect(all).toEqual(all.toSorted((a, b) => a - b));
  });
  test('is written for CSS', () => expect(css([1, 2, 3], 0.5)).toBe('rgb(1 2 3 / 0.5)'));
});

describe('the plane in cells', () => {
  test('has the centres of its cells, row by row from the top', () => {
    const { xs, ys } = planeGrid(3);
    expect([...xs]).toEqual([-4, 0, 4, -4, 0, 4, -4, 0, 4]);
    expect([...ys].map((y) => y + 0)).toEqual([4, 4, 4, 0, 0, 0, -4, -4, -4]);
    expect(planeGrid(3)).toBe(planeGrid(3));
  });
  test('gives an input at each cell', () => {
    expect([...inputField('xx', planeGrid(3))]).toEqual([16, 0, 16, 16, 0, 16, 16, 0, 16]);
  });
  test('is finer for a small network than for a large one', () => {
    const wide = [{ units: 16, activation: 'tanh' }];
    const layers = Array.from({ length: 10 }, () => wide[0]);
    const large = new Net(['x', 'y'], layers, new Float32Array(16 * 3 + 9 * 16 * 17));
    expect(fields(NET).grid.side).toBe(100);
    expect(fields(large).grid.side).toBeLessThan(100);
  });
});

test('weights move over evenly', () => {
  expect([...between(Float32Array.of(0, 8), Float32Array.of(4, 0), 0.25)]).toEqual([1, 6]);
});

describe('the name of a weight', () => {
  test.each([
    ['w^{[1]}_{21}', 'the weight w₂₁ of layer 1'],
    ['b^{[2]}_{3}', 'the bias b₃ of layer 2'],
    ['w_{12}', 'the weight w₁₂'],
    ['w^{[1]}_{10,2}', 'the weight w₁₀,₂ of layer 1'],
    ['\\gamma^{[1]}_{2}', 'the scale γ₂ of layer 1'],
    ['', 'the weight w'],
  ])('%s is %s', (symbol, name) => expect(nameOf(symbol)).toBe(name));
});
