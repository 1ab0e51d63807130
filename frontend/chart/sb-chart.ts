import { LitElement, html, nothing, render } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emptyStyle, emptyView } from '../figure/empty.js';
import { figureStyle, visuallyHidden } from '../figure/style.js';
import { frameOrSoon } from '../frame.js';
import { onSchemeChange } from '../scheme/scheme.js';
import { type Along, type Axis, axisOf } from './axis.js';
import { detailsView } from './details.js';
import { exportPicture, exportTable } from './chart-export.js';
import { listen } from './gestures.js';
import { type Group, type Member, type Span, groupOf } from './group.js';
import { moved, zoomed } from './keys.js';
import type { NewPoints } from './messages.js';
import { crosshairView, marksView, readerView } from './overlay.js';
import { type Palette, palette } from './palette.js';
import { guideLegend, legend, notes, readings, summary, tip } from './parts.js';
import { Plot } from './plot.js';
import { type Line, type SeriesDefinition, SeriesStore } from './series-store.js';
import { usualSmoothing } from './smoothing.js';
import { style } from './style.js';
import { tools } from './tools.js';

/** The pause between changes of the numbers around the picture: no shorter than they can be read. */
const READABLE_MILLIS = 240;
/** Pixels of a saved picture for each of the page: sharp in print too. */
const PICTURE_SCALE = 2;

/** A line chart of a run's numbers over its steps, which the server feeds with new points only. */
@customElement('sb-chart')
export class Chart extends LitElement implements Member {
  static styles = [figureStyle, emptyStyle, visuallyHidden, style];

  @property() heading = '';
  /** How to read it, in a sentence. */
  @property() help = '';
  @property() yName = '';
  @property() emptyText = 'No points yet.';
  /** Charts of one group share crosshair and zoom. */
  @property() group = '';
  @property() along: Along = 'step';
  @property({ type: Number }) stepsPerEpoch = 1;
  @property({ attribute: false }) guide?: { y: number; text: string };
  /** Steps at which something happened. */
  @property({ attribute: false }) marks: { step: number; text: string }[] = [];
  @property({ type: Boolean }) log = false;
  @property({ type: Boolean }) fromZero = true;
  /** True if a linear axis goes from 0 to 1. */
  @property({ type: Boolean }) shares = false;
  /** What the reader has set; the length of the run decides before that. */
  @property({ type: Number }) smoothing?: number;
  /** How many steps the run takes in all. */
  @property({ type: Number }) steps = 0;
  /** True if the picture stands still; points are still taken. */
  @property({ type: Boolean }) frozen = false;

  @state() private hiddenSeries: ReadonlySet<string> = new Set();
  @state() private allDigits = false;
  @state() private tableOpen = false;
  @state() private cursor?: number;
  @state() private pointer?: number;
  @state() private spoken = '';
  @state() private drawnFrames = 0;
  @query('.plot') private plotBox!: HTMLElement;
  @query('.canvas') private box!: HTMLElement;
  @query('.band') private band!: HTMLElement;
  @query('.probe') private probe!: HTMLElement;

  private readonly store = new SeriesStore();
  /** The lines that stand still, by their ids; one that comes later, such as of an earlier run, is drawn as it is. */
  private still = new Map<string, Line>();
  private shared: Group = groupOf('');
  private hovered = false;
  private colours?: Palette;
  private plot?: Plot;
  private stops: (() => void)[] = [];
  private spokenAt = -Infinity;
  private toldAt = -Infinity;
  private telling = 0;

  /** Starts again with these series, at once: points may follow in the same message. */
  @property({ attribute: false })
  set series(series: SeriesDefinition[]) {
    this.store.define(series ?? []);
    this.hiddenSeries = new Set(this.store.lines.filter((line) => line.hidden).map((line) => line.id));
    this.cursor = undefined;
    this.plot?.redraw(true);
  }

  get series(): SeriesDefinition[] {
    return this.store.lines;
  }

  /** Takes new points, and is done when they have been drawn, or soon where nothing is drawn (a hidden tab). */
  async take(points: NewPoints): Promise<void> {
    this.store.take(points);
    this.plot?.redraw();
    await frameOrSoon();
  }

