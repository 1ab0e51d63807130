import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { significant } from '../format.js';
import { dotAt, linkAt } from './diagram-hits.js';
import { type LinkPlace, type Model, fits, unitName } from './diagram-model.js';
import { type Drawn, paintDiagram } from './diagram-paint.js';
import { type Geometry, layOut } from './geometry.js';
import { heads } from './layer-head.js';
import { type Place, type PlanePoint, same } from './messages.js';
import { scrollIntoView } from './scroll-into-view.js';

/** A unit that is pressed, and which of its numbers is to be typed over, where one is. */
export interface Chosen {
  place: Place;
  input?: number;
}

/**
 * The network: a column of inputs, of each hidden layer, of the outputs; each unit a small heat map, each link as wide as
 * its weight. Units are buttons over a canvas. Fires `point` (a unit is looked at), `choose` (a unit or link is pressed),
 * `inputs` and `layers` (the network is to be another one).
 */
@customElement('sb-pg-diagram')
export class Diagram extends LightElement {
  @property({ attribute: false }) model?: Model;
  @property({ type: Number }) room = 600;
  @property({ type: Number }) tall = 430;
  @query('canvas') private canvas?: HTMLCanvasElement;
  @state() private link?: LinkPlace & PlanePoint;
  private drawn?: Drawn;

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
    return html`${geometry.width > this.room + 1
        ? html`<p class="pg-sideways" style="width: ${this.room}px">Scroll sideways to see all layers →</p>`
        : nothing}
      <div class="pg-diagram-inside" style="width: ${geometry.width}px">
        <div class="pg-heads">${heads(model, geometry, (layers) => this.fire('layers', { layers }))}</div>
        <div
          class="pg-canvas ${this.link && !model.gone.has('editing') ? 'on-number' : ''}"
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
        @focus=${(event: Event) => this.focused(event, place)}
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
          @click=${(event: MouseEvent) => this.choose(event, place)}
          @pointerenter=${() => this.point(place)}
          @pointerleave=${() => this.point(undefined)}
          @focus=${(event: Event) => this.focused(event, place)}
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
    const value = net.weights[net.index(layer, unit, input)];
    return html`<div class="pg-tip" style="left: ${x}px; top: ${y}px" aria-hidden="true">
      ${input === net.inputsOf(layer) ? 'Bias' : 'Weight'}
      <b class=${value < 0 ? 'negative' : 'positive'}>${significant(value, 3)}</b>
    </div>`;
  }

  private toggle(event: Event, key: string): void {
    event.stopPropagation();
    const { inputs, net, gone } = this.model!;
    const chosen = inputs.map((each) => each.key).filter((each) => net.inputs.includes(each) !== (each === key));
    if (!gone.has('inputs')) {
      this.fire('inputs', { inputs: chosen });
    }
  }

  /** Chooses a unit; the keyboard leads on to its numbers. */
  private choose(event: MouseEvent, place: Place): void {
    event.stopPropagation();
    const dot = dotAt(this.model!, this.geometry, ...this.at(event));
    const byMouse = same(dot, place) ? dot?.input : undefined;
    this.fire('choose', { place, input: event.detail === 0 ? 0 : byMouse });
  }

  /** Points at a unit that the keyboard has reached; the mouse does so by itself. */
  private focused(event: Event, place: Place): void {
    if ((event.target as Element).matches(':focus-visible')) {
      this.point(place);
    }
  }

  private point(place?: Place): void {
    this.link = undefined;
    this.fire('point', { place });
  }

  /** Lets the arrow keys go from unit to unit. */
  private move(event: KeyboardEvent, { layer, unit }: Place): void {
    const [dl, du] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const to = this.model!.net.layers[layer + dl];
    if ((dl || du) && to) {
      const next = Math.max(0, Math.min(to.units - 1, unit + du));
      event.preventDefault();
      this.focusUnit({ layer: layer + dl, unit: next });
    }
  }

  focusUnit(place: Place): void {
    this.unit(place)?.focus();
  }

  /** Scrolls to where the panel below covers no unit. */
  scrollToUnit(place: Place): void {
    scrollIntoView(this.closest('.pg-network')!, this.unit(place)!);
  }

  private unit({ layer, unit }: Place): HTMLButtonElement | null {
    return this.querySelector(`[data-place="${layer}.${unit}"]`);
  }

  private lookForLink(event: PointerEvent): void {
    const [x, y] = this.at(event);
    const overUnit = (event.target as Element).closest('.pg-unit');
    const { model, geometry } = this;
    const found = dotAt(model!, geometry, x, y) ?? (overUnit ? undefined : linkAt(model!, geometry, x, y));
    if (found || this.link) {
      this.link = found && { ...found, x, y };
      this.redraw();
    }
  }

  /** Returns the pointer's place in the picture. */
  private at({ clientX, clientY }: MouseEvent): [number, number] {
    const bounds = this.canvas!.getBoundingClientRect();
    return [clientX - bounds.left, clientY - bounds.top];
  }

  private chooseLink(event: MouseEvent): void {
    const [x, y] = this.at(event);
    const found = dotAt(this.model!, this.geometry, x, y) ?? linkAt(this.model!, this.geometry, x, y);
    if (found) {
      const { layer, unit, input } = found;
      this.fire('choose', { place: { layer, unit }, input });
    }
  }

  protected updated(): void {
    this.redraw();
  }

  /** Draws the links, and each unit's heat map. */
  draw(drawn: Drawn): void {
    this.drawn = drawn;
    this.redraw();
  }

  private redraw(): void {
    if (!this.canvas || !this.drawn || !this.model || !fits(this.drawn.outputs, this.model)) {
      return; // the outputs of another network are still to come
    }
    const geometry = this.geometry;
    const scale = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = geometry.width * scale;
    this.canvas.height = geometry.height * scale;
    this.canvas.style.width = `${geometry.width}px`;
    this.canvas.style.height = `${geometry.height}px`;
    const pen = this.canvas.getContext('2d')!;
    pen.scale(scale, scale);
    const { model, drawn, link: pointed } = this;
    paintDiagram(pen, { model, drawn, geometry, pointed, outline: getComputedStyle(this).color });
  }
}

function box(x: number, y: number, size: number): string {
  return `left: ${x - size / 2}px; top: ${y - size / 2}px; width: ${size}px; height: ${size}px`;
}
