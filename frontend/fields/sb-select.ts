import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

let count = 0;

/** A native select whose values are the names themselves. Fires `edited` when another one is picked. */
@customElement('sb-select')
export class NativeSelect extends LitElement {
  @property() label = '';
  @property() value = '';
  @property() helper = '';
  @property() error = '';
  @property({ type: Array }) options: { name: string; text: string }[] = [];
  @property({ type: Boolean, reflect: true }) locked = false;

  private readonly uid = `sb-select-${count++}`;

  protected createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.toggleAttribute('invalid', this.error !== '');
  }

  render() {
    const known = this.options.some((option) => option.name === this.value);
    return html`<label class="field-label" for=${this.uid}
        >${this.label}${this.locked ? html`<span class="lock" title="Set by the author"></span>` : nothing}</label
      >
      <div class="field-control">
        <select
          id=${this.uid}
          ?disabled=${this.locked}
          aria-invalid=${this.error ? 'true' : 'false'}
          aria-describedby="${this.uid}-more"
          .value=${live(this.value)}
          @change=${this.picked}
        >
          ${known ? nothing : html`<option value=${this.value} selected>${this.value || '—'}</option>`}
          ${this.options.map(
            ({ name, text }) => html`<option value=${name} ?selected=${name === this.value}>${text}</option>`,
          )}
        </select>
      </div>
      <div id="${this.uid}-more" ?hidden=${!this.helper && !this.error}>
        ${this.helper && !this.error ? html`<p class="field-helper">${this.helper}</p>` : nothing}
        ${this.error ? html`<p class="field-error">${this.error}</p>` : nothing}
      </div>`;
  }

  private picked(event: Event) {
    this.value = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new CustomEvent('edited'));
  }
}
