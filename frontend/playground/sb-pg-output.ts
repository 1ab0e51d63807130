import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { bilinear } from '../bilinear.js';
import { significant, tick } from '../format.js';
import { type PlaneColours, rgb } from '../plane/colours.js';
import { shape } from '../plane/shapes.js';
import { type Square, type Tones, css, paintClasses, paintHeat, toneOf } from './heat.js';
import type { PlanePoint, Points, Setup } from './messages.js';
import { REACH } from './plane-grid.js';

/** The contents of the plane. */
export interface Ground {
  /** One field, or one for each class. */
  fields: Float32Array[];
  side: number;
  probability: boolean;
  discrete: boolean;
  setup: Setup;
  showTest: boolean;
  /** Points that were just painted, and are not trained on yet. */
  fresh?: Points;
  probe?: PlanePoint;
  tones: Tones;
  colours: PlaneColours;
}

const MARGIN = { left: 26, right: 8, top: 8, bottom: 22 };
const TICKS = [-6, -4, -2, 0, 2, 4, 6];

/**
 * The plane from −6 to 6 with an output as its ground and the points on it. Fires `probe` with the point pressed on, or,
 * while it is painted on, `paint` with each place of the brush.
 */
@customElement('sb-pg-output')
export class Output extends LightElement {
  @property() label = '';
  @property({ type: Number }) size = 320;
  @property({ type: Boolean, reflect: true }) painting = false;
  @query('canvas') private canvas!: HTMLCanvasElement;
  private ground?: Ground;

  protected render() {
    return html`<canvas
      role="img"
      aria-label=${this.label}
      style="width: ${this.size}px; height: ${this.size}px"
      @pointerdown=${this.press}
      @pointermove=${this.move}
    ></canvas>`;
  }

  private place(event: MouseEvent): PlanePoint {
    const bounds = this.canvas.getBoundingClientRect();
    const side = this.size - MARGIN.left - MARGIN.right;
    return {
      x: ((event.clientX - bounds.left - MARGIN.left) / side) * 2 * REACH - REACH,
      y: REACH - ((event.clientY - bounds.top - MARGIN.top) / side) * 2 * REACH,
    };
  }

  private press(event: PointerEvent): void {
    if (this.painting) {
      event.preventDefault();
      this.canvas.setPointerCapture(event.pointerId);
      this.tell('paint', event);
    } else {
      this.tell('probe', event);
    }
  }

  private move(event: PointerEvent): void {
    if (this.painting && event.buttons) {
      this.tell('paint', event);
    }
    this.read(event);
  }

  private tell(name: string, event: PointerEvent): void {
    const { x, y } = this.place(event);
    if (Math.abs(x) <= REACH && Math.abs(y) <= REACH) {
      const rounded = (value: number) => Math.round(value * 10) / 10;
      const detail = name === 'probe' ? { x: rounded(x), y: rounded(y) } : { x, y };
      this.fire(name, detail);
    }
  }

  /** Shows the number under the pointer. */
  private read(event: MouseEvent): void {
    const { x, y } = this.place(event);
    const { ground } = this;
    if (ground && Math.abs(x) < REACH && Math.abs(y) < REACH) {
      const [across, down] = [(x + REACH) / (2 * REACH), (REACH - y) / (2 * REACH)];
      const values = ground.fields.map((field) => significant(bilinear(field, ground.side, across, down), 3));
      this.canvas.title = `x ${x.toFixed(1)}, y ${y.toFixed(1)}: ${values.join(', ')}`;
    }
  }

  protected updated(): void {
    this.redraw();
  }

  draw(ground: Ground): void {
    this.ground = ground;
    this.redraw();
  }

  private redraw(): void {
    const { ground, canvas, size } = this;
    if (!ground || !canvas) {
      return;
    }
    const scale = Math.min(2, devicePixelRatio || 1);
    canvas.width = canvas.height = size * scale;
    const pen = canvas.getContext('2d')!;
    pen.scale(scale, scale);
    const side = size - MARGIN.left - MARGIN.right;
    const corner: Square = [MARGIN.left, MARGIN.top, side];
    pen.save();
    pen.beginPath();
    pen.roundRect(...corner, side, 4);
    pen.clip();
    this.drawGround(pen, ground, corner);
    this.drawPoints(pen, ground, ground.setup.training, false);
    if (ground.fresh) {
      this.drawPoints(pen, ground, ground.fresh, false);
    }
    if (ground.showTest) {
      this.drawPoints(pen, ground, ground.setup.test, true);
    }
    pen.restore();
    this.drawAxes(pen, ground.colours, side);
    this.drawProbe(pen, ground);
  }

  private drawGround(pen: CanvasRenderingContext2D, ground: Ground, corner: Square): void {
    const { fields, side, discrete, colours } = ground;
    if (fields.length > 1) {
      const classes = colours.classes.map(rgb);
      paintClasses(pen, fields, side, { classes, zero: colours.zero }, discrete, corner, 200);
    } else {
      paintHeat(pen, { ...ground, field: fields[0] }, ground.tones.ground, corner, 280);
    }
  }

  private drawPoints(pen: CanvasRenderingContext2D, ground: Ground, points: Points, test: boolean): void {
    const { classes } = ground.setup;
    const { colours, tones } = ground;
    const radius = points.x.length > 400 ? 2.5 : 3.1;
    pen.lineWidth = test ? 1.3 : 1;
    for (let i = 0; i < points.x.length; i++) {
      const label = points.label[i];
      const [x, y] = this.at(points.x[i], points.y[i]);
      const path = new Path2D(shape(classes > 2 ? label : 0, x, y, radius));
      pen.fillStyle =
        classes > 2
          ? colours.classes[label % colours.classes.length]
          : css(tones.strong[toneOf(classes === 2 ? 2 * label - 1 : label)]);
      pen.strokeStyle = test ? colours.text : colours.surface;
      pen.fill(path);
      pen.stroke(path);
    }
  }

  private at(x: number, y: number): [number, number] {
    const side = this.size - MARGIN.left - MARGIN.right;
    return [MARGIN.left + ((x + REACH) / (2 * REACH)) * side, MARGIN.top + ((REACH - y) / (2 * REACH)) * side];
  }

  private drawAxes(pen: CanvasRenderingContext2D, colours: PlaneColours, side: number): void {
    pen.font = `11px ${colours.font}`;
    pen.fillStyle = colours.quiet;
    pen.textBaseline = 'middle';
    TICKS.forEach((value) => {
      const [x] = this.at(value, 0);
      const [, y] = this.at(0, value);
      pen.textAlign = 'center';
      pen.fillText(tick(value), Math.min(x, this.size - 10), MARGIN.top + side + 12);
      pen.textAlign = 'right';
      pen.fillText(tick(value), MARGIN.left - 5, Math.max(y, 8));
    });
  }

  private drawProbe(pen: CanvasRenderingContext2D, { probe, colours }: Ground): void {
    if (probe) {
      const [x, y] = this.at(probe.x, probe.y);
      pen.strokeStyle = colours.text;
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.arc(x, y, 6, 0, 2 * Math.PI);
      pen.moveTo(x - 10, y);
      pen.lineTo(x + 10, y);
      pen.moveTo(x, y - 10);
      pen.lineTo(x, y + 10);
      pen.stroke();
    }
  }
}
