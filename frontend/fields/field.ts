import { type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { tellServed } from './control.js';

let count = 0;

/**
 * The part that the controls of a notebook share: a label, a helper, an error, and a lock of the author's.
 *
 * They render into their own light DOM, so that labels and errors are tied by id as in any form.
 */
export abstract class Field extends LightElement {
  @property() label = '';
  @property() helper = '';
  @property() error = '';
  @property({ type: Boolean, reflect: true }) locked = false;

  protected readonly uid = `sb-field-${count++}`;
  private text = '';

  /** The text that the server has stored; see the page's save state. */
  stored?: string;
  seen?: string;
  stamp?: string;
  pending = false;

  /** The text of the control. The server's never overwrites one that a person has typed and that is not stored yet. */
  @property()
  get value(): string {
    return this.text;
  }

  set value(text: string) {
    if (!this.unsent && !this.pending) {
      this.stored = text ?? '';
      this.change(this.stored);
      tellServed(this);
    }
  }

  /** True if the control holds back something that a person has typed. */
  protected abstract get unsent(): boolean;

  protected change(text: string): void {
    const before = this.text;
    this.text = text;
    this.requestUpdate('value', before);
  }

  /** Goes into what it is made of. */
  focus(options?: FocusOptions): void {
    this.querySelector<HTMLElement>('input, select')?.focus(options);
  }

  protected willUpdate(): void {
    this.toggleAttribute('invalid', this.error !== '');
  }

  protected abstract control(): TemplateResult;

  render() {
    return html`<label class="field-label" for=${this.uid}
        >${this.label}${this.locked
          ? html`<span class="lock" title="Set by the author"><span class="visually-hidden">set by the author</span></span>`
          : nothing}</label
      >
      ${this.control()}
      <div id="${this.uid}-more" aria-live="polite" class="field-more">
        ${this.helper && !this.error ? html`<p class="field-helper">${this.helper}</p>` : nothing}
        ${this.error ? html`<p class="field-error">${this.error}</p>` : nothing}
      </div>`;
  }
}
