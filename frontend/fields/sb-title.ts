import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { TypedField } from './typed-field.js';

/**
 * A title that is edited in its place. Its value is the text without the blanks around it, which may stand in the box
 * while a person types on.
 *
 * Fires `edited` with the value once the typing pauses, and at once on Enter and on leaving.
 */
@customElement('sb-title')
export class TitleBox extends TypedField {
  @property({ type: Number }) longest = 0;
  @query('input') private box?: HTMLInputElement;

  protected updated(): void {
    if (this.box && tidy(this.box.value) !== this.value) {
      this.box.value = this.value;
    }
    super.updated();
  }

  render() {
    return html`${this.control()}
      <div id="${this.uid}-more" aria-live="polite">${this.error ? html`<p class="field-error">${this.error}</p>` : ''}</div>`;
  }

  protected control() {
    return html`<input
      class="title-box"
      type="text"
      autocomplete="off"
      maxlength=${this.longest}
      aria-label=${this.label}
      aria-invalid=${this.error ? 'true' : 'false'}
      aria-describedby="${this.uid}-more"
      @input=${this.typing}
      @change=${this.left}
    />`;
  }

  private readonly typing = () => this.typed(tidy(this.box!.value));

  private readonly left = () => {
    this.tell();
    this.box!.value = this.value;
  };
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
