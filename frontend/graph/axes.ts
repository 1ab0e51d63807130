import { nothing, svg } from 'lit';
import type { Palette } from '../chart/palette.js';
import { tick } from '../format.js';
import type { Scale } from './scale.js';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Axes {
  x: Scale;
  y?: Scale;
  xName: string;
  yName: string;
  colours: Palette;
}

/** Draws lines, numbers and names around a picture; colours stand in the elements, so that a saved picture has them. */
export function axes(box: Box, { x, y, xName, yName, colours }: Axes) {
  const font = { family: colours.font, size: '12' };
  return svg`
    ${(y?.ticks ?? []).map(
      (value) => svg`
        <line x1=${box.left} x2=${box.right} y1=${y!.of(value)} y2=${y!.of(value)} stroke=${colours.grid} />
        <text x=${box.left - 7} y=${y!.of(value) + 4} text-anchor="end" fill=${colours.quiet}
          font-family=${font.family} font-size=${font.size}>${tick(value)}</text>`,
    )}
    <line x1=${box.left} x2=${box.right} y1=${box.bottom} y2=${box.bottom} stroke=${colours.border} />
    ${x.ticks.map(
      (value) => svg`
        <line x1=${x.of(value)} x2=${x.of(value)} y1=${box.bottom} y2=${box.bottom + 4} stroke=${colours.border} />
        <text x=${x.of(value)} y=${box.bottom + 18} text-anchor="middle" fill=${colours.quiet}
          font-family=${font.family} font-size=${font.size}>${tick(value)}</text>`,
    )}
    <text x=${(box.left + box.right) / 2} y=${box.bottom + 35} text-anchor="middle" fill=${colours.quiet}
      font-family=${font.family} font-size=${font.size}>${xName}</text>
    ${
      yName
        ? svg`<text x="4" y="13" fill=${colours.quiet} font-family=${font.family} font-size=${font.size}>${yName}</text>`
        : nothing
    }`;
}
