import { describe, expect, test } from 'vitest';
import { packedDoubles } from '../packed.test-data.js';
import type { StageMessage } from '../walk/messages.js';
import { columnsOf, largest, linkWords, linksInto, unitWords } from './columns.js';
import { flowInto, ringAround } from './flow.js';
import { layOut, linkPath } from './geometry.js';
import type { ColumnMessage, NetworkMessage } from './messages.js';

const NONE = { d: packedDoubles() };

function column(layer: number, name: string, a: number[], more: Partial<ColumnMessage> = {}): ColumnMessage {
  const numbers = { z: NONE, a: { d: packedDoubles(...a) }, delta: NONE };
  return {
    layer,
    name,
    activation: 'tanh',
    units: a.length,
    frozen: false,
    dead: [],
    single: false,
    ...numbers,
    ...more,
  };
}

function network(...columns: ColumnMessage[]): NetworkMessage {
  return { columns, gapBefore: 0, gap: 0, of: 'sample (1)', side: 0 };
}

const LAYER = column(0, 'layer 1', [0.5, -0.25, 1], {
  z: { d: packedDoubles(0.55, -0.2554, 20) },
  delta: { d: packedDoubles(0.1, -0.2, 0) },
  weights: { d: packedDoubles(1, 2, 3, 4, 5, 6) },
  gradients: { d: packedDoubles(0.1, 0.2, 0.3, 0.4, 0.5, 0.6) },
  dead: [2],
});
const [inputs, layer] = columnsOf(network(column(-1, 'inputs', [0.1, 0.2]), LAYER));

describe('columnsOf', () => {
  test('unpacks the numbers', () => {
    expect([...Array.from(layer.weights)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Array.from(inputs.weights)).toEqual([]);
    expect(layer.count).toBe(3);
  });
  test('draws only the units that were sent', () => {
    const [wide] = columnsOf(network(column(0, 'layer 1', [1, 2], { units: 500 })));
    expect(wide.count).toBe(2);
  });
});

describe('linksInto', () => {
  test('leads from each unit to each, row by row', () => {
    expect(linksInto(layer, inputs).map(({ from, to }) => [from, to])).toEqual([
      ...[
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
        [0, 2],
        [1, 2],
      ],
    ]);
    expect(linksInto(layer, inputs).map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5]);
  });
  test('leads from a unit to the same one where each has one link', () => {
    const dropout = { ...layer, single: true };
    expect(linksInto(dropout, layer).map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('words', () => {
  test('say a unit and its numbers', () => {
    expect(unitWords(layer, 1)).toBe('unit 2 of layer 1: z −0.2554, a −0.2500, error δ −0.2000');
    expect(unitWords(inputs, 0)).toBe('input 1: 0.1000');
  });
  test('say what a unit is', () => {
    expect(unitWords(layer, 2)).toMatch(/; it is dead/);
    expect(unitWords({ ...layer, frozen: true }, 0)).toMatch(/; its layer is frozen$/);
  });
  test('say a link by its own number', () => {
    const link = linksInto(layer, inputs)[3];
    expect(linkWords(layer, inputs, link)).toBe('From input 2 to unit 2 of layer 1: weight 4.000, gradient 0.4000');
    expect(linkWords({ ...layer, weights: [], gradients: [] }, inputs, link)).toBe('From input 2 to unit 2 of layer 1');
  });
});

test('largest passes over signs and over what is not finite', () => {
  expect(largest([1, -3, NaN, Infinity, 2])).toBe(3);
  expect(largest([])).toBe(1e-12);
});

describe('layOut', () => {
  const three = network(column(-1, 'inputs', [1, 2]), column(0, 'layer 1', [1, 2, 3, 4]), column(1, 'output', [1]));
  const layout = layOut(three, [2, 4, 1], 600);

  test('stands the columns evenly from edge to edge', () => {
    expect(layout.columns.map(({ x }) => x)).toEqual([26, 300, 574]);
    expect(layout.width).toBe(600);
  });
  test('has every column around one middle', () => {
    const middles = layout.columns.map(({ ys }) => (ys[0] + ys[ys.length - 1]) / 2);
    expect(new Set(middles).size).toBe(1);
  });
  test('lets no two units touch', () => {
    for (const counts of [
      [2, 4, 1],
      [16, 16, 16],
      [1, 30, 1],
    ]) {
      const { columns, radius } = layOut(three, counts, 300);
      columns.forEach(({ ys }) => ys.slice(1).forEach((y, i) => expect(y - ys[i]).toBeGreaterThan(2 * radius)));
    }
  });
  test('keeps every unit within the picture', () => {
    for (const most of [1, 5, 16, 40]) {
      const { columns, height, radius } = layOut(three, [most, most, most], 500);
      columns.forEach(({ ys }) => ys.forEach((y) => expect(y - radius > 0 && y + radius < height).toBe(true)));
    }
  });
  test('grows wider than its room before its links become too short', () => {
    const deep = network(...Array.from({ length: 12 }, (_, i) => column(i - 1, `layer ${i}`, [1])));
    const { width, columns } = layOut(deep, Array<number>(12).fill(1), 200);
    expect(columns[1].x - columns[0].x).toBe(46);
    expect(width).toBe(2 * 26 + 11 * 46);
  });
  test('leaves a column free for the layers that are left out', () => {
    const { columns } = layOut({ ...three, gapBefore: 2, gap: 5 }, [2, 4, 1], 600);
    expect(columns[2].x - columns[1].x).toBeCloseTo(2 * (columns[1].x - columns[0].x), 9);
    expect(columns[2].x).toBe(574);
  });
  test('leads a link from edge to edge', () => {
    const { columns, radius } = layout;
    const numbers = linkPath(layout, 1, 0, 3)
      .match(/-?[\d.]+/g)!
      .map(Number);
    expect(numbers.slice(0, 2)).toEqual([columns[0].x + radius, columns[0].ys[0]]);
    expect(numbers.slice(-2)).toEqual([columns[1].x - radius, columns[1].ys[3]]);
  });
});

describe('the flow of numbers', () => {
  const stage = (part: StageMessage['part'], kind: string, at: number): StageMessage => ({
    part,
    kind,
    word: '',
    layer: at,
  });

  test('goes forward into the layer whose sums are made', () => {
    expect(flowInto(0, stage('forward', 'sum', 1))).toBe('forward');
    expect(flowInto(1, stage('forward', 'sum', 1))).toBe('');
  });
  test('goes back out of the layer behind, into the one before it', () => {
    expect(flowInto(1, stage('backward', 'back', 1))).toBe('back');
    expect(flowInto(0, stage('backward', 'gradients', 1))).toBe('back');
  });
  test('stands still within units, and without a walk', () => {
    expect(flowInto(0, stage('forward', 'activation', 1))).toBe('');
    expect(flowInto(0)).toBe('');
  });
  test('rings the inputs, a layer, or the output', () => {
    expect(ringAround(-1, false, stage('forward', 'input', 0))).toBe('forward');
    expect(ringAround(0, false, stage('forward', 'activation', 1))).toBe('forward');
    expect(ringAround(0, false, stage('backward', 'delta', 1))).toBe('back');
    expect(ringAround(2, true, stage('loss', 'loss', 0))).toBe('forward');
    expect(ringAround(0, false, stage('backward', 'gradients', 1))).toBe('');
  });
});
