import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { significant } from '../format.js';
import type { Outputs } from './forward.js';
import { type Geometry, distance, layOut, link } from './geometry.js';
import { type Tones, css, paintHeat, toneOf } from './heat.js';
import { type HiddenLayer, MOST_UNITS, words } from './layers.js';
import { type Entry, type Place, same } from './messages.js';
import type { Net } from './net.js';

/** What the diagram is a picture of. */
export interface Model {
  net: Net;
  /** All inputs that the page offers, in their order. */
  inputs: Entry[];
  hidden: HiddenLayer[];
  activations: string[];
  gone: Set<string>;
  cut: Set<number>;
  selected?: Place;
  step: number;
}

export interface LinkPlace extends Place {
  input: number;
}


/**
 * The network: a column of inputs, of each hidden layer, of the outputs; each unit a small heat map, each link as wide as
 * its weight. Units are buttons over a canvas. Fires `point` (a unit is looked at), `choose` (a unit or link is pressed),
 * `inputs` and `layers` (the network is to be another one).
 */
@customElement('sb-pg-diagram')
export class Diagram extends LitElement {
  @property({ attribute: false }) model?: Model;
  @property({ type: Number }) room = 600;
  @property({ type: Number }) tall = 430;
  @query('canvas') private canvas?: HTMLCanvasElement;
  @state() private link?: LinkPlace & { x: number; y: number };
  private drawn?: { outputs: Outputs; inputs: Float32Array[]; side: number; tones: Tones; still: boolean };

  protected createRenderRoot() {
    return this;
  }

  get geometry(): Geometry {
    const { inputs, net } = this.model!;
    return layOut([inputs.length, ...net.layers.map((layer) => layer.units)], this.room, this.tall);
  }

  protected render() {
    const { model } = this;
    if (!model) {
      return nothing;
    }
    const geometry = this.geometry;
    return html`<div class="pg-diagram-inside" style="width: ${geometry.width}px">
      <div class="pg-heads">${this.heads(model, geometry)}</div>
      <div
        class="pg-canvas"
        style="height: ${geometry.height}px"
        @pointermove=${this.lookForLink}
        @pointerleave=${() => (this.link = undefined)}
        @click=${this.chooseLink}
      >
        <canvas aria-hidden="true"></canvas>
        ${this.inputButtons(model, geometry)}${this.unitButtons(model, geometry)}${this.tip(model)}
      </div>
    </div>`;
  }

  private heads(model: Model, { columns }: Geometry) {
    const head = (column: number, inside: unknown) =>
      html`<div class="pg-head" style="left: ${columns[column].x}px">${inside}</div>`;
    return html`${head(0, html`<span class="pg-head-name">Inputs</span>`)}
    ${model.hidden.map((layer, i) => head(i + 1, this.layerHead(model, layer, i)))}
    ${head(
      columns.length - 1,
      html`<span class="pg-head-name">Output</span><span class="pg-head-quiet">${words(model.net.output.activation)}</span>`,
    )}`;
  }

  private layerHead(model: Model, layer: HiddenLayer, index: number) {
    const units = layer.units === 1 ? '1 unit' : `${layer.units} units`;
    const change = (changed: Partial<HiddenLayer>) =>
      this.tell('layers', { layers: model.hidden.map((each, i) => (i === index ? { ...each, ...changed } : each)) });
    const name = `hidden layer ${index + 1}`;
    return html`${model.gone.has('units')
        ? nothing
        : html`<span class="pg-steppers">
            <button
              class="pg-mini"
              aria-label="One unit less in ${name}"
              ?disabled=${layer.units <= 1}
              @click=${() => change({ units: layer.units - 1 })}
            >
              −</button
            ><button
              class="pg-mini"
              aria-label="One unit more in ${name}"
              ?disabled=${layer.units >= MOST_UNITS}
              @click=${() => change({ units: layer.units + 1 })}
            >
              +
            </button>
          </span>`}
      <span class="pg-head-name">${units}</span>
      ${model.gone.has('activation')
        ? html`<span class="pg-head-quiet">${words(layer.activation)}</span>`
        : html`<select
            class="pg-head-select"
            aria-label="Activation of ${name}"
            .value=${layer.activation}
            @change=${(event: Event) => change({ activation: (event.target as HTMLSelectElement).value })}
          >
            ${model.activations.map(
              (f) => html`<option value=${f} ?selected=${f === layer.activation}>${words(f)}</option>`,
            )}
          </select>`}`;
  }

