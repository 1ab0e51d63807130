import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Command, KINDS, shown } from './commands.js';
import { ModalDialog } from './modal-dialog.js';

/** Asks what kind of cell to add; `chosen` has the kind. */
@customElement('sb-cell-kinds')
export class CellKinds extends ModalDialog {
  render() {
    return html`<dialog id="kinds" aria-labelledby="kinds-title" @keydown=${this.pressed} @click=${this.closeOutside}>
      <h2 id="kinds-title">Add a cell</h2>
      ${KINDS.map(
        ({ kind, words, more, key }) =>
          html`<button type="button" class="row" @click=${() => this.choose(kind)}>
            <strong>${words}</strong> <span>${more}</span> <kbd>${key.toUpperCase()}</kbd>
          </button>`,
      )}
    </dialog>`;
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const kind = KINDS.find(({ key }) => key === event.key.toLowerCase());
    if (kind && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.choose(kind.kind);
    } else {
      this.walk(event);
    }
  };

  private walk(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      const rows = [...this.dialog.querySelectorAll<HTMLElement>('.row')];
      const at = rows.indexOf(event.target as HTMLElement);
      rows[(at + by + rows.length) % rows.length]?.focus();
    }
  }

  private choose(kind: string): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('chosen', { detail: kind }));
  }
}

/** The list of the keys of some commands. */
@customElement('sb-keys')
export class Keys extends ModalDialog {
  @property({ attribute: false }) commands: Command[] = [];

  render() {
    return html`<dialog id="keys" aria-labelledby="keys-title" @click=${this.closeOutside}>
      <h2 id="keys-title" tabindex="-1" autofocus>Keys</h2>
      <p>They work while a cell is selected, not while you type in it. Press Esc to leave a cell's controls.</p>
      <table>
        ${this.commands
          .filter(({ keys }) => keys.length)
          .map(
            ({ words, keys }) =>
              html`<tr>
                <th scope="row">${words}</th>
                <td>${keys.map((key) => html`<kbd>${shown(key)}</kbd> `)}</td>
              </tr>`,
          )}
      </table>
      <form method="dialog"><button>Close</button></form>
    </dialog>`;
  }
}
