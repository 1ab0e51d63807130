import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { unpack } from '../chart/numbers.js';
import { significant } from '../format.js';
import { planeColours } from '../plane/colours.js';
import { onSchemeChange } from '../scheme/scheme.js';
import type { StageMessage } from '../walk/messages.js';
import { type Layout, layOut, shown, way } from './geometry.js';
import { heatMaps } from './heat.js';
import type { ColumnMessage, NetworkMessage } from './messages.js';
import { style } from './style.js';

export type Fill = 'activation' | 'error' | 'heat map';
export type Links = 'weight' | 'gradient';

interface Column extends Omit<ColumnMessage, 'z' | 'a' | 'delta' | 'weights' | 'gradients'> {
  z: ArrayLike<number>;
  a: ArrayLike<number>;
  delta: ArrayLike<number>;
  weights: ArrayLike<number>;
  gradients: ArrayLike<number>;
  count: number;
}

/** Stages in which numbers move along the links of a layer, and those that happen within units. */
const ALONG = new Set(['sum', 'gradients', 'back', 'update']);

/**
 * A network as a picture: a column of units for each layer, links by weight or gradient, units by activation, by error, or
 * by what they give over the plane of two inputs. In a stage of a walk, numbers flow along its links.
 *
 * Fires `unit` and `link` with the place of what is pressed, and `heat` when heat maps are wanted.
 */
@customElement('sb-network')
export class Network extends LitElement {
  static styles = style;

  @property({ attribute: false }) network: NetworkMessage | null = null;
  @property({ attribute: false }) stage?: StageMessage;
  @state() private links: Links = 'weight';
  @state() private fill: Fill = 'activation';
  @state() private room = 0;
  @state() private reading = '';
  @state() private at: [number, number] = [0, 0];
  @state() private pictures: string[][] = [];
  @query('.probe') private probe!: HTMLElement;
  @query('.room') private box?: HTMLElement;
  private columns: Column[] = [];
  private stopScheme?: () => void;
  private readonly observer = new ResizeObserver(([entry]) => (this.room = Math.floor(entry.contentRect.width)));

