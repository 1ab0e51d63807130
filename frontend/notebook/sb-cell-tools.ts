import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { ICONS } from './icons.js';

/** Asks the notebook around it to do something with a cell. */
export function ask(from: HTMLElement, name: string): void {
  from.dispatchEvent(new CustomEvent('cell-command', { bubbles: true, composed: true, detail: { name } }));
}

/** The small buttons in a cell's head. Those that only fit a student's own cell are not there on an author's. */
@customElement('sb-cell-tools')
export class CellTools extends LightElement {
  /** The cell's name in sentences. */
  @property() cell = '';
  @property({ type: Boolean }) own = false;
  @property({ type: Boolean }) locks = false;
  @property({ type: Boolean }) folded = false;
  @property({ type: Boolean }) copies = false;
  @property({ type: Boolean }) foldable = false;
  @property({ type: Boolean }) sourced = false;
  @property({ type: Boolean }) source = false;

  render() {
    return html`${this.own
        ? html`<span class="tool drag" draggable="true" title="Drag to move" aria-hidden="true">${ICONS.drag}</span> ${this.tool(
              'up',
              'Move up',
            )}
            ${this.tool('down', 'Move down')}`
        : nothing}
      ${this.copies ? this.tool('duplicate', 'Duplicate') : nothing}
      ${this.sourced ? this.tool('source', this.source ? 'Hide the text' : 'Edit as text', this.source) : nothing}
      ${this.own ? this.tool('delete', 'Delete') : nothing}
      ${!this.locks
        ? nothing
        : html`<span class="lock" title="From the author"><span class="visually-hidden">From the author</span></span>`}
      ${this.foldable
        ? html`<button
            type="button"
            class="tool fold"
            title=${this.folded ? 'Unfold' : 'Fold'}
            aria-label="${this.folded ? 'Unfold' : 'Fold'} ${this.cell}"
            aria-expanded=${this.folded ? 'false' : 'true'}
            @click=${() => ask(this, 'fold')}
          >
            ${this.folded ? ICONS.unfold : ICONS.fold}
          </button>`
        : nothing}
      <button type="button" class="add-here" @click=${() => ask(this, 'add-below')}>
        ${ICONS.add} Add a cell<span class="visually-hidden"> below ${this.cell}</span>
      </button>`;
  }

  private tool(name: keyof typeof ICONS, words: string, pressed?: boolean) {
    return html`<button
      type="button"
      class="tool"
      title=${words}
      aria-label="${words}: ${this.cell}"
      aria-pressed=${pressed === undefined ? nothing : String(pressed)}
      @click=${() => ask(this, name)}
    >
      ${ICONS[name]}
    </button>`;
  }
}
