import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { tellEdited } from './control.js';
import { Field } from './field.js';

/** A native select whose values are the names themselves. Fires `edited` with the name when another one is picked. */
@customElement('sb-select')
export class NativeSelect extends Field {
  @property({ attribute: false }) options: { name: string; text: string }[] = [];
  @query('select') private select?: HTMLSelectElement;

  /** A pick is sent at once. */
  protected readonly unsent = false;

  /** Picks the value after the options are drawn: an option must exist before it can be picked. */
  protected updated(): void {
    if (this.select) {
      this.select.value = this.value;
    }
  }

  protected control() {
    return html`<div class="field-control">${this.locked ? this.readOnly() : this.picker()}</div>`;
  }

  private picker() {
    const known = this.options.some((option) => option.name === this.value);
    return html`<select
      id=${this.uid}
      aria-invalid=${this.error ? 'true' : 'false'}
      aria-describedby="${this.uid}-more"
      @change=${this.picked}
    >
      ${known ? nothing : html`<option value=${this.value}>${this.value || '—'}</option>`}
      ${this.options.map(({ name, text }) => html`<option value=${name}>${text}</option>`)}
    </select>`;
  }

  /** Shows a locked value in a text box: a disabled select could not be reached with the keyboard. */
  private readOnly() {
    const text = this.options.find((option) => option.name === this.value)?.text ?? this.value;
    return html`<input id=${this.uid} type="text" readonly .value=${text} aria-describedby="${this.uid}-more" />`;
  }

  private picked(): void {
    this.change(this.select!.value);
    tellEdited(this);
  }
}
