import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unpack } from '../chart/numbers.js';
import { type Palette, dash, toneColour } from '../chart/palette.js';
import { significant } from '../format.js';
import { axes } from './axes.js';
import { Figure } from './figure.js';
import type { LineMessage } from './messages.js';
import { type Scale, range, scale } from './scale.js';

interface Line extends Omit<LineMessage, 'x' | 'y'> {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

const HEIGHT = 270;
const MARGIN = { left: 62, right: 14, top: 24, bottom: 44 };

/** Lines and points over any two numbers, given as a whole. */
@customElement('sb-graph')
export class Graph extends Figure {
  @property() xName = '';
  @property() yName = '';
  @property({ type: Boolean }) xLog = false;
  @property({ type: Boolean }) yLog = false;
  /** Both axes from 0 to 1. */
  @property({ type: Boolean }) shares = false;
  @property({ attribute: false }) lines: LineMessage[] = [];
  @state() private near?: { line: number; point: number };
  private read: Line[] = [];

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('lines')) {
      this.read = (this.lines ?? []).map((line) => ({ ...line, x: unpack(line.x), y: unpack(line.y) }));
      this.near = undefined;
    }
  }

  protected get empty(): boolean {
    return !this.read.some((line) => line.kind !== 'guide' && line.x.length);
  }

  private scales(width: number): { x: Scale; y: Scale } {
    const all = (pick: 'x' | 'y') => this.read.flatMap((line) => Array.from(line[pick]));
    const [left, right] = this.shares ? [0, 1] : range(all('x'), this.xLog);
    const [low, high] = this.shares ? [0, 1] : range(all('y'), this.yLog);
    return {
      x: scale(left, right, this.xLog, MARGIN.left, width - MARGIN.right),
      y: scale(low, high, this.yLog, HEIGHT - MARGIN.bottom, MARGIN.top),
    };
  }

  protected picture(colours: Palette, width: number) {
    const { x, y } = this.scales(width);
    const box = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom };
    return html`<svg
      class="picture"
      height=${HEIGHT}
      role="img"
      aria-label="${this.heading}. ${this.reading()}"
      @pointermove=${(event: PointerEvent) => this.pointed(event, x, y)}
      @pointerleave=${() => (this.near = undefined)}
    >
      ${axes(box, { x, y, xName: this.xName, yName: this.yName, colours })}
      ${this.read.map((line) => this.drawn(line, x, y, colours))} ${this.mark(x, y, colours)}
    </svg>`;
  }

  private drawn(line: Line, x: Scale, y: Scale, colours: Palette) {
    const colour = line.kind === 'guide' ? colours.quiet : toneColour(colours, line.tone);
    const places = Array.from(line.x, (value, i) => [x.of(value), y.of(line.y[i])]).map(([px, py]) =>
      Number.isFinite(px) && Number.isFinite(py) ? `${px.toFixed(1)} ${py.toFixed(1)}` : '',
    );
    const joined = line.kind === 'points' ? '' : path(places);
    const dots = line.kind === 'points' || line.kind === 'both' ? places.filter(Boolean) : [];
    return svg`
      ${
        joined
          ? svg`<path d=${joined} fill="none" stroke=${colour} stroke-linejoin="round"
        stroke-width=${line.kind === 'guide' ? 1.5 : 2}
        stroke-dasharray=${(line.kind === 'guide' ? [2, 4] : dash({ tone: line.tone, dashed: false })).join(' ') || nothing} />`
          : nothing
      }
      ${dots.map((place) => {
        const [px, py] = place.split(' ');
        return svg`<circle cx=${px} cy=${py} r=${dots.length > 100 ? 2.4 : 3.6} fill=${colour} fill-opacity="0.75" />`;
      })}`;
  }

  private mark(x: Scale, y: Scale, colours: Palette) {
    const line = this.near && this.read[this.near.line];
    return line
      ? svg`<circle cx=${x.of(line.x[this.near!.point])} cy=${y.of(line.y[this.near!.point])} r="6" fill="none"
          stroke=${colours.text} stroke-width="1.5" />`
      : nothing;
  }

  private pointed(event: PointerEvent, x: Scale, y: Scale): void {
    const box = this.svg!.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    let best = Infinity;
    this.read.forEach((line, l) => {
      for (let i = 0; line.kind !== 'guide' && i < line.x.length; i++) {
        const distance = Math.hypot(x.of(line.x[i]) - px, (y.of(line.y[i]) - py) * 0.7);
        if (distance < best) {
          best = distance;
          this.near = { line: l, point: i };
        }
      }
    });
  }

  protected reading(): string {
    const line = this.near && this.read[this.near.line];
    if (!line) {
      return '';
    }
    const i = this.near!.point;
    return `${line.name}: ${this.xName} ${significant(line.x[i])}, ${this.yName} ${significant(line.y[i])}`;
  }

  protected legend(colours: Palette) {
    return html`<ul class="legend" aria-label="Lines">
      ${this.read.map((line) => {
        const colour = line.kind === 'guide' ? colours.quiet : toneColour(colours, line.tone);
        const dashes = line.kind === 'guide' ? [2, 4] : dash({ tone: line.tone, dashed: false });
        return html`<li class="entry">
          <svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
            ${line.kind === 'points'
              ? svg`<circle cx="13" cy="5" r="4" fill=${colour} />`
              : svg`<path d="M0 5h26" fill="none" stroke=${colour} stroke-width="2.5" stroke-dasharray=${dashes.join(' ') || nothing} />`}
          </svg>
          <span>${line.name}</span>
        </li>`;
      })}
    </ul>`;
  }

  protected rows(): (string | number)[][] {
    const rows = this.read
      .filter((line) => line.kind !== 'guide')
      .flatMap((line) => Array.from(line.x, (x, i) => [line.name, Number(x.toPrecision(7)), Number(line.y[i].toPrecision(7))]));
    return [['line', this.xName, this.yName], ...rows];
  }
}

/** Returns a line through the places; an empty place is a gap. */
function path(places: string[]): string {
  return places.map((place, i) => (place ? `${i && places[i - 1] ? 'L' : 'M'}${place}` : '')).join('');
}
