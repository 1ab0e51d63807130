import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unpack } from '../chart/numbers.js';
import type { Palette } from '../chart/palette.js';
import { significant } from '../format.js';
import { axes } from './axes.js';
import { Figure } from './figure.js';
import { type Scale, scale } from './scale.js';

type Packed = { f?: string; d?: string };

interface SurfaceMessage {
  /** How far the plane goes to each side of its middle. */
  reach: number;
  side: number;
  heights: Packed;
  pathX: Packed;
  pathY: Packed;
  arrow: Packed;
}

const MARGIN = { left: 62, right: 14, top: 24, bottom: 44 };
const MOST = 420;
/** So many heights are told apart. */
const BANDS = 12;

/** Heights over a plane, with a way across it and an arrow from its middle. */
@customElement('sb-surface')
export class Surface extends Figure {
  @property() xName = '';
  @property() yName = '';
  @property({ attribute: false }) surface: SurfaceMessage | null = null;
  @state() private cell?: number;
  private heights: ArrayLike<number> = [];

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('surface')) {
      this.heights = this.surface ? unpack(this.surface.heights) : [];
      this.cell = undefined;
    }
  }

  protected get empty(): boolean {
    return !this.surface;
  }

  protected picture(colours: Palette, width: number) {
    const { reach, side } = this.surface!;
    const size = Math.min(width, MOST);
    const box = { left: MARGIN.left, right: size - MARGIN.right, top: MARGIN.top, bottom: size - MARGIN.bottom };
    const x = scale(-reach, reach, false, box.left, box.right);
    const y = scale(-reach, reach, false, box.bottom, box.top);
    return html`<svg
      class="picture"
      height=${size}
      role="img"
      aria-label="${this.heading}. ${this.reading()}"
      @pointermove=${(event: PointerEvent) => this.pointed(event, x, y)}
      @pointerleave=${() => (this.cell = undefined)}
    >
      ${this.bands(side, box, colours)}
      ${axes(box, { x, y: { ...y, ticks: y.ticks }, xName: this.xName, yName: this.yName, colours })}
      ${this.way(x, y, colours)}
    </svg>`;
  }

  /** Each cell as dark as its loss is high, by the logarithm, in a few bands whose edges are lines of equal loss. */
  private bands(side: number, box: { left: number; right: number; top: number; bottom: number }, colours: Palette) {
    const level = this.levels();
    const width = (box.right - box.left) / side;
    const height = (box.bottom - box.top) / side;
    return Array.from({ length: side * side }, (_, i) => {
      const [column, row] = [i % side, Math.floor(i / side)];
      return svg`<rect x=${box.left + column * width} y=${box.bottom - (row + 1) * height} width=${width}
        height=${height} shape-rendering="crispEdges" fill=${colours.series[0]} fill-opacity=${0.04 + 0.8 * level(this.heights[i])} />`;
    });
  }

  private levels(): (height: number) => number {
    const finite = Array.from(this.heights).filter(Number.isFinite);
    const low = Math.min(...finite);
    const put = (height: number) => Math.log1p((height - low) / Math.max(1e-12, Math.abs(low)));
    const high = put(Math.max(...finite)) || 1;
    return (height) => (Number.isFinite(height) ? Math.round((put(height) / high) * BANDS) / BANDS : 1);
  }

  private way(x: Scale, y: Scale, colours: Palette) {
    const { pathX, pathY, arrow } = this.surface!;
    const [xs, ys] = [unpack(pathX), unpack(pathY)];
    const clip = (value: number, { reach } = this.surface!) => Math.max(-reach, Math.min(reach, value));
    const points = Array.from(xs, (value, i) => `${x.of(clip(value))} ${y.of(clip(ys[i]))}`);
    const [toX, toY] = unpack(arrow);
    const [fromPx, fromPy, toPx, toPy] = [x.of(0), y.of(0), x.of(clip(toX)), y.of(clip(toY))];
    const angle = (Math.atan2(toPy - fromPy, toPx - fromPx) * 180) / Math.PI;
    return svg`
      ${points.length > 1 ? svg`<path d="M${points.join('L')}L${fromPx} ${fromPy}" fill="none" stroke=${colours.text}
        stroke-width="2" stroke-linejoin="round" />` : nothing}
      ${points.map((place) => svg`<circle cx=${place.split(' ')[0]} cy=${place.split(' ')[1]} r="2.2" fill=${colours.text} />`)}
      <line x1=${fromPx} y1=${fromPy} x2=${toPx} y2=${toPy} stroke=${colours.series[1]} stroke-width="3" />
      <path d="M0 0L-9 -5L-9 5Z" fill=${colours.series[1]} transform="translate(${toPx} ${toPy}) rotate(${angle})" />
      <circle cx=${fromPx} cy=${fromPy} r="5" fill=${colours.surface} stroke=${colours.text} stroke-width="2" />`;
  }

  private pointed(event: PointerEvent, x: Scale, y: Scale): void {
    const { reach, side } = this.surface!;
    const box = this.svg!.getBoundingClientRect();
    const index = (value: number) => Math.floor(((value + reach) / (2 * reach)) * side);
    const column = index(x.back(event.clientX - box.left));
    const row = index(y.back(event.clientY - box.top));
    this.cell = column >= 0 && column < side && row >= 0 && row < side ? row * side + column : undefined;
  }

  private place(cell: number): [number, number] {
    const { reach, side } = this.surface!;
    const at = (index: number) => reach * ((2 * index) / (side - 1) - 1);
    return [at(cell % side), at(Math.floor(cell / side))];
  }

  protected reading(): string {
    if (!this.surface) {
      return '';
    }
    const middle = this.heights[(this.heights.length - 1) / 2];
    const here = `The loss here is ${significant(middle)}.`;
    if (this.cell === undefined) {
      return here;
    }
    const [a, b] = this.place(this.cell);
    return `${significant(a, 3)} along, ${significant(b, 3)} up: loss ${significant(this.heights[this.cell])}. ${here}`;
  }

  protected rows(): (string | number)[][] {
    return [
      [this.xName, this.yName, 'loss'],
      ...Array.from(this.heights, (height, i) => [...this.place(i).map((each) => Number(each.toPrecision(4))), Number(height.toPrecision(6))]),
    ];
  }
}
