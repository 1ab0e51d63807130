import { describe, expect, test } from 'vitest';
import { type Palette, dash, toneColour } from './palette.js';

const colours = { series: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] } as Palette;

describe('toneColour', () => {
  test('begins again after the eighth', () => {
    expect(toneColour(colours, 0)).toBe('a');
    expect(toneColour(colours, 7)).toBe('h');
    expect(toneColour(colours, 8)).toBe('a');
    expect(toneColour(colours, 17)).toBe('b');
  });
});

describe('dash', () => {
  test('tells the four kinds apart', () => {
    const kinds = [0, 8].flatMap((tone) => [false, true].map((dashed) => dash({ tone, dashed }).join(' ')));
    expect(new Set(kinds).size).toBe(4);
  });
  test('leaves a line of the first eight solid', () => expect(dash({ tone: 7, dashed: false })).toEqual([]));
});
