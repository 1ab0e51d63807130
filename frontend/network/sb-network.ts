import { LitElement, type PropertyValues, html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Surroundings } from '../figure/surroundings.js';
import { planeColours } from '../plane/colours.js';
import type { StageMessage } from '../walk/messages.js';
import { type Column, type Link, columnsOf, linkWords, linksInto, unitWords } from './columns.js';
import { flowInto, ringAround } from './flow.js';
import { type Layout, layOut } from './geometry.js';
import { heatMaps } from './heat.js';
import { linkNumbers, linksView, tips } from './links.js';
import type { HeatChoice, LinksChoice, NetworkMessage } from './messages.js';
import type { Shown } from './numbers.js';
import { style } from './style.js';
import { type Fill, columnView } from './units.js';

const LINKS = ['weight', 'gradient'] as const;
const LEGENDS: Record<Fill, string> = {
  activation: 'In the units a, below it z; on the links the weight w. Numbers of',
  error: 'In the units δ = ∂L/∂z, below it a; on the links ∂L/∂w. Numbers of',
  'heat map': '',
};
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A unit by its column and place, or a link by the column that it leads into and the place of its number. */
interface Touched {
  link: boolean;
  column: number;
  place: number;
}

/**
 * A network as a picture: a column of units for each layer, links by weight or gradient, units by activation, by error, or
 * by what they give over the plane of two inputs. In a stage of a walk, numbers flow along its links.
 *
 * Fires `unit` and `link` with the place of what is pressed, `heat` when heat maps are wanted or no longer, and `links` with
 * the word for what the links are to show.
 */
@customElement('sb-network')
export class Network extends LitElement {
  static styles = style;

  @property({ attribute: false }) network: NetworkMessage | null = null;
  @property({ attribute: false }) stage?: StageMessage;
  /** The numbers on units and links: `forward` a, z and w, `backward` δ and ∂L/∂w; none by default. */
  @property({ reflect: true }) numbers: Shown = '';
  /** The link that is chosen, by layer, unit and input. */
  @property({ attribute: false }) chosen?: { layer: number; unit: number; input: number };
  @state() private links: (typeof LINKS)[number] = 'weight';
  @state() private fill: Fill = 'activation';
  @state() private room = 0;
  /** The unit or link under the pointer or the keyboard's focus. */
  @state() private touched?: Touched;
  @state() private at: [number, number] = [0, 0];
  @state() private pictures: string[][] = [];
  @query('.probe') private probe!: HTMLElement;
  private columns: Column[] = [];

  constructor() {
    super();
    new Surroundings(
      this,
      '.room',
      () => this.repaint(),
      (width) => (this.room = Math.floor(width)),
    );
  }

