import { svg } from 'lit';
import type { Palette } from '../chart/palette.js';
import { significant } from '../format.js';
import type { Box } from './axes.js';

/** So many heights are told apart. */
const BANDS = 12;
const BAR = 12;

/** Heights in a few bands, by their logarithm above the lowest: the edges of the bands are lines of equal height. */
export class Heights {
  readonly low: number;
  readonly high: number;
  private readonly unit: number;

  constructor(readonly all: ArrayLike<number>) {
    const finite = Array.from(all).filter(Number.isFinite);
    this.low = Math.min(...finite);
    this.high = Math.max(...finite);
    this.unit = Math.max((this.high - this.low) / 100, 1e-300); // what is flat is stretched, what is steep squeezed
  }

  private put(height: number): number {
    return Math.log1p((height - this.low) / this.unit) / Math.log1p((this.high - this.low) / this.unit || 1);
  }

  /** Returns the level of a height, from 0 to 1; one that is not finite has level 1. */
  private level(height: number): number {
    return Number.isFinite(height) ? Math.round(this.put(height) * BANDS) / BANDS : 1;
  }

  private at(level: number): number {
    return this.low + this.unit * Math.expm1(level * Math.log1p((this.high - this.low) / this.unit));
  }

  /** Returns so many digits that the numbers of the bar differ. */
  private digits(): number {
    const ratio = Math.max(Math.abs(this.high), Math.abs(this.low)) / (this.high - this.low);
    return Math.min(8, Math.max(3, Math.ceil(Math.log10(Number.isFinite(ratio) ? ratio : 1)) + 3));
  }

  /** Draws each cell as dark as it is high. */
  cells(side: number, box: Box, colours: Palette) {
    const width = (box.right - box.left) / side;
    const height = (box.bottom - box.top) / side;
    return Array.from({ length: side * side }, (_, i) => {
      const [column, row] = [i % side, Math.floor(i / side)];
      return svg`<rect class="cell" x=${box.left + column * width} y=${box.bottom - (row + 1) * height} width=${width}
        height=${height} shape-rendering="crispEdges" fill=${colours.series[0]} fill-opacity=${opacity(this.level(this.all[i]))} />`;
    });
  }

  /** Draws the bands from the lowest to the highest, with the heights of some of them. */
  bar(left: number, right: number, top: number, name: string, colours: Palette) {
    const width = (right - left) / (BANDS + 1);
    const text = (x: number, y: number, anchor: string, what: string) => svg`<text x=${x} y=${y} text-anchor=${anchor}
      fill=${colours.quiet} font-family=${colours.font} font-size="12">${what}</text>`;
    const count = right - left < 350 ? 2 : 3; // what is written below must not run together
    const marks = Array.from({ length: count + 1 }, (_, i) => i / count);
    return svg`<g class="scale">
      ${text(left, top - 5, 'start', name)}
      ${Array.from(
        { length: BANDS + 1 },
        (_, i) => svg`<rect x=${left + i * width} y=${top} width=${width} height=${BAR} shape-rendering="crispEdges"
          fill=${colours.series[0]} fill-opacity=${opacity(i / BANDS)} />`,
      )}
      <rect x=${left} y=${top} width=${right - left} height=${BAR} fill="none" stroke=${colours.border} />
      ${marks.map((mark) =>
        text(
          left + mark * (right - left),
          top + BAR + 14,
          mark === 0 ? 'start' : mark === 1 ? 'end' : 'middle',
          significant(this.at(mark), this.digits()),
        ),
      )}
    </g>`;
  }
}

function opacity(level: number): number {
  return 0.04 + 0.8 * level;
}
