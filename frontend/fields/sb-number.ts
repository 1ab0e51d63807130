import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { valueOf } from '../event-values.js';
import { COUNT, SIGNED } from './input-mode.js';
import { TypedField } from './typed-field.js';

/**
 * A box for a number, kept as the text that was typed: "0,01" stays "0,01" until the server has said what is wrong.
 *
 * Fires `edited` with the text once the typing pauses, and at once on Enter and on leaving.
 */
@customElement('sb-number')
export class NumberBox extends TypedField {
  @property() unit = '';
  /** The number that the server has read from the text `read`, where that does not show it: "= 0.75". */
  @property() reading = '';
  @property() read = '';
  @property({ type: Boolean, reflect: true }) stepped = false;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 0;

  protected control() {
    const steps = this.stepped && !this.locked;
    const now = steps && Number.isInteger(Number(this.value)) ? this.value : nothing;
    return html`<div class="field-control ${steps ? 'stepped' : ''}">
      ${steps ? this.stepper('−', 'Less', -1) : nothing}
      <input
        id=${this.uid}
        type="text"
        inputmode=${steps && this.min >= 0 ? COUNT : SIGNED}
        autocapitalize="off"
        autocomplete="off"
        spellcheck="false"
        maxlength="64"
        role=${steps ? 'spinbutton' : nothing}
        aria-valuenow=${now}
        aria-valuemin=${steps ? this.min : nothing}
        aria-valuemax=${steps ? this.max : nothing}
        .value=${live(this.value)}
        ?readonly=${this.locked}
        aria-invalid=${this.error ? 'true' : 'false'}
        aria-describedby="${this.uid}-more"
        @input=${(event: Event) => this.typed(valueOf(event))}
        @change=${this.tell}
        @keydown=${this.pressed}
      />${steps
        ? nothing
        : html`<output class="field-reading" for=${this.uid}>${this.read === this.value ? this.reading : nothing}</output>`}${this
        .unit
        ? html`<span class="field-unit">${this.unit}</span>`
        : nothing}
      ${steps ? this.stepper('+', 'More', 1) : nothing}
    </div>`;
  }

  private stepper(sign: string, word: string, by: number) {
    return html`<button type="button" tabindex="-1" aria-label="${word}: ${this.label}" @click=${() => this.step(by)}>
      ${sign}
    </button>`;
  }

  private step(by: number): void {
    const now = Number(this.value);
    if (this.value.trim() && Number.isInteger(now) && !this.locked) {
      const next = String(Math.min(this.max, Math.max(this.min, now + by)));
      if (next !== this.value) {
        this.typed(next);
        this.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      this.tell();
    } else if (this.stepped && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.step(event.key === 'ArrowUp' ? 1 : -1);
    }
  }
}