  protected willUpdate(changed: PropertyValues): void {
    if (changed.has('network')) {
      this.columns = this.network ? columnsOf(this.network) : [];
    }
    if (changed.has('numbers') && this.numbers) {
      this.links = this.numbers === 'forward' ? 'weight' : 'gradient';
      this.fill = this.fill === 'heat map' ? this.fill : this.numbers === 'forward' ? 'activation' : 'error';
    }
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('network')) {
      this.repaint();
    }
  }

  private repaint(): void {
    const side = this.network?.side ?? 0;
    if (side || this.pictures.length) {
      const colours = planeColours(this.probe, 2);
      this.pictures = side ? this.columns.map(({ heat }) => heatMaps(heat ?? '', side, colours)) : [];
    }
  }

  render() {
    const { network, room } = this;
    return html`<span class="probe" hidden></span>
      ${network ? this.bar() : nothing}
      <div class="room">
        ${network && room
          ? this.picture(
              layOut(
                network,
                this.columns.map(({ count }) => count),
                room,
                !!this.numbers,
              ),
            )
          : nothing}
      </div>
      <output aria-live="polite">${this.reading || (network ? this.about(network) : '')}</output>`;
  }

  private bar() {
    const fills: Fill[] = ['activation', 'error', ...(this.columns[0]?.units === 2 ? (['heat map'] as Fill[]) : [])];
    const choice = <T extends string>(name: string, all: readonly T[], now: T, choose: (word: T) => void) =>
      html`<div role="group" aria-label=${name}>
        <span aria-hidden="true">${name}</span>
        ${all.map(
          (word) => html`<button type="button" aria-pressed=${word === now} @click=${() => choose(word)}>${word}</button>`,
        )}
      </div>`;
    return html`<div class="bar">
      ${choice('Links', LINKS, this.links, (word) => {
        this.links = word;
        this.tell('links', { word } satisfies LinksChoice);
      })}
      ${choice('Units', fills, this.fill, (word) => {
        this.fill = word;
        this.tell('heat', { on: word === 'heat map' } satisfies HeatChoice);
      })}
    </div>`;
  }

  private picture(layout: Layout) {
    const { width, height } = layout;
    const { columns, stage, fill, pictures, at } = this;
    const shown = this.numbers && (fill === 'error' ? 'backward' : 'forward');
    const gapBefore = this.network!.gapBefore;
    return html`<svg
      width=${width}
      height=${height}
      role="group"
      aria-label="The network. Lets the arrow keys go from unit to unit."
      @pointerover=${(event: Event) => (this.touched = placeOf(event))}
      @pointerleave=${() => (this.touched = undefined)}
      @focusin=${(event: Event) => (this.touched = placeOf(event))}
      @focusout=${() => (this.touched = undefined)}
      @click=${(event: Event) => this.press(placeOf(event))}
      @keydown=${this.move}
    >
      ${tips}
      ${columns.map((column, i) =>
        i && i !== gapBefore
          ? linksView(
              ...([layout, i, column, linksInto(column, columns[i - 1])] as const),
              this.links === 'weight' ? column.weights : column.gradients,
              flowInto(column.layer, stage),
            )
          : nothing,
      )}
      ${columns.map((column, i) => (i && i !== gapBefore && shown ? this.linkNumbers(layout, column, i) : nothing))}
      ${columns.map((column, i) =>
        columnView({ layout, fill, shown, pictures, at }, column, i, ringAround(column.layer, i === columns.length - 1, stage)),
      )}
      ${gapBefore ? this.gap(layout, gapBefore) : nothing}
    </svg>`;
  }

  private linkNumbers(layout: Layout, column: Column, i: number) {
    const { chosen, touched, links } = this;
    const at = chosen?.layer === column.layer ? chosen.unit * this.columns[i - 1].count + chosen.input : -1;
    const place = touched?.link && touched.column === i ? touched.place : at;
    const numbers = links === 'weight' ? column.weights : column.gradients;
    return linkNumbers(layout, i, column, linksInto(column, this.columns[i - 1]), numbers, place);
  }

  private about({ of }: NetworkMessage): string {
    return this.fill === 'heat map'
      ? 'The units show what they give over the plane of the two inputs.'
      : `${this.numbers ? LEGENDS[this.fill] : 'The units show'} ${of}.`;
  }

  private gap({ columns, height }: Layout, before: number) {
    const x = (columns[before - 1].x + columns[before].x) / 2;
    return svg`<text x=${x} y=${height / 2}>… ${this.network!.gap} more layers …</text>`;
  }

  /** Says what is touched, with its current numbers. */
  private get reading(): string {
    const { touched, columns } = this;
    const column = touched && columns[touched.column];
    if (!touched || !column) {
      return '';
    }
    const link = this.link(touched);
    return link
      ? linkWords(column, columns[touched.column - 1], link)
      : touched.place < column.count
        ? unitWords(column, touched.place)
        : '';
  }

  private link(touched: Touched): Link | undefined {
    const [before, column] = [this.columns[touched.column - 1], this.columns[touched.column]];
    return touched.link && before && column ? linksInto(column, before)[touched.place] : undefined;
  }

  private press(touched?: Touched): void {
    const column = touched && this.columns[touched.column];
    const link = touched && this.link(touched);
    if (column && link) {
      this.tell('link', { layer: column.layer, unit: link.to, input: link.from });
    } else if (column && !touched.link) {
      this.tell('unit', { layer: column.layer, unit: touched.place });
    }
  }

  private readonly move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const presses = event.key === 'Enter' || event.key === ' ';
    if (!step && !presses) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const here = placeOf(event);
    if (presses) {
      this.press(here);
    } else if (here && this.columns[here.column + step[0]]) {
      const last = this.columns[here.column + step[0]].count - 1;
      this.at = [here.column + step[0], Math.max(0, Math.min(last, here.place + step[1]))];
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<SVGElement>(`[data-place="${this.at.join('.')}"]`)?.focus(),
      );
    }
  };

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function placeOf(event: Event): Touched | undefined {
  const found = (event.target as Element).closest<SVGElement>('[data-place], [data-link]');
  const { place, link } = found?.dataset ?? {};
  const [column, at] = (place ?? link ?? '').split('.').map(Number);
  return found ? { link: link !== undefined, column, place: at } : undefined;
}
