import { describe, expect, test } from 'vitest';
import { csvOf } from './chart/csv.js';
import type { Line } from './chart/series-store.js';
import { csv } from './csv.js';
import { fileName } from './download.js';

describe('csv', () => {
  test('ends every row with a new line', () =>
    expect(
      csv([
        ['a', 'b'],
        [1, 2.5],
      ]),
    ).toBe('a,b\r\n1,2.5\r\n'));
  test('is empty without rows', () => expect(csv([])).toBe(''));
  test.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    ['layer 1; unit 2', 'layer 1; unit 2'],
    [-1e-7, '-1e-7'],
    [NaN, 'NaN'],
    ['-0.5', '-0.5'],
    ['=1+1', "'=1+1"],
    ['+x', "'+x"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    ['\t=x', "'\t=x"],
    ['=a,b', '"\'=a,b"'],
  ])('writes %j as %s', (value, field) => expect(csv([[value]])).toBe(`${field}\r\n`));
});

describe('the table of a chart', () => {
  const line = (name: string, x: number[], y: number[]) => ({ name, x, y }) as Line;
  const table = (...lines: Line[]) =>
    csvOf(
      lines,
      (step) => step / 3,
      (step) => step / 7,
    ).split('\r\n');

  test('has a row for each step of any line, and leaves empty what a line does not have', () => {
    expect(table(line('loss', [1, 3], [0.5, 0.25]), line('validation', [2, 3], [9, 8]))).toEqual([
      'step,epoch,seconds,loss,validation',
      '1,0.3333,0.143,0.5,',
      '2,0.6667,0.286,,9',
      '3,1,0.429,0.25,8',
      '',
    ]);
  });
  test('sorts steps as numbers', () => {
    expect(table(line('loss', [9, 10, 100], [1, 2, 3])).map((row) => row.split(',')[0])).toEqual([
      ...['step', '9', '10', '100', ''],
    ]);
  });
});

describe('fileName', () => {
  test.each([
    ['Loss of each step', 'loss-of-each-step.png'],
    ['  δ: layer 1 / unit 2! ', 'layer-1-unit-2.png'],
    ['∂L/∂a', 'l-a.png'],
    ['δ', 'chart.png'],
  ])('makes of “%s” %s', (heading, name) => expect(fileName(heading, 'png')).toBe(name));
});
