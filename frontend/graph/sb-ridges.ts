import { html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bytesOf } from '../base64.js';
import type { Palette } from '../chart/palette.js';
import { significant, whole } from '../format.js';
import { axes } from './axes.js';
import { Figure } from './figure.js';
import type { RowMessage } from './messages.js';
import { type Scale, range, scale } from './scale.js';

interface Row {
  step: number;
  low: number;
  high: number;
  bins: Uint8Array;
}

const HEIGHT = 290;
const MARGIN = { left: 62, right: 12, top: 44, bottom: 44 };

/** Distributions over a run, one behind the other, the newest in front. */
@customElement('sb-ridges')
export class Ridges extends Figure {
  @property() xName = '';
  @property({ attribute: false }) moments: RowMessage[] = [];
  @state() private chosen?: number;
  private read: Row[] = [];

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('moments')) {
      this.read = (this.moments ?? [])
        .map(({ step, low, high, bins }) => ({
          ...{ step, low: Number(low), high: Number(high) },
          bins: bytesOf(bins),
        }))
        .filter((row) => Number.isFinite(row.low));
    }
  }

  protected get empty(): boolean {
    return !this.read.length;
  }

  private line(row: number): number {
    const last = this.read.length - 1;
    return HEIGHT - MARGIN.bottom - (last ? ((last - row) / last) * (HEIGHT - MARGIN.top - MARGIN.bottom) : 0);
  }

  protected picture(colours: Palette, width: number) {
    const box = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom };
    const [low, high] = range(
      this.read.flatMap((row) => [row.low, row.high]),
      false,
    );
    const x = scale(low, high, false, box.left, box.right);
    return html`<svg
      class="picture"
      height=${HEIGHT}
      role="slider"
      tabindex="0"
      aria-label="${this.heading}, a row for each moment"
      aria-valuemin="1"
      aria-valuemax=${this.read.length}
      aria-valuenow=${(this.chosen ?? this.read.length - 1) + 1}
      aria-valuetext=${this.reading()}
      @pointermove=${this.pointed}
      @pointerleave=${() => (this.chosen = undefined)}
      @keydown=${this.moved}
    >
      ${axes(box, { x, xName: this.xName, yName: 'step', colours })} ${this.read.map((row, i) => this.ridge(row, i, x, colours))}
    </svg>`;
  }

  private ridge(row: Row, i: number, x: Scale, colours: Palette) {
    const base = this.line(i);
    const last = this.read.length - 1;
    const on = i === (this.chosen ?? last);
    const every = Math.max(1, Math.ceil(this.read.length / 8));
    const part = (row.high - row.low) / row.bins.length;
    const tall = 36;
    const tops = part
      ? Array.from(row.bins, (bin, at) => `L${x.of(row.low + (at + 0.5) * part)} ${base - (bin / 255) * tall}`)
      : [`L${x.of(row.low)} ${base - tall}`];
    const path = `M${x.of(row.low) - (part ? 0 : 1.5)} ${base}${tops.join('')}L${x.of(row.high) + (part ? 0 : 1.5)} ${base}`;
    return svg`
      <path d="${path}Z" fill=${colours.surface} fill-opacity="0.75" stroke="none" />
      <path d=${path} fill=${colours.series[0]} fill-opacity=${on ? 0.3 : 0.06} stroke=${colours.series[0]}
        stroke-width=${on ? 2 : 1.2} stroke-opacity=${on ? 1 : 0.35 + (0.5 * i) / Math.max(1, last)} stroke-linejoin="round" />
      ${
        (last - i) % every === 0
          ? svg`<text x=${MARGIN.left - 8} y=${base + 4} text-anchor="end" font-size="12" font-family=${colours.font}
              fill=${on ? colours.text : colours.quiet}>${whole(row.step)}</text>`
          : ''
      }`;
  }

  private pointed(event: PointerEvent): void {
    const y = event.clientY - this.svg!.getBoundingClientRect().top;
    const at = this.read.findIndex((_, i) => this.line(i) >= y);
    this.chosen = at < 0 ? this.read.length - 1 : at;
  }

  private moved(event: KeyboardEvent): void {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      const last = this.read.length - 1;
      this.chosen = Math.min(last, Math.max(0, (this.chosen ?? last) + by));
    }
  }

  protected reading(): string {
    const row = this.read[Math.min(this.chosen ?? this.read.length - 1, this.read.length - 1)];
    return row
      ? `After step ${whole(row.step)}: from ${significant(row.low)} to ${significant(row.high)}, most near ${significant(mode(row))}.`
      : '';
  }

  protected rows(): (string | number)[][] {
    return [
      ['step', 'lowest', 'most near', 'highest'],
      ...this.read.map((row) => [row.step, significant(row.low), significant(mode(row)), significant(row.high)]),
    ];
  }
}

/** Returns the middle of the fullest part. */
function mode({ low, high, bins }: Row): number {
  const fullest = bins.indexOf(Math.max(...bins));
  return low + ((fullest + 0.5) * (high - low)) / bins.length;
}
