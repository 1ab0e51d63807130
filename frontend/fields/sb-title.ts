import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { onLeaving, tellDropped, tellEdited } from './control.js';
import { Field } from './field.js';

const PAUSE_MILLIS = 300;

/**
 * A title that is edited in its place. Its value is the text without the blanks around it, which may stand in the box
 * while a person types on.
 *
 * Fires `edited` with the value once the typing pauses, and at once on Enter and on leaving.
 */
@customElement('sb-title')
export class TitleBox extends Field {
  @property({ type: Number }) longest = 0;
  @query('input') private box?: HTMLInputElement;

  private timer = 0;
  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = onLeaving(this.tell);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    if (this.unsent) {
      clearTimeout(this.timer);
      this.timer = 0;
      tellDropped(this);
    }
  }

  protected get unsent(): boolean {
    return this.timer !== 0;
  }

  protected updated(): void {
    if (this.box && tidy(this.box.value) !== this.value) {
      this.box.value = this.value;
    }
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
      @input=${this.typed}
      @change=${this.left}
    />`;
  }

  private readonly typed = () => {
    this.change(tidy(this.box!.value));
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.tell, PAUSE_MILLIS);
  };

  private readonly left = () => {
    this.tell();
    this.box!.value = this.value;
  };

  private readonly tell = () => {
    if (this.unsent) {
      clearTimeout(this.timer);
      this.timer = 0;
      tellEdited(this);
    }
  };
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
