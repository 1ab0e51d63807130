import { type PropertyValues, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { SIGNED } from '../fields/input-mode.js';
import { significant } from '../format.js';
import { isFrozen, toggled, token, tokens } from './freeze.js';
import { type Place, type WeightMessage, same } from './messages.js';
import type { Inspected } from './inspection.js';

/**
 * Boxes for the numbers of a unit, each with a lock. Fires `weight` with a typed text and the unit that it was typed
 * for, which the server reads or refuses, and `freeze` with what is to be held.
 */
@customElement('sb-pg-weights')
export class Weights extends LightElement {
  @property({ attribute: false }) inspected!: Inspected;
  /** By input, what is wrong with what was typed. */
  @state() private faults = new Map<number, string>();
  private draft?: { place: Place; input: number; text: string };
  /** By input, the weight that a typed text is to replace, until the server has answered. */
  private readonly asked = new Map<number, number>();

  protected render() {
    const { names } = this.inspected;
    return html`<div class="pg-boxes">${[...names, 'bias'].map((name, input) => this.box(name, input))}</div>
      ${[...this.faults].map(
        ([input, sentence]) => html`<p class="pg-fault" id="pg-fault-${input}" role="alert">${sentence}</p>`,
      )}`;
  }

  private box(name: string, input: number) {
    const { net, place, freeze, cut } = this.inspected;
    const index = net.index(place.layer, place.unit, input);
    const one = token(net, place.layer, place.unit, input);
    const frozen = isFrozen(tokens(freeze), one);
    const what = name === 'bias' ? 'Bias' : `Weight of ${name}`;
    return html`<span class="pg-box ${frozen ? 'frozen' : ''}">
      <label>
        <span>${name}${cut.has(index) ? html` <small>cut</small>` : nothing}</span>
        <input
          type="text"
          inputmode=${SIGNED}
          aria-label=${what}
          aria-invalid=${this.faults.has(input)}
          aria-describedby=${this.faults.has(input) ? `pg-fault-${input}` : nothing}
          data-index=${index}
          data-input=${input}
          @input=${(event: Event) => this.typing(event.target as HTMLInputElement, input)}
          @change=${() => this.commit()}
          @keydown=${(event: KeyboardEvent) => this.drop(event)}
          @blur=${() => this.requestUpdate()}
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

  private typing(box: HTMLInputElement, input: number): void {
    this.draft = { place: this.inspected.place, input, text: box.value };
  }

  /** Sends a typed number to the unit for which it was typed, whichever is shown by now. */
  private commit(): void {
    const { draft } = this;
    if (draft) {
      this.draft = undefined;
      const { place, input, text } = draft;
      this.faults = new Map([...this.faults].filter(([other]) => other !== input));
      this.asked.set(input, this.inspected.net.weights[this.inspected.net.index(place.layer, place.unit, input)]);
      this.fire('weight', { ...place, input, text } satisfies WeightMessage);
    }
  }

  /** Says why a text is no weight, and shows it again to be corrected. */
  refuse(place: Place, input: number, text: string, sentence: string): void {
    this.asked.delete(input);
    const box = this.querySelector<HTMLInputElement>(`input[data-input="${input}"]`);
    if (box && same(place, this.inspected.place)) {
      this.faults = new Map([...this.faults, [input, sentence]]);
      box.value = box === document.activeElement ? box.value : text;
    }
  }

  private drop(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.draft = undefined;
    }
  }

  private freeze(one: string): void {
    this.fire('freeze', { text: toggled(tokens(this.inspected.freeze), one) });
  }

  /** Gives the box of a weight the focus, so that it can be typed over. */
  edit(input: number): void {
    this.querySelector<HTMLInputElement>(`input[data-input="${input}"]`)?.focus();
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (this.isAnother(changed)) {
      this.commit();
      this.faults = new Map();
      this.asked.clear();
    }
  }

  /** Fills the boxes; one that a person types in, or has to correct, keeps its text. */
  protected updated(changed: PropertyValues<this>): void {
    const another = this.isAnother(changed);
    this.querySelectorAll<HTMLInputElement>('input[data-index]').forEach((box) => {
      const input = Number(box.dataset.input);
      const weight = this.inspected.net.weights[Number(box.dataset.index)];
      if (this.asked.get(input) !== weight) {
        this.asked.delete(input);
      }
      const kept = box === document.activeElement || this.faults.has(input) || this.asked.has(input);
      if (another || !kept) {
        box.value = significant(weight, 4);
      }
    });
  }

  private isAnother(changed: PropertyValues<this>): boolean {
    const before = changed.get('inspected');
    return before !== undefined && !same(before.place, this.inspected.place);
  }
}
