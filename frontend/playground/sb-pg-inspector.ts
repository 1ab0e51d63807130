import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { significant } from '../format.js';
import { ACTIVATIONS, type Outputs } from './forward.js';
import { isFrozen, toggled, token, tokens } from './freeze.js';
import { words } from './layers.js';
import type { Place } from './messages.js';
import type { Net } from './net.js';
import { unitName } from './diagram-model.js';

/** What the inspector shows of a unit. */
export interface Inspected {
  net: Net;
  place: Place;
  /** The names of what comes in. */
  names: string[];
  /** What every unit gives for the probe alone. */
  outputs: Outputs;
  probe: { x: number; y: number };
  /** Whether its numbers can be typed over. */
  editing: boolean;
  freeze: string;
  cut: Set<number>;
}

/**
 * A unit's formula with its numbers as they are now, and boxes to change them. Fires `weight` with a typed number, and
 * `freeze` with what is to be held.
 */
@customElement('sb-pg-inspector')
export class Inspector extends LitElement {
  @property({ attribute: false }) inspected?: Inspected;

  protected createRenderRoot() {
    return this;
  }

  protected render() {
    if (!this.inspected) {
      return html`<p class="pg-hint">
        Point at a unit to see its formula, and its picture enlarged. Press a unit, or a link, to change its numbers. Press a
        place in the plane to compute with that point.
      </p>`;
    }
    const { net, place, editing } = this.inspected;
    return html`<div class="pg-inspector-head">
        <h3>${unitName(net, place)}</h3>
        ${editing ? this.tools() : nothing}
      </div>
      ${this.formula()}${editing ? this.boxes() : nothing}`;
  }

  private tools() {
    const { place, freeze, net } = this.inspected!;
    const unit = `${place.layer + 1}.${place.unit + 1}`;
    const layer = `${place.layer + 1}`;
    const all = tokens(freeze);
    const button = (one: string, text: string) =>
      html`<button class="pg-text-button" aria-pressed=${all.includes(one)} @click=${() => this.freeze(one)}>
        ${all.includes(one) ? 'Unfreeze' : 'Freeze'} ${text}
      </button>`;
    return html`${net.layers[place.layer].units > 1 ? button(unit, 'unit') : nothing}${button(layer, 'layer')}
      <button class="pg-text-button" @click=${() => this.tell('close', {})}>Close</button>`;
  }

  /** z and a with the weights, then with the probe's numbers too. */
  private formula() {
    const { net, place, names, outputs, probe } = this.inspected!;
    const { layer, unit } = place;
    const activation = net.layers[layer].activation;
    const inputs = outputs[layer].map((a) => a[0]);
    const weights = inputs.map((_, input) => net.weight(layer, unit, input));
    const bias = net.bias(layer, unit);
    const z = weights.reduce((sum, w, i) => sum + w * inputs[i], bias);
    const f = ACTIVATIONS[activation];
    const term = (w: number, factor: unknown, i: number) =>
      html`<span class="pg-term">${sign(w, i === 0)}<b class=${tone(w)}>${size(w)}</b>\u2009·\u2009${factor}</span> `;
    return html`<div class="pg-formula">
      <p>
        <i>z</i> = ${weights.map((w, i) => term(w, names[i], i))}<span class="pg-term"
          >${sign(bias, false)}<b class=${tone(bias)}>${size(bias)}</b></span
        >,&ensp;<i>a</i> = ${words(activation)}(<i>z</i>)
      </p>
      <p class="pg-at">
        At x ${significant(probe.x, 2)}, y ${significant(probe.y, 2)}: <i>z</i> =
        ${weights.map((w, i) => term(w, inputs[i] < 0 ? `(${significant(inputs[i], 3)})` : significant(inputs[i], 3), i))}
        <span class="pg-term">${sign(bias, false)}${size(bias)}</span> = <b>${significant(z, 3)}</b>,&ensp;<i>a</i> =
        <b>${significant(f ? f(z) : outputs[layer + 1][unit][0], 3)}</b>
      </p>
    </div>`;
  }

  private boxes() {
    const { net, place, names } = this.inspected!;
    const { layer, unit } = place;
    return html`<div class="pg-boxes">
      ${[...names, 'bias'].map((name, input) => this.box(name, net.index(layer, unit, input), input))}
    </div>`;
  }

  private box(name: string, index: number, input: number) {
    const { net, place, freeze, cut } = this.inspected!;
    const one = token(net, place.layer, place.unit, input);
    const all = tokens(freeze);
    const frozen = isFrozen(all, one);
    const what = name === 'bias' ? 'Bias' : `Weight of ${name}`;
    return html`<span class="pg-box ${frozen ? 'frozen' : ''}">
      <label>
        <span>${name}${cut.has(index) ? html` <small>cut</small>` : nothing}</span>
        <input
          type="text"
          inputmode="decimal"
          aria-label=${what}
          data-index=${index}
          data-input=${input}
          @change=${(event: Event) => this.typed(event.target as HTMLInputElement, input)}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
      </label>
      <button
        class="pg-lock"
        aria-pressed=${frozen}
        aria-label="Freeze: ${what}"
        title=${frozen ? 'Frozen: no update changes it' : 'Freeze it: no update changes it'}
        @click=${() => this.freeze(one)}
      ></button>
    </span>`;
  }

  private typed(box: HTMLInputElement, input: number): void {
    const value = Number(box.value.trim().replace(/\u2212/g, '-').replace(',', '.'));
    const sound = box.value.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= 1e6;
    box.setAttribute('aria-invalid', String(!sound));
    if (sound) {
      this.tell('weight', { ...this.inspected!.place, input, value });
    }
  }

  private freeze(one: string): void {
    this.tell('freeze', { text: toggled(tokens(this.inspected!.freeze), one) });
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  /** The box of a weight gets the focus, so that it can be typed over. */
  edit(input: number): void {
    this.querySelector<HTMLInputElement>(`input[data-input="${input}"]`)?.focus();
  }

  /** A box that is being typed into keeps what was typed. */
  protected updated(): void {
    this.querySelectorAll<HTMLInputElement>('input[data-index]').forEach((box) => {
      if (box !== document.activeElement) {
        box.value = significant(this.inspected!.net.weights[Number(box.dataset.index)], 4);
        box.removeAttribute('aria-invalid');
      }
    });
  }
}

function tone(value: number): string {
  return value < 0 ? 'negative' : 'positive';
}

function size(value: number): string {
  return significant(Math.abs(value), 3);
}

function sign(value: number, first: boolean): string {
  return value < 0 ? (first ? '−' : '− ') : first ? '' : '+ ';
}