  private inputButtons({ inputs, net, gone, selected }: Model, { columns, size }: Geometry) {
    return inputs.map((input, i) => {
      const on = net.inputs.includes(input.key);
      const place = { layer: -1, unit: i };
      return html`<button
        class="pg-unit pg-input ${same(selected, place) ? 'chosen' : ''}"
        aria-pressed=${on}
        aria-label="Input ${input.title}"
        aria-disabled=${gone.has('inputs') ? 'true' : nothing}
        data-label=${input.title}
        style=${box(columns[0].x, columns[0].ys[i], size)}
        @click=${(event: Event) => this.toggle(event, input.key)}
        @pointerenter=${() => this.point(place)}
        @pointerleave=${() => this.point(undefined)}
        @focus=${() => this.point(place)}
        @blur=${() => this.point(undefined)}
      >
        <span class="pg-label" aria-hidden="true">${input.title}</span>
      </button>`;
    });
  }

  private unitButtons({ net, selected }: Model, { columns, size }: Geometry) {
    return net.layers.map((layer, l) =>
      Array.from({ length: layer.units }, (_, unit) => {
        const place = { layer: l, unit };
        const { x, ys } = columns[l + 1];
        return html`<button
          class="pg-unit ${same(selected, place) ? 'chosen' : ''}"
          aria-label=${unitName(net, place)}
          aria-pressed=${same(selected, place)}
          data-place="${l}.${unit}"
          style=${box(x, ys[unit], size)}
          @click=${(event: Event) => this.choose(event, place)}
          @pointerenter=${() => this.point(place)}
          @pointerleave=${() => this.point(undefined)}
          @focus=${() => this.point(place)}
          @blur=${() => this.point(undefined)}
          @keydown=${(event: KeyboardEvent) => this.move(event, place)}
        ></button>`;
      }),
    );
  }

  private tip({ net }: Model) {
    if (!this.link) {
      return nothing;
    }
    const { layer, unit, input, x, y } = this.link;
    const value = net.weight(layer, unit, input);
    return html`<div class="pg-tip" style="left: ${x}px; top: ${y}px" aria-hidden="true">
      Weight <b class=${value < 0 ? 'negative' : 'positive'}>${significant(value, 3)}</b>
    </div>`;
  }

  private toggle(event: Event, key: string): void {
    event.stopPropagation();
    const { inputs, net, gone } = this.model!;
    const chosen = inputs.map((each) => each.key).filter((each) => net.inputs.includes(each) !== (each === key));
    if (!gone.has('inputs') && chosen.length) {
      this.tell('inputs', { inputs: chosen });
    }
  }

  private choose(event: Event, place: Place): void {
    event.stopPropagation();
    this.tell('choose', { place });
  }

  private point(place?: Place): void {
    this.link = undefined;
    this.tell('point', { place });
  }

  /** Arrow keys go from unit to unit. */
  private move(event: KeyboardEvent, { layer, unit }: Place): void {
    const [dl, du] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const to = this.model!.net.layers[layer + dl];
    if ((dl || du) && to) {
      const next = Math.max(0, Math.min(to.units - 1, unit + du));
      event.preventDefault();
      this.querySelector<HTMLButtonElement>(`[data-place="${layer + dl}.${next}"]`)?.focus();
    }
  }

  private lookForLink(event: PointerEvent): void {
    const bounds = this.canvas!.getBoundingClientRect();
    const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
    const overUnit = (event.target as Element).closest('.pg-unit');
    const found = overUnit ? undefined : this.nearest(x, y);
    if (found || this.link) {
      this.link = found && { ...found, x, y };
      this.redraw();
    }
  }

  private nearest(x: number, y: number): LinkPlace | undefined {
    const geometry = this.geometry;
    let best: LinkPlace | undefined;
    let least = 7;
    this.forEachLink(geometry, (place, curve) => {
      const far = distance(curve, x, y);
      if (far < least) {
        least = far;
        best = place;
      }
    });
    return best;
  }

