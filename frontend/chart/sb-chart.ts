import { LitElement, html, nothing, render } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { figureStyle, visuallyHidden } from '../figure/style.js';
import { onSchemeChange } from '../scheme/scheme.js';
import { type Palette, palette } from './palette.js';
import { inWords, legend, notes, readings, summary, table, tip } from './parts.js';
import { picture, save } from './picture.js';
import { Plot } from './plot.js';
import { type NewPoints, type SeriesDefinition, SeriesStore } from './series-store.js';
import { style } from './style.js';

/** A line chart of a run's numbers over its steps, which the server feeds with new points only. */
@customElement('sb-chart')
export class Chart extends LitElement {
  static styles = [figureStyle, visuallyHidden, style];

  @property() heading = '';
  @property() xName = 'step';
  @property() yName = '';
  @property() emptyText = 'No points yet.';
  @property({ type: Boolean }) log = false;
  @property({ type: Boolean }) fromZero = true;
  @property({ type: Number }) smoothing = 0.6;

  @state() private hiddenSeries: ReadonlySet<string> = new Set();
  @state() private allDigits = false;
  @state() private tableOpen = false;
  @state() private cursor?: number;
  @state() private spoken = '';
  @state() private drawnFrames = 0;
  @query('.canvas') private box!: HTMLElement;
  @query('.probe') private probe!: HTMLElement;

  private readonly store = new SeriesStore();
  private colours?: Palette;
  private plot?: Plot;
  private stopScheme?: () => void;
  private spokenAt = -Infinity;

  /** Starts anew with these series, at once: points may follow in the same message. */
  @property({ attribute: false })
  set series(series: SeriesDefinition[]) {
    this.store.define(series ?? []);
    this.hiddenSeries = new Set();
    this.cursor = undefined;
    this.plot?.redraw(true);
  }

  get series(): SeriesDefinition[] {
    return this.store.lines;
  }

  /** Takes new points, and is done when they have been drawn, or soon where nothing is drawn (a hidden tab). */
  take(points: NewPoints): Promise<void> {
    this.store.take(points);
    this.plot?.redraw();
    return new Promise((done) => {
      requestAnimationFrame(() => done());
      setTimeout(done, 250);
    });
  }

  clear(): void {
    this.store.clear();
    this.cursor = undefined;
    this.plot?.redraw();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.stopScheme = onSchemeChange(() => this.recolour());
    if (this.hasUpdated) {
      this.recolour();
      this.plot?.attach();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopScheme?.();
    this.plot?.detach();
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    const looks = ['log', 'smoothing', 'hiddenSeries', 'xName', 'yName', 'fromZero'];
    if (looks.some((name) => changed.has(name))) {
      this.plot?.redraw(true);
    }
  }

  protected firstUpdated(): void {
    this.colours = palette(this.probe);
    this.plot = new Plot(this.box, {
      lines: () => this.store.lines,
      look: () => this.look(),
      tooltip: (x) => this.tooltip(x),
      drawn: () => this.drawn(),
    });
    this.plot.attach();
    this.plot.redraw(true);
  }

  protected updated(): void {
    if (this.cursor !== undefined) {
      this.plot?.point(this.cursor);
    }
  }

  private look() {
    const { xName, yName, log, fromZero, hiddenSeries: hidden } = this;
    const smoothing = this.canSmooth ? this.smoothing : 0;
    return { xName, yName, log, fromZero, smoothing, hidden, colours: this.colours! };
  }

  private get canSmooth(): boolean {
    return this.series.some((line) => line.smoothable);
  }

  private get shownLines() {
    return this.store.lines.filter((line) => !this.hiddenSeries.has(line.id));
  }

  private recolour(): void {
    if (this.hasUpdated) {
      this.colours = palette(this.probe);
      this.plot?.drawNow();
      this.requestUpdate();
    }
  }

  /** The parts in HTML follow the canvas; the spoken summary less often, so that it can be listened to. */
  private drawn(): void {
    this.drawnFrames++;
    if (performance.now() - this.spokenAt > 2000) {
      this.spokenAt = performance.now();
      this.spoken = summary(this.store.lines, this.xName);
    }
  }

  private tooltip(x: number): HTMLElement {
    const box = document.createElement('div');
    render(tip(readings(this.shownLines, x), this.xName, x, this.colours!, this.allDigits), box);
    return box;
  }

  private toggle(id: string): void {
    const next = new Set(this.hiddenSeries);
    this.hiddenSeries = next.delete(id) ? next : next.add(id);
  }

  private async saveAsPicture(): Promise<void> {
    const canvas = this.plot?.drawNow();
    if (canvas && this.plot) {
      save(await picture(canvas, this.plot.scale, this.heading, this.shownLines, this.colours!), this.heading);
    }
  }

  private moveCursor(event: KeyboardEvent): void {
    const xs = this.shownLines.reduce<number[]>((most, line) => (line.x.length > most.length ? line.x : most), []);
    const now = this.cursor === undefined ? xs.length - 1 : Math.max(0, xs.findIndex((x) => x >= this.cursor!));
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -Math.ceil(xs.length / 10),
      PageUp: Math.ceil(xs.length / 10),
      Home: -xs.length,
      End: xs.length,
    };
    if (event.key in steps && xs.length) {
      event.preventDefault();
      this.cursor = xs[Math.min(xs.length - 1, Math.max(0, now + steps[event.key]))];
    }
  }

