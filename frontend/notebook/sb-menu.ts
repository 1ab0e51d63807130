import { LitElement, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { COMMANDS, shown } from './commands.js';
import { ICONS } from './icons.js';
import { style } from './style.js';

/** A button of the notebook's bar that opens a few more commands; `chosen` has the command's name. */
@customElement('sb-menu')
export class Menu extends LitElement {
  static styles = style;

  @property({ attribute: false }) names: string[] = [];
  @property() label = '';

  @state() private open = false;
  @query('.opener') private opener!: HTMLButtonElement;

  connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.left);
    this.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focusout', this.left);
    this.removeEventListener('keydown', this.pressed);
  }

  render() {
    return html`<button
        type="button"
        class="opener"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.label}
        title=${this.label}
        @click=${() => (this.open ? this.close() : this.show())}
      >
        ${ICONS.more}
      </button>
      <div role="menu" aria-label=${this.label} ?hidden=${!this.open}>
        ${COMMANDS.filter(({ name }) => this.names.includes(name)).map(
          ({ name, words, keys }) =>
            html`<button type="button" role="menuitem" class="row" @click=${() => this.choose(name)}>
              <strong>${words}</strong><span></span>${keys.map((key) => html`<kbd>${shown(key)}</kbd>`)}
            </button>`,
        )}
      </div>`;
  }

  private get items(): HTMLElement[] {
    return [...this.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private show(): void {
    this.open = true;
    void this.updateComplete.then(() => this.items[0]?.focus());
  }

  private close(): void {
    this.open = false;
    this.opener.focus();
  }

  private choose(name: string): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent('chosen', { detail: name }));
  }

  private readonly left = (event: FocusEvent) => {
    if (!event.relatedTarget) {
      this.open = false;
    }
  };

  /** Handles the keys while the menu is open; they are no commands of the notebook then. */
  private readonly pressed = (event: KeyboardEvent) => {
    if (!this.open || event.key === 'Tab') {
      this.open = false;
      return;
    }
    event.stopPropagation();
    const items = this.items;
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      this.close();
    } else if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length].focus();
    }
  };
}
