import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

const PAUSE_MILLIS = 300;
let count = 0;

/**
 * A box for a number, kept as the text that was typed: "0,01" stays "0,01" until the server has said what is wrong.
 *
 * Fires `edited` once the typing pauses, and at once on Enter and on leaving; `value` is then what stands in the box.
 * It renders into its own light DOM, so that labels and errors are tied by id as in any form.
 */
@customElement('sb-number')
export class NumberBox extends LitElement {
  @property() label = '';
  @property() value = '';
  @property() unit = '';
  @property() helper = '';
  @property() error = '';
  @property({ type: Boolean, reflect: true }) locked = false;
  @property({ type: Boolean, reflect: true }) stepped = false;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 0;

  private readonly uid = `sb-number-${count++}`;
  private told = '';
  private timer = 0;

  protected createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.toggleAttribute('invalid', this.error !== '');
    if (this.timer === 0) {
      this.told = this.value;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = 0;
  }

  render() {
    const steps = this.stepped && !this.locked;
    return html`<label class="field-label" for=${this.uid}
        >${this.label}${this.locked ? html`<span class="lock" title="Set by the author"></span>` : nothing}</label
      >
      <div class="field-control ${steps ? 'stepped' : ''}">
        ${steps ? this.stepper('−', 'Less', -1) : nothing}
        <input
          id=${this.uid}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck="false"
          maxlength="64"
          .value=${live(this.value)}
          ?readonly=${this.locked}
          aria-invalid=${this.error ? 'true' : 'false'}
          aria-describedby="${this.uid}-more"
          @input=${this.typed}
          @change=${this.tell}
          @keydown=${this.pressed}
        />${this.unit ? html`<span class="field-unit">${this.unit}</span>` : nothing}
        ${steps ? this.stepper('+', 'More', 1) : nothing}
      </div>
      <div id="${this.uid}-more" ?hidden=${!this.helper && !this.error}>
        ${this.helper && !this.error ? html`<p class="field-helper">${this.helper}</p>` : nothing}
        ${this.error ? html`<p class="field-error">${this.error}</p>` : nothing}
      </div>`;
  }

  private stepper(sign: string, word: string, by: number) {
    return html`<button type="button" tabindex="-1" aria-label="${word}: ${this.label}" @click=${() => this.step(by)}>
      ${sign}
    </button>`;
  }

  private step(by: number) {
    const now = Number(this.value);
    if (Number.isInteger(now) && !this.locked) {
      this.value = String(Math.min(this.max, Math.max(this.min, now + by)));
      this.dispatchEvent(new Event('input', { bubbles: true }));
      this.tell();
    }
  }

  private pressed(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      this.tell();
    } else if (this.stepped && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.step(event.key === 'ArrowUp' ? 1 : -1);
    }
  }

  private typed(event: Event) {
    this.value = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(), PAUSE_MILLIS);
  }

  private tell() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.value !== this.told) {
      this.told = this.value;
      this.dispatchEvent(new CustomEvent('edited'));
    }
  }
}
