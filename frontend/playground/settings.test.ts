import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, hashLink, linkNow, show } from './address.js';
import { numbers } from './controls.js';
import { isFrozen, toggled, token, tokens } from './freeze.js';
import { readLayers, words, writeLayers } from './layers.js';
import { withMoment } from './moments.js';
import { Net } from './net.js';
import { MOST_POINTS, type OwnPoint, painted, readPoints, writePoints } from './own-points.js';

describe('the address', () => {
  const replaceState = vi.fn();
  const at = (pathname: string, search = '', hash = '', state: unknown = null) => {
    vi.stubGlobal('location', { pathname, search, hash });
    vi.stubGlobal('history', { state, replaceState });
  };
  beforeEach(() => {
    vi.stubGlobal('document', { baseURI: 'http://localhost/lab/' });
    replaceState.mockClear();
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('has parameters behind a question mark, if any', () => {
    expect(addressOf('')).toBe('/lab/playground');
    expect(addressOf('lr=0.1&data=moons')).toBe('/lab/playground?lr=0.1&data=moons');
  });
  test('is shown only where it is another one', () => {
    at('/lab/playground', '?lr=0.1');
    show('/lab/playground?lr=0.1');
    expect(replaceState).not.toHaveBeenCalled();
    show('/lab/playground?lr=0.3');
    expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/lab/playground?lr=0.3');
  });
  test('takes the state of the router away', () => {
    at('/lab/playground', '?lr=0.1', '', { idx: 1 });
    show('/lab/playground?lr=0.1');
    expect(replaceState).toHaveBeenCalledOnce();
  });
  test('leaves the address of another page alone', () => {
    at('/lab/course');
    show('/lab/playground?lr=0.1');
    expect(replaceState).not.toHaveBeenCalled();
    expect(linkNow()).toBeUndefined();
  });
  test('reads a link behind # before the parameters', () => {
    at('/lab/playground', '?lr=0.1', '#activation=tanh&seed=0.5');
    expect(linkNow()).toBe('activation=tanh&seed=0.5');
    at('/lab/playground', '?lr=0.1');
    expect(linkNow()).toBe('lr=0.1');
    at('/lab/playground', '', '#top');
    expect(hashLink()).toBeUndefined();
  });
});

describe('hidden layers', () => {
  test.each([
    [
      '4tanh,2relu',
      [
        { units: 4, activation: 'tanh' },
        { units: 2, activation: 'relu' },
      ],
    ],
    ['8', [{ units: 8, activation: 'tanh' }]],
    ['none', []],
  ])('read %j', (text, layers) => expect(readLayers(text)).toEqual(layers));
  test.each(['none', '4tanh', '4tanh,2leaky_relu,16selu'])('write %j as they read it', (text) => {
    expect(writeLayers(readLayers(text))).toBe(text);
  });
  test('have names without underscores', () => expect(words('hard_sigmoid_x')).toBe('hard sigmoid x'));
});

describe('frozen weights', () => {
  const net = new Net(['x', 'y'], [{ units: 2, activation: 'tanh' }], new Float32Array(6));
  test('are named from 1, the bias b', () => {
    expect(token(net, 0, 1, 0)).toBe('1.2.1');
    expect(token(net, 0, 1, 2)).toBe('1.2.b');
  });
  test.each([
    ['1', true],
    ['1.2', true],
    ['1.2.b', true],
    ['2', false],
    ['1.1', false],
    ['1.2.1', false],
    ['', false],
  ])('%j holds 1.2.b: %s', (text, frozen) => expect(isFrozen(tokens(text), '1.2.b')).toBe(frozen));
  test('are set and let go', () => {
    expect(toggled(tokens(''), '1.2')).toBe('1.2');
    expect(toggled(tokens('1.2,3'), '1.2')).toBe('3');
    expect(toggled(tokens(toggled(tokens('3'), '1.2')), '1.2')).toBe('3');
  });
});

describe('own points', () => {
  const point = (x: number, y: number, label = 0): OwnPoint => ({ x, y, label });

  test('come back as they were written, to a fortieth', () => {
    const points = [point(-6, 6), point(0, 0, 5), point(1.025, -3.475, 35), point(6, -6, 63)];
    readPoints(writePoints(points)).forEach((read, i) => {
      expect(read.x).toBeCloseTo(points[i].x, 9);
      expect(read.y).toBeCloseTo(points[i].y, 9);
      expect(read.label).toBe(points[i].label);
    });
  });
  test('have four letters each', () => expect(writePoints([point(-6, -6), point(6, 6, 63)])).toBe('AAAA8Hg_'));
  test('stay on the plane', () => expect(readPoints(writePoints([point(-99, 99)]))).toEqual([point(-6, 6)]));
  test('are painted where there is room', () => {
    expect(painted([], 1, 2, 3)).toEqual([point(1, 2, 3)]);
    expect(painted([point(1, 2)], 1.1, 2, 3)).toEqual([point(1, 2)]);
    expect(painted([point(1, 2)], 1.3, 2, 3)).toHaveLength(2);
  });
  test('are rubbed out within reach', () => {
    expect(painted([point(0, 0), point(0.39, 0), point(0.41, 0)], 0, 0, -1)).toEqual([point(0.41, 0)]);
  });
  test('lose their numbers once a class is painted', () => {
    expect(painted([point(-5, -5, 35)], 0, 0, 1)).toEqual([point(0, 0, 1)]);
  });
  test('are no more than 500', () => {
    const many = Array.from({ length: MOST_POINTS }, (_, i) => point(-6 + (i % 25) * 0.3, -6 + Math.floor(i / 25) * 0.3));
    expect(painted(many, 5.9, 5.9, 0)).toBe(many);
  });
});

describe('a choice of numbers', () => {
  const titles = (values: number[], value: string) => numbers(values, value).map(({ title }) => title);
  test('has the one that is in force among them', () => {
    expect(titles([0.01, 0.1, 1], '0.1')).toEqual(['0.01', '0.1', '1']);
    expect(titles([0.01, 0.1, 1], '0.05')).toEqual(['0.01', '0.05', '0.1', '1']);
  });
  test('keeps the text that is in force', () => {
    expect(numbers([0.1, 1], '1e-1').map(({ key }) => key)).toEqual(['1e-1', '1']);
  });
  test('writes small numbers short', () => expect(titles([1e-7, 0.00001], '0.00001')).toEqual(['1e-7', '0.00001']));
});

describe('moments of the losses', () => {
  const moment = (step: number) => ({ step, train: 1, test: 2 });
  test('follow each other', () => expect(withMoment([moment(1)], moment(2)).map(({ step }) => step)).toEqual([1, 2]));
  test('begin again where the run has gone back', () => {
    expect(withMoment([moment(1), moment(5), moment(9)], moment(5)).map(({ step }) => step)).toEqual([1, 5]);
  });
  test('are never more than 601, and keep the first and the newest', () => {
    let all: { step: number }[] = [];
    for (let step = 0; step < 3000; step++) {
      all = withMoment(all as ReturnType<typeof moment>[], moment(step));
      expect(all.length).toBeLessThanOrEqual(601);
    }
    expect([all[0].step, all.at(-1)!.step]).toEqual([0, 2999]);
  });
});