  private leaveCursor(): void {
    this.cursor = undefined;
    this.plot?.unpoint();
  }

  render() {
    const { lines } = this.store;
    const note = notes(this.shownLines, this.log);
    return html`<figure aria-labelledby="title">
      <span class="probe" hidden></span>
      <div class="head">
        <div class="title" id="title">${this.heading}</div>
        ${this.tools()}
      </div>
      ${lines.length && this.colours
        ? legend(lines, this.hiddenSeries, this.colours, (id) => this.toggle(id))
        : nothing}
      <div class="plot">
        <div class="canvas" aria-hidden="true" style=${this.store.empty ? "visibility: hidden" : ""}></div>
        ${this.store.empty ? html`<div class="empty">${this.emptyText}</div>` : this.reader()}
      </div>
      ${note ? html`<p class="note">${note}</p>` : nothing}
      <p class="visually-hidden" id="summary">${this.spoken}</p>
      ${this.store.empty ? nothing : this.details()}
    </figure>`;
  }

  private tools() {
    return html`<div class="tools" role="group" aria-label="Tools of the chart">
      <label
        ><input
          type="checkbox"
          .checked=${this.log}
          @change=${(event: Event) => (this.log = (event.target as HTMLInputElement).checked)}
        />Log axis</label
      >
      ${this.canSmooth ? this.slider() : nothing}
      <button type="button" title="Save as PNG" @click=${() => this.saveAsPicture()} ?disabled=${this.store.empty}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14" /></svg>
        <span>Save PNG</span>
      </button>
    </div>`;
  }

  private slider() {
    return html`<label title="TensorBoard's exponential moving average; the unsmoothed line stays faint behind it"
      >Smoothing<input
        type="range"
        min="0"
        max="0.99"
        step="0.01"
        .value=${String(this.smoothing)}
        @input=${(event: Event) => (this.smoothing = Number((event.target as HTMLInputElement).value))}
      /><output>${this.smoothing.toFixed(2)}</output></label
    >`;
  }

  /** Arrow keys move along the points; each stop is read out. */
  private reader() {
    const x = this.cursor ?? Math.max(0, ...this.shownLines.map((line) => line.x[line.x.length - 1] ?? 0));
    return html`<div
      class="canvas"
      style="pointer-events: none"
      role="slider"
      tabindex="0"
      aria-label="${this.heading}, values at each ${this.xName}"
      aria-describedby="summary"
      aria-valuemin="0"
      aria-valuemax=${Math.max(x, ...this.shownLines.map((line) => line.x[line.x.length - 1] ?? 0))}
      aria-valuenow=${x}
      aria-valuetext=${inWords(readings(this.shownLines, x), this.xName, x)}
      @keydown=${this.moveCursor}
      @focus=${() => (this.cursor = x)}
      @blur=${this.leaveCursor}
    ></div>`;
  }

  private details() {
    return html`<details @toggle=${(event: Event) => (this.tableOpen = (event.target as HTMLDetailsElement).open)}>
      <summary>Show as table</summary>
      ${this.tableOpen
        ? html`${table(this.store.lines, this.xName, this.allDigits)}
            <div class="tools">
              <label
                ><input
                  type="checkbox"
                  .checked=${this.allDigits}
                  @change=${(event: Event) => (this.allDigits = (event.target as HTMLInputElement).checked)}
                />All digits, here and in the picture's tooltip</label
              >
            </div>`
        : nothing}
    </details>`;
  }
}