  clear(): void {
    this.store.clear();
    this.cursor = undefined;
    this.plot?.redraw();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.shared = groupOf(this.group);
    this.shared.add(this);
    this.stops.push(onSchemeChange(() => this.recolour()));
    if (this.hasUpdated) {
      this.recolour();
      this.attach();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.shared.remove(this);
    this.stops.splice(0).forEach((stop) => stop());
    this.plot?.detach();
    clearTimeout(this.telling);
    this.telling = 0;
  }

  private attach(): void {
    this.plot?.attach();
    this.stops.push(
      listen(this.plotBox, {
        at: (pixel) => this.plot?.at(pixel),
        point: (x) => {
          this.hovered = x !== undefined;
          this.shared.point(x);
        },
        band: (pixels) => this.showBand(pixels),
        choose: (from, to) => this.shared.show([Math.max(0, from), to]),
      }),
    );
  }

  private showBand(pixels: readonly [number, number] | undefined): void {
    this.band.hidden = !pixels;
    if (pixels) {
      this.band.style.left = `${pixels[0]}px`;
      this.band.style.width = `${pixels[1] - pixels[0]}px`;
    }
  }

  spanned(): void {
    this.plot?.redraw(true);
    this.requestUpdate();
  }

  pointed(x: number | undefined): void {
    this.pointer = x;
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('group') && this.isConnected) {
      this.shared.remove(this);
      this.shared = groupOf(this.group);
      this.shared.add(this);
    }
    if (changed.has('along') && changed.get('along') !== undefined) {
      this.cursor = undefined;
      this.shared.show(undefined); // it was said in another unit
    }
    if (changed.has('frozen')) {
      this.still = new Map(this.frozen ? this.store.copy().map((line) => [line.id, line]) : []);
    }
    const looks = ['log', 'smoothing', 'steps', 'hiddenSeries', 'along', 'stepsPerEpoch', 'yName', 'fromZero', 'frozen', 'guide'];
    if (looks.some((name) => changed.has(name))) {
      this.plot?.redraw(true);
    }
  }

  protected firstUpdated(): void {
    this.colours = palette(this.probe);
    this.plot = new Plot(this.box, {
      lines: () => this.lines,
      settings: () => this.settings(),
      tooltip: (x) => this.tooltip(x),
      drawn: () => this.drawn(),
    });
    this.attach();
    this.plot.redraw(true);
  }

  protected updated(): void {
    if (this.cursor !== undefined) {
      this.plot?.point(this.cursor);
    }
  }

  private get lines(): Line[] {
    return this.store.lines.map((line) => this.still.get(line.id) ?? line);
  }

  private get shownLines(): Line[] {
    return this.lines.filter((line) => !this.hiddenSeries.has(line.id));
  }

  private get axis(): Axis {
    return axisOf(this.along, this.stepsPerEpoch, this.store.clock);
  }

  private settings() {
    const { axis, yName, log, fromZero, shares, guide, hiddenSeries: hidden } = this;
    const smoothing = this.canSmooth ? this.weight : 0;
    const { span } = this.shared;
    return { axis, span, guide, yName, log, fromZero, shares, smoothing, hidden, colours: this.colours! };
  }

  private get weight(): number {
    return this.smoothing ?? usualSmoothing(this.steps);
  }

  private get canSmooth(): boolean {
    return this.series.some((line) => line.smoothable);
  }

  private recolour(): void {
    if (this.hasUpdated) {
      this.colours = palette(this.probe);
      this.plot?.drawNow();
      this.requestUpdate();
    }
  }

  /** Lets the parts in HTML follow the canvas; the spoken summary less often, so that it can be listened to. */
  private drawn(): void {
    const wait = this.toldAt + READABLE_MILLIS - performance.now();
    this.telling ||= window.setTimeout(() => this.tell(), Math.max(0, wait));
  }

  private tell(): void {
    this.telling = 0;
    this.toldAt = performance.now();
    this.drawnFrames++;
    if (this.toldAt - this.spokenAt > 2000) {
      this.spokenAt = this.toldAt;
      this.spoken = summary(this.lines);
    }
  }