  private chooseLink(): void {
    if (this.link) {
      const { layer, unit, input } = this.link;
      this.tell('choose', { place: { layer, unit }, input });
    }
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  private forEachLink(geometry: Geometry, visit: (place: LinkPlace, curve: ReturnType<typeof link>) => void): void {
    const { net, inputs } = this.model!;
    net.layers.forEach((layer, l) => {
      const before = net.inputsOf(l);
      for (let unit = 0; unit < layer.units; unit++) {
        for (let input = 0; input < before; input++) {
          const row = l === 0 ? inputs.findIndex((each) => each.key === net.inputs[input]) : input;
          if (row >= 0) {
            visit({ layer: l, unit, input }, link(geometry, l, row, unit, input, before));
          }
        }
      }
    });
  }

  protected updated(): void {
    this.redraw();
  }

  /** Draws the links, and each unit's heat map. */
  draw(drawn: { outputs: Outputs; inputs: Float32Array[]; side: number; tones: Tones; still: boolean }): void {
    this.drawn = drawn;
    this.redraw();
  }

  private redraw(): void {
    if (!this.canvas || !this.drawn || !this.model) {
      return;
    }
    const geometry = this.geometry;
    const scale = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = geometry.width * scale;
    this.canvas.height = geometry.height * scale;
    this.canvas.style.width = `${geometry.width}px`;
    this.canvas.style.height = `${geometry.height}px`;
    const pen = this.canvas.getContext('2d')!;
    pen.scale(scale, scale);
    this.drawLinks(pen, geometry);
    this.drawUnits(pen, geometry);
  }

  private drawLinks(pen: CanvasRenderingContext2D, geometry: Geometry): void {
    const { net, step, cut } = this.model!;
    const { tones, still } = this.drawn!;
    this.forEachLink(geometry, ({ layer, unit, input }, { x0, y0, x1, y1 }) => {
      const weight = net.weight(layer, unit, input);
      const pointed = this.link && this.link.layer === layer && this.link.unit === unit && this.link.input === input;
      const half = (x0 + x1) / 2;
      const size = Math.min(1, Math.abs(weight) / 5);
      pen.beginPath();
      pen.moveTo(x0, y0);
      pen.bezierCurveTo(half, y0, half, y1, x1, y1);
      pen.lineWidth = 0.8 + 8 * size + (pointed ? 2 : 0);
      const sign = weight < 0 ? -1 : 1;
      pen.strokeStyle = css(
        tones.strong[toneOf(sign * Math.max(0.5, Math.min(1, Math.abs(weight))))],
        pointed ? 1 : 0.4 + 0.6 * Math.min(1, Math.abs(weight)),
      );
      pen.setLineDash(cut.has(net.index(layer, unit, input)) ? [2, 6] : [9, 2]);
      pen.lineDashOffset = still ? 0 : -step / 3;
      pen.stroke();
    });
    pen.setLineDash([]);
  }

  private drawUnits(pen: CanvasRenderingContext2D, geometry: Geometry): void {
    const { net, inputs } = this.model!;
    const { outputs, inputs: fields, side, tones } = this.drawn!;
    const { size, columns } = geometry;
    const pixels = Math.round(size * Math.min(2, devicePixelRatio || 1));
    const unit = (field: Float32Array, x: number, y: number, probability: boolean) => {
      const corner: [number, number, number] = [x - size / 2, y - size / 2, size];
      pen.save();
      pen.beginPath();
      pen.roundRect(...corner, size, 5);
      pen.clip();
      paintHeat(pen, { field, side, probability, discrete: false }, tones.strong, corner, pixels);
      pen.restore();
    };
    inputs.forEach((input, i) => {
      pen.globalAlpha = net.inputs.includes(input.key) ? 1 : 0.28;
      unit(fields[i], columns[0].x, columns[0].ys[i], false);
      pen.globalAlpha = 1;
    });
    net.layers.forEach((layer, l) => {
      for (let u = 0; u < layer.units; u++) {
        const [x, y] = [columns[l + 1].x, columns[l + 1].ys[u]];
        unit(outputs[l + 1][u], x, y, l === net.layers.length - 1 && isProbability(layer.activation));
        this.drawBias(pen, net.bias(l, u), x - size / 2, y + size / 2);
      }
    });
  }

  /** A dot at the unit's lower left corner, as strong as its bias. */
  private drawBias(pen: CanvasRenderingContext2D, bias: number, x: number, y: number): void {
    const { tones } = this.drawn!;
    pen.beginPath();
    pen.arc(x, y, 4.5, 0, 2 * Math.PI);
    pen.fillStyle = css(tones.strong[toneOf(bias)]);
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = getComputedStyle(this).color;
    pen.stroke();
  }
}

export function isProbability(activation: string): boolean {
  return activation === 'sigmoid' || activation === 'softmax';
}

export function unitName(net: Net, { layer, unit }: Place): string {
  if (layer === net.layers.length - 1) {
    return net.output.units === 1 ? 'Output' : `Output ${unit + 1}`;
  }
  return `Hidden layer ${layer + 1}, unit ${unit + 1}`;
}

function box(x: number, y: number, size: number): string {
  return `left: ${x - size / 2}px; top: ${y - size / 2}px; width: ${size}px; height: ${size}px`;
}

