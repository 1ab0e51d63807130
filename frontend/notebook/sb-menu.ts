import { LitElement, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { place } from '../popup.js';
import { COMMANDS, shown } from './commands.js';
import { ICONS } from './icons.js';
import { style } from './style.js';

/**
 * A button of the notebook's bar that opens a few more commands; `chosen` has the command's name. The browser closes the
 * menu on Esc, on a press outside, and when another one opens.
 */
@customElement('sb-menu')
export class Menu extends LitElement {
  static styles = style;

  @property({ attribute: false }) names: string[] = [];
  @property() label = '';

  @query('.opener') private opener!: HTMLButtonElement;
  @query('[popover]') private menu!: HTMLElement;

  render() {
    return html`<button
        type="button"
        class="opener"
        aria-haspopup="menu"
        popovertarget="menu"
        aria-label=${this.label}
        title=${this.label}
      >
        ${ICONS.more}
      </button>
      <div id="menu" role="menu" popover aria-label=${this.label} @toggle=${this.toggled} @keydown=${this.pressed}>
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

  private choose(name: string): void {
    this.menu.hidePopover();
    this.dispatchEvent(new CustomEvent('chosen', { detail: name }));
  }

  private readonly toggled = (event: ToggleEvent) => {
    if (event.newState === 'open') {
      place(this.menu, this.opener);
      this.items[0]?.focus();
    }
  };

  /** Handles the keys while the menu is open; they are no commands of the notebook then. */
  private readonly pressed = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      this.menu.hidePopover();
      return;
    }
    event.stopPropagation();
    const items = this.items;
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      this.menu.hidePopover();
      this.opener.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length].focus();
    }
  };
}