  connectedCallback(): void {
    super.connectedCallback();
    this.stopScheme = onSchemeChange(() => this.repaint());
    if (this.box) {
      this.observer.observe(this.box);
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopScheme?.();
    this.observer.disconnect();
  }

  protected firstUpdated(): void {
    this.observer.observe(this.box!);
  }

  protected willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('network') && this.network) {
      this.columns = this.network.columns.map((column) => {
        const a = unpack(column.a);
        const numbers = (packed?: { d: string }) => (packed ? unpack(packed) : []);
        return {
          ...{ ...column, a, z: unpack(column.z), delta: unpack(column.delta), count: shown(column, a) },
          ...{ weights: numbers(column.weights), gradients: numbers(column.gradients) },
        };
      });
    }
  }

  protected updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('network')) {
      this.repaint();
    }
  }

  private repaint(): void {
    const side = this.network?.side ?? 0;
    if (this.probe && (side || this.pictures.length)) {
      const colours = planeColours(this.probe, 2);
      this.pictures = side ? this.columns.map(({ heat }) => heatMaps(heat ?? '', side, colours)) : [];
    }
  }

  render() {
    const { network, room } = this;
    return html`<span class="probe" hidden></span>
      ${network ? this.bar() : nothing}
      <div class="room">${network && room ? this.picture(layOut(network, this.columns.map(({ count }) => count), room)) : nothing}</div>
      <output aria-live="polite">${this.reading || (network ? `The units show ${network.of}.` : '')}</output>`;
  }

  private bar() {
    const inputs = this.columns[0]?.units;
    const fills: Fill[] = ['activation', 'error', ...(inputs === 2 ? (['heat map'] as Fill[]) : [])];
    const choice = <T extends string>(name: string, all: T[], now: T, choose: (word: T) => void) =>
      html`<div role="group" aria-label=${name}>
        <span aria-hidden="true">${name}</span>
        ${all.map((word) => html`<button type="button" aria-pressed=${word === now} @click=${() => choose(word)}>${word}</button>`)}
      </div>`;
    return html`<div class="bar">
      ${choice('Links', ['weight', 'gradient'] as Links[], this.links, (word) => (this.links = word))}
      ${choice('Units', fills, this.fill, (word) => this.choose(word))}
    </div>`;
  }

  private choose(word: Fill): void {
    this.fill = word;
    this.tell('heat', { on: word === 'heat map' });
  }

  private picture(layout: Layout) {
    const { width, height } = layout;
    return html`<svg width=${width} height=${height} role="group" aria-label="The network. Arrow keys go from unit to unit.">
      ${this.columns.map((_, i) => (i ? this.linksInto(layout, i) : nothing))} ${this.columns.map((_, i) => this.column(layout, i))}
      ${this.gap(layout)}
    </svg>`;
  }

  // --- Links ---

  private linksInto(layout: Layout, index: number) {
    const column = this.columns[index];
    if (this.network!.gapBefore === index) {
      return nothing;
    }
    const numbers = this.links === 'weight' ? column.weights : column.gradients;
    const most = Math.max(1e-12, ...Array.from(numbers, Math.abs).filter(Number.isFinite));
    const flow = this.flow(column);
    return this.pairs(index).map(([from, to, place]) => {
      const value = column.single && !numbers.length ? most : numbers[place];
      const size = Number.isFinite(value) ? Math.min(1, Math.abs(value) / most) : 1;
      const path = way(layout, index, from, to);
      return svg`<path class="link ${value < 0 ? 'below' : 'above'}" d=${path} stroke-width=${0.7 + 4.3 * size} opacity=${0.25 + 0.7 * size} />
        ${flow ? svg`<path class="flow ${flow}" d=${path} />` : nothing}
        <path class="touch" d=${path} @pointerenter=${() => this.readLink(column, from, to, place)} @pointerleave=${() => (this.reading = '')}
          @click=${() => this.tell('link', { layer: column.layer, unit: to, input: from })}><title>${this.linkWords(column, from, to, place)}</title></path>`;
    });
  }

  /** From and to of each link, and where its number stands. */
  private pairs(index: number): [number, number, number][] {
    const { count, single } = this.columns[index];
    const before = this.columns[index - 1].count;
    return single
      ? Array.from({ length: Math.min(count, before) }, (_, i) => [i, i, i])
      : Array.from({ length: count * before }, (_, i) => [i % before, Math.floor(i / before), i]);
  }

  /** Which way numbers move along the links into a column. */
  private flow(column: Column): string {
    const { stage } = this;
    const layer = stage && (stage.kind === 'back' ? stage.layer : stage.layer - 1);
    return stage && ALONG.has(stage.kind) && layer === column.layer ? (stage.part === 'forward' ? 'forward' : 'back') : '';
  }

  private linkWords(column: Column, from: number, to: number, place: number): string {
    const name = `From ${unitWords(this.columns[this.columns.indexOf(column) - 1], from)} to ${unitWords(column, to)}`;
    return column.weights.length
      ? `${name}: weight ${significant(column.weights[place])}, gradient ${significant(column.gradients[place])}`
      : name;
  }

  private readLink(column: Column, from: number, to: number, place: number): void {
    this.reading = this.linkWords(column, from, to, place);
  }

  // --- Units ---

  private column(layout: Layout, index: number) {
    const column = this.columns[index];
    const { x } = layout.columns[index];
    const hidden = column.units - column.count;
    return svg`<text class="head" x=${x} y="14">${column.name}</text>
      <text x=${x} y="29">${column.frozen ? 'frozen' : column.activation}</text>
      ${layout.columns[index].ys.map((y, unit) => this.unit(layout.radius, index, unit, x, y))}
      ${hidden ? svg`<text x=${x} y=${layout.height - 8}>+ ${hidden} more</text>` : nothing}`;
  }

  private unit(radius: number, index: number, unit: number, x: number, y: number) {
    const column = this.columns[index];
    const dead = column.dead.includes(unit);
    const ring = this.ring(column);
    const here = this.at[0] === index && this.at[1] === unit;
    const value = this.fill === 'error' ? column.delta[unit] : column.a[unit];
    const words = this.unitReading(column, unit, dead);
    return svg`<g class="unit ${dead ? 'dead' : ''} ${column.frozen ? 'frozen' : ''}" role="button" aria-label=${words} tabindex=${here ? 0 : -1}
        data-place="${index}.${unit}" @pointerenter=${() => (this.reading = words)} @pointerleave=${() => (this.reading = '')}
        @focus=${() => (this.reading = words)} @blur=${() => (this.reading = '')} @click=${() => this.press(column, unit)}
        @keydown=${(event: KeyboardEvent) => this.move(event, index, unit)}>
      ${ring ? svg`<circle class="ring ${ring}" cx=${x} cy=${y} r=${radius + 4} />` : nothing}
      ${this.disc(column, index, unit, value, x, y, radius)}
      ${dead ? svg`<path class="cross" d="M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}" />` : nothing}
      <circle class="focus" cx=${x} cy=${y} r=${radius + 2} /></g>`;
  }

  private disc(column: Column, index: number, unit: number, value: number, x: number, y: number, radius: number) {
    const map = this.fill === 'heat map' ? this.pictures[index]?.[unit] : undefined;
    if (map) {
      return svg`<image href=${map} x=${x - radius} y=${y - radius} width=${2 * radius} height=${2 * radius} preserveAspectRatio="none" />
        <rect class="disc" fill="none" x=${x - radius} y=${y - radius} width=${2 * radius} height=${2 * radius} rx="3" />`;
    }
    const all = this.fill === 'error' ? column.delta : column.a;
    const most = Math.max(1e-12, ...Array.from(all, Math.abs).filter(Number.isFinite));
    const share = Number.isFinite(value) ? Math.round((100 * Math.abs(value)) / most) : 0;
    const tone = value < 0 ? 'negative' : 'positive';
    return svg`<circle class="disc" cx=${x} cy=${y} r=${radius}
      style="fill: color-mix(in srgb, var(--sb-plane-${tone}) ${share}%, var(--sb-surface))" />`;
  }

  /** Whether the stage is about the units of a column. */
  private ring(column: Column): string {
    const { stage } = this;
    if (!stage) {
      return '';
    }
    const last = column === this.columns.at(-1);
    const mine =
      stage.kind === 'input'
        ? column.layer < 0
        : stage.layer
          ? !ALONG.has(stage.kind) || stage.kind === 'back' || stage.kind === 'sum'
            ? column.layer === stage.layer - 1
            : false
          : stage.kind !== 'repeat' && last;
    return mine ? (stage.part === 'backward' ? 'back' : 'forward') : '';
  }

  private unitReading(column: Column, unit: number, dead: boolean): string {
    const name = unitWords(column, unit);
    const a = significant(column.a[unit]);
    if (column.layer < 0) {
      return `${name}: ${a}`;
    }
    const note = dead ? '; it gives the same for every sample here, with a slope of 0' : '';
    return `${name}: z ${significant(column.z[unit])}, a ${a}, error δ ${significant(column.delta[unit])}${note}`;
  }

  private press(column: Column, unit: number): void {
    this.tell('unit', { layer: column.layer, unit });
  }

  private move(event: KeyboardEvent, index: number, unit: number): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      this.press(this.columns[index], unit);
      return;
    }
    const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const to = this.columns[index + across];
    if (!across && !down) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (to) {
      this.at = [index + across, Math.max(0, Math.min(to.count - 1, unit + down))];
      void this.updateComplete.then(() => this.renderRoot.querySelector<SVGElement>(`[data-place="${this.at.join('.')}"]`)?.focus());
    }
  }

  private gap(layout: Layout) {
    const { gap, gapBefore } = this.network!;
    if (!gapBefore) {
      return nothing;
    }
    const x = (layout.columns[gapBefore - 1].x + layout.columns[gapBefore].x) / 2;
    return svg`<text x=${x} y=${layout.height / 2}>… ${gap} more layers …</text>`;
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function unitWords(column: Column, unit: number): string {
  return column.layer < 0 ? `input ${unit + 1}` : `unit ${unit + 1} of ${column.name}`;
}
