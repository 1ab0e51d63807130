import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isChecked, isOpen } from '../event-values.js';
import { inAFrame, inNoFrame } from '../chart/frames.js';
import { emptyStyle, emptyView } from '../figure/empty.js';
import { figureStyle, visuallyHidden } from '../figure/style.js';
import { frameOrSoon } from '../frame.js';
import { Surroundings } from '../figure/surroundings.js';
import { type PlaneColours, planeColours } from './colours.js';
import { type Frame, Grid, type GridMessage } from './grid.js';
import { MARGIN, type Point, type Scale, paint } from './paint.js';
import { colourBar, legend, table } from './parts.js';
import { style } from './style.js';
import { type Subject, outputInWords, placeInWords, summary } from './words.js';

/** The output of a network with two inputs over their plane, with the data on it. */
@customElement('sb-plane')
export class Plane extends LitElement {
  static styles = [figureStyle, emptyStyle, visuallyHidden, style];

  @property() heading = '';
  @property() xName = 'x1';
  @property() yName = 'x2';
  @property() emptyText = 'No data yet.';
  /** Said below the picture, such as how many points were left out. */
  @property() note = '';
  @property({ attribute: false }) frame: Frame = { xMin: -1, xMax: 1, yMin: -1, yMax: 1 };
  @property({ attribute: false }) scale: Scale = { low: 0, middle: 0.5, high: 1 };
  @property({ attribute: false }) classNames: string[] = [];
  /** [x, y, value, 1 for validation or 0] of each point. */
  @property({ attribute: false }) points: number[][] = [];
  /** The indices of the points that the network gets wrong. */
  @property({ attribute: false }) wrong: number[] = [];
  /** The output; null while there is no network. */
  @property({ attribute: false }) grid: GridMessage | null = null;

  @state() private decisionOnly = false;
  @state() private cursor?: { across: number; up: number };
  @state() private colours?: PlaneColours;
  @state() private tableOpen = false;
  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('.probe') private probe!: HTMLElement;

  private read?: Grid;
  private dots: Point[] = [];
  private byKey = false;
  /** In CSS pixels, as it was last observed: asking the page in the midst of a message would make it lay itself out. */
  private size = 0;
  private readonly drawing = () => this.draw();

  constructor() {
    super();
    new Surroundings(
      this,
      'canvas',
      () => {
        this.recolour();
        this.draw(); // at once: a printer waits for no frame
      },
      (width) => {
        this.size = width;
        inAFrame(this.drawing);
      },
    );
  }

  /** Done when the latest output is on the screen, or soon where nothing is drawn. */
  async shown(): Promise<void> {
    await frameOrSoon();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    inNoFrame(this.drawing);
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('grid')) {
      this.read = this.grid ? Grid.read(this.grid) : undefined;
    }
    if (changed.has('points') || changed.has('wrong')) {
      const wrong = new Set(this.wrong);
      this.dots = this.points.map(([x, y, value, validation], i) => ({
        ...{ x, y, value, validation: validation === 1 },
        wrong: wrong.has(i),
      }));
    }
    if (changed.has('classNames') && this.colours) {
      this.recolour();
    }
  }

  protected updated(): void {
    inAFrame(this.drawing);
  }

  private recolour(): void {
    this.colours = planeColours(this.probe, this.classNames.length);
  }

  private draw(): void {
    const { size } = this;
    if (!size || !this.colours || this.empty) {
      return;
    }
    const pixels = Math.round(size * devicePixelRatio);
    if (this.canvas.width !== pixels) {
      this.canvas.width = this.canvas.height = pixels;
    }
    const pen = this.canvas.getContext('2d')!;
    pen.setTransform(pixels / size, 0, 0, pixels / size, 0, 0);
    const { frame, scale, decisionOnly, xName, yName, colours, cursor } = this;
    const classes = this.classNames.length;
    paint(pen, size, {
      ...{ grid: this.read, points: this.dots, frame, scale, classes, decisionOnly, xName, yName, colours },
      cursor: this.byKey ? cursor : undefined,
    });
  }

  private get empty(): boolean {
    return !this.dots.length && !this.read;
  }

  private get subject(): Subject {
    const { dots: points, frame, scale, classNames, xName, yName } = this;
    return { grid: this.read, points, frame, scale, classNames, xName, yName };
  }

  private pointed(event: PointerEvent): void {
    const box = this.canvas.getBoundingClientRect();
    const across = (event.clientX - box.left - MARGIN.left) / (box.width - MARGIN.left - MARGIN.right);
    const up = 1 - (event.clientY - box.top - MARGIN.top) / (box.height - MARGIN.top - MARGIN.bottom);
    const inside = across >= 0 && across <= 1 && up >= 0 && up <= 1;
    this.byKey = false;
    this.cursor = inside ? { across, up } : undefined;
  }

  private moved(event: KeyboardEvent): void {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowDown: [0, -1],
      ArrowUp: [0, 1],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      const step = event.shiftKey ? 0.2 : 0.05;
      const go = (from: number, by: number) => Math.min(1, Math.max(0, from + by * step));
      const { across, up } = this.cursor ?? { across: 0.5, up: 0.5 };
      this.byKey = true;
      this.cursor = { across: go(across, move[0]), up: go(up, move[1]) };
    }
  }

  private left(): void {
    this.byKey = false;
    this.cursor = undefined;
  }

  render() {
    const subject = this.subject;
    const two = this.classNames.length > 0;
    return html`<figure aria-labelledby="title">
      <span class="probe" hidden></span>
      <div class="head">
        <div class="title" id="title">${this.heading}</div>
        <div class=${two && this.read ? '' : 'later'}>${this.decision()}</div>
      </div>
      <div
        class="square"
        role="application"
        aria-roledescription="plane"
        tabindex=${this.empty ? nothing : 0}
        aria-label="${this.heading}. ${this.empty ? this.emptyText : `${summary(subject)} Arrow keys read the output.`}"
        @pointermove=${this.pointed}
        @pointerleave=${this.left}
        @keydown=${this.moved}
        @blur=${this.left}
      >
        <canvas aria-hidden="true"></canvas>
        ${this.empty ? emptyView(this.emptyText) : nothing}
      </div>
      <output class="reading" aria-live=${this.byKey ? 'polite' : 'off'}>${this.reading(subject)}</output>
      <div class="below">${this.colours && !this.empty ? this.below(subject, this.colours) : nothing}</div>
    </figure>`;
  }

  private reading(subject: Subject): string {
    if (!this.cursor || this.empty) {
      return '';
    }
    const { across, up } = this.cursor;
    return `${placeInWords(subject, across, up)}: ${outputInWords(subject, across, up)}`;
  }

  private below(subject: Subject, colours: PlaneColours) {
    return html`${legend(subject, colours)}
    ${this.read && !this.read.probability ? colourBar(this.scale, this.classNames, colours) : nothing}
    ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
    ${this.read
      ? html`<details @toggle=${(event: Event) => (this.tableOpen = isOpen(event))}>
          <summary>Show as table</summary>
          ${this.tableOpen ? table(subject) : nothing}
        </details>`
      : nothing}`;
  }

  private decision() {
    return html`<label
      ><input
        type="checkbox"
        .checked=${this.decisionOnly}
        @change=${(event: Event) => (this.decisionOnly = isChecked(event))}
      />Decision only</label
    >`;
  }
}
