import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { significant } from '../format.js';
import { ACTIVATIONS } from './forward.js';
import { toggled, tokens } from './freeze.js';
import type { Inspected } from './inspection.js';
import { words } from './layers.js';
import type { Place } from './messages.js';
import { unitName } from './diagram-model.js';
import './sb-pg-weights.js';
import type { Weights } from './sb-pg-weights.js';

/** A unit's formula with its numbers as they are now, and boxes to change them. Fires `freeze` and `close`. */
@customElement('sb-pg-inspector')
export class Inspector extends LightElement {
  @property({ attribute: false }) inspected?: Inspected;
  @property({ type: Boolean }) editable = true;
  @query('sb-pg-weights') private weights?: Weights;

  protected render() {
    if (!this.inspected) {
      return html`<p class="pg-hint">
        Point at a unit to see its formula, and its picture enlarged.
        ${this.editable ? 'Press a unit, a link, or the dot of a bias, to change its numbers.' : nothing} Press a place in the
        plane to compute with that point.
      </p>`;
    }
    const { net, place, editing } = this.inspected;
    return html`<div role=${editing ? 'group' : nothing} aria-label=${editing ? unitName(net, place) : nothing}>
      <div class="pg-inspector-head">
        <h3>${unitName(net, place)}</h3>
        ${editing ? this.tools() : nothing}
      </div>
      ${this.formula()}${editing ? html`<sb-pg-weights .inspected=${this.inspected}></sb-pg-weights>` : nothing}
    </div>`;
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
    return html`<div class="pg-inspector-tools">
      ${net.layers[place.layer].units > 1 ? button(unit, 'unit') : nothing}${button(layer, 'layer')}
      <button class="pg-text-button" @click=${() => this.fire('close')}>Close</button>
    </div>`;
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
      html`<span class="pg-term">${sign(w, i === 0)}<b class=${tone(w)}>${size(w)}</b>&thinsp;·&thinsp;${factor}</span> `;
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

  private freeze(one: string): void {
    this.fire('freeze', { text: toggled(tokens(this.inspected!.freeze), one) });
  }

  /** Gives the box of a weight the focus, so that it can be typed over. */
  async edit(input: number): Promise<void> {
    await this.updateComplete;
    this.weights?.edit(input);
  }

  /** Says at its box why a text is no weight. */
  refuse(place: Place, input: number, text: string, sentence: string): void {
    this.weights?.refuse(place, input, text, sentence);
  }

  /** Its boxes are up to date too. */
  protected async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.weights?.updateComplete;
    return done;
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