  private tooltip(x: number): HTMLElement {
    const box = document.createElement('div');
    const values = readings(this.shownLines, this.axis, x);
    render(tip(values, this.axis, x, this.colours!, this.allDigits), box);
    return box;
  }

  private toggle(id: string): void {
    const next = new Set(this.hiddenSeries);
    this.hiddenSeries = next.delete(id) ? next : next.add(id);
  }

  private async savePicture(): Promise<void> {
    const canvas = this.plot?.picture(PICTURE_SCALE);
    if (canvas) {
      await exportPicture(canvas, PICTURE_SCALE, this.heading, this.shownLines, this.colours!);
    }
  }

  private get end(): number {
    return this.axis.of(Math.max(0, ...this.shownLines.map((line) => line.x[line.x.length - 1] ?? 0)));
  }

  private pressed(event: KeyboardEvent): void {
    const { axis } = this;
    const longest = this.shownLines.reduce<number[]>((most, line) => (line.x.length > most.length ? line.x : most), []);
    const cursor = moved(event.key, longest.map(axis.of), this.cursor);
    if (cursor !== undefined) {
      event.preventDefault();
      this.cursor = cursor;
      this.shared.point(cursor);
      return;
    }
    const all: Span = [0, this.end];
    const span = zoomed(event.key, this.shared.span ?? all, all, this.cursor ?? this.end);
    if (span !== null) {
      event.preventDefault();
      this.shared.show(span);
    }
  }

  private leaveCursor(): void {
    this.cursor = undefined;
    this.shared.point(undefined);
    this.plot?.unpoint();
  }

  render() {
    const { lines, colours, axis, guide, log, pointer: at, hiddenSeries: hidden } = this;
    const note = notes(this.shownLines, log);
    return html`<figure aria-labelledby="title">
      <span class="probe" hidden></span>
      <div class="head">
        <div class="title" id="title">${this.heading}</div>
        ${this.tools()}
      </div>
      ${this.help ? html`<p class="help">${this.help}</p>` : nothing}
      <slot name="controls"></slot>
      <div class="legend-place">
        ${lines.length && colours
          ? legend({
              ...{ lines, hidden, colours, at, axis },
              toggle: (id) => this.toggle(id),
              showAll: () => (this.hiddenSeries = new Set()),
            })
          : nothing}
      </div>
      ${guide && colours && !this.store.empty ? guideLegend(guide.text, colours) : nothing}
      <div class="plot">
        <div class="canvas" aria-hidden="true" style=${this.store.empty ? 'visibility: hidden' : ''}></div>
        <div class="band" hidden></div>
        ${marksView(this.marks, this.axis, this.plot)} ${crosshairView(this.hovered ? undefined : at, this.plot)}
        ${this.store.empty ? emptyView(this.emptyText) : this.reader()}
      </div>
      ${note ? html`<p class="note">${note}</p>` : nothing}
      <p class="visually-hidden" id="summary">${this.spoken}</p>
      <div style=${this.store.empty ? 'visibility: hidden' : ''}>${this.details()}</div>
    </figure>`;
  }

  private tools() {
    return tools({
      log: this.log,
      setLog: (log) => (this.log = log),
      smoothing: this.canSmooth ? this.weight : undefined,
      setSmoothing: (weight) => (this.smoothing = weight),
      showAll: this.shared.span ? () => this.shared.show(undefined) : undefined,
      empty: this.store.empty,
      savePicture: () => void this.savePicture(),
      saveTable: () => exportTable(this.heading, this.shownLines, this.stepsPerEpoch, this.store.clock),
    });
  }

  /** Draws the slider whose arrow keys move along the points and read them out; + and − zoom, 0 shows all again. */
  private reader() {
    const x = this.cursor ?? this.end;
    return readerView({
      ...{ heading: this.heading, axis: this.axis, lines: this.shownLines, x, end: this.end },
      pressed: (event) => this.pressed(event),
      entered: () => (this.cursor = x),
      left: () => this.leaveCursor(),
    });
  }

  private details() {
    return detailsView({
      ...{ open: this.tableOpen, lines: this.lines, allDigits: this.allDigits },
      setOpen: (open) => (this.tableOpen = open),
      setAllDigits: (all) => (this.allDigits = all),
    });
  }
}
