import { html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unpack } from '../chart/numbers.js';
import type { Palette } from '../chart/palette.js';
import { significant } from '../format.js';
import { axes } from './axes.js';
import { Figure } from './figure.js';
import { Heights } from './heights.js';
import type { Places, SurfaceMessage } from './messages.js';
import { type Scale, scale } from './scale.js';
import { ahead, past, points } from './descent-path.js';

const MARGIN = { left: 62, right: 14, top: 24, bottom: 96 };
const MOST = 460;

/** Heights over a plane, with the way to its middle and the next steps from there. */
@customElement('sb-surface')
export class Surface extends Figure {
  @property() xName = '';
  @property() yName = '';
  @property({ attribute: false }) surface: SurfaceMessage | null = null;
  @property({ attribute: false }) path: Places | null = null;
  @property({ attribute: false }) ahead: Places | null = null;
  @state() private cell?: number;
  private heights = new Heights([]);

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('surface')) {
      this.heights = new Heights(this.surface ? unpack(this.surface.heights) : []);
      this.cell = undefined;
    }
  }

  protected get empty(): boolean {
    return !this.surface;
  }

  protected picture(colours: Palette, width: number) {
    const { reach, side } = this.surface!;
    const size = Math.min(width, MOST);
    const right = size - MARGIN.right;
    const box = { left: MARGIN.left, right, top: MARGIN.top, bottom: MARGIN.top + right - MARGIN.left };
    const x = scale(-reach, reach, false, box.left, box.right);
    const y = scale(-reach, reach, false, box.bottom, box.top);
    const middle: [number, number] = [x.of(0), y.of(0)];
    return html`<svg
      class="picture"
      height=${box.bottom + MARGIN.bottom}
      role="img"
      aria-label="${this.heading}. ${this.reading()}"
      @pointermove=${(event: PointerEvent) => this.pointed(event, x, y)}
      @pointerleave=${() => (this.cell = undefined)}
    >
      ${this.heights.cells(side, box, colours)} ${axes(box, { x, y, xName: this.xName, yName: this.yName, colours })}
      <clipPath id="inside">
        <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top} />
      </clipPath>
      <g clip-path="url(#inside)">
        ${past(points(this.path, x, y), middle, colours)} ${ahead(points(this.ahead, x, y), middle, colours)}
        ${svg`<circle cx=${middle[0]} cy=${middle[1]} r="5.5" fill=${colours.surface} stroke=${colours.text} stroke-width="2.5" />`}
      </g>
      ${this.heights.bar(box.left, box.right, box.bottom + 62, 'loss', colours)}
    </svg>`;
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
    const middle = this.heights.all[(this.heights.all.length - 1) / 2];
    const here = `The loss in the middle is ${significant(middle)}, the lowest shown ${significant(this.heights.low)}.`;
    if (this.cell === undefined) {
      return here;
    }
    const [a, b] = this.place(this.cell);
    return `${significant(a, 3)} along, ${significant(b, 3)} up: loss ${significant(this.heights.all[this.cell])}. ${here}`;
  }

  protected rows(): (string | number)[][] {
    return [
      [this.xName, this.yName, 'loss'],
      ...Array.from(this.heights.all, (height, i) => [
        ...this.place(i).map((each) => Number(each.toPrecision(4))),
        Number(height.toPrecision(6)),
      ]),
    ];
  }
}
