import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { isOpen } from '../event-values.js';
import { type Palette, palette } from '../chart/palette.js';
import { style as chartStyle } from '../chart/style.js';
import { emptyStyle, emptyView } from '../figure/empty.js';
import { figureStyle, visuallyHidden } from '../figure/style.js';
import { Surroundings } from '../figure/surroundings.js';
import { exportFigure, exportRows } from './figure-export.js';

const ARROW = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14" /></svg>`;

/** A picture that the server gives as a whole: title, how to read it, an SVG as wide as its place, its numbers. */
export abstract class Figure extends LitElement {
  static styles = [
    figureStyle,
    emptyStyle,
    visuallyHidden,
    chartStyle,
    css`
      .picture {
        display: block;
        width: 100%;
        touch-action: pan-y;
      }
      .reading {
        display: block;
        min-height: 1.4em;
        font-size: 0.8125rem;
        color: var(--sb-quiet);
      }
      .entry {
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        padding: 0.15rem 0.4rem;
      }
      /* as high as its picture, where a chart's is given */
      .plot {
        contain: layout style;
        height: auto;
      }
      .plot .empty {
        position: static;
        min-height: 8rem;
      }
      .busy {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        background: color-mix(in srgb, var(--sb-surface) 75%, transparent);
      }
    `,
  ];

  @property() heading = '';
  @property() help = '';
  @property() note = '';
  @property() emptyText = 'Nothing to show yet.';
  /** Says that another picture is on its way; it lies over the one that is shown. */
  @property() busy = '';

  @state() protected width = 0;
  @state() protected colours?: Palette;
  @state() private tableOpen = false;
  @query('.picture') protected svg?: SVGSVGElement;
  @query('.probe') private probe!: HTMLElement;

  constructor() {
    super();
    new Surroundings(
      this,
      '.plot',
      () => (this.colours = palette(this.probe)),
      (width) => (this.width = Math.round(width)),
    );
  }

  /** True if there is nothing to draw. */
  protected abstract get empty(): boolean;

  protected abstract picture(colours: Palette, width: number): unknown;

  /** The numbers behind the picture: a head, and a row for each. */
  protected abstract rows(): (string | number)[][];

  /** Says what is under the pointer or the cursor. */
  protected reading(): string {
    return '';
  }

  /** Names what stands in the picture. */
  protected legend(_colours: Palette): unknown {
    return nothing;
  }

  render() {
    const { colours, empty, width } = this;
    return html`<figure aria-labelledby="title">
      <span class="probe" hidden></span>
      <div class="head">
        <div class="title" id="title">${this.heading}</div>
        <div class="tools" role="group" aria-label="Tools of the picture">
          <button type="button" title="Save the picture" ?disabled=${empty} @click=${this.keepPicture}>
            ${ARROW}<span>PNG</span>
          </button>
          <button type="button" title="Save the numbers as a table" ?disabled=${empty} @click=${this.keepTable}>
            ${ARROW}<span>CSV</span>
          </button>
        </div>
      </div>
      ${this.help ? html`<p class="help">${this.help}</p>` : nothing}
      <slot name="controls"></slot>
      ${colours && !empty ? this.legend(colours) : nothing}
      <div class="plot">
        ${empty ? emptyView(this.busy || this.emptyText) : nothing}
        ${!empty && colours && width > 0 ? this.picture(colours, width) : nothing}
        ${!empty && this.busy ? html`<div class="busy">${this.busy}</div>` : nothing}
      </div>
      ${empty ? nothing : html`<output class="reading" aria-live="polite">${this.reading()}</output>`}
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing} ${empty ? nothing : this.details()}
    </figure>`;
  }

  private keepPicture(): void {
    if (this.svg && this.colours) {
      void exportFigure(this.svg, this.heading, this.colours.surface);
    }
  }

  private keepTable(): void {
    exportRows(this.rows(), this.heading);
  }

  private details() {
    return html`<details @toggle=${(event: Event) => (this.tableOpen = isOpen(event))}>
      <summary>Show as table</summary>
      ${this.tableOpen ? this.table() : nothing}
    </details>`;
  }

  private table() {
    const [head, ...rows] = this.rows();
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Numbers of the picture" style="max-height: 20rem">
      <table>
        <thead>
          <tr>
            ${head.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((value) => html`<td>${value}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
