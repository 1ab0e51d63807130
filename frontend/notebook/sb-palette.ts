import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { matching, shown } from './commands.js';
import { ModalDialog } from './modal-dialog.js';

/** A command that the palette offers, and its action. */
export interface Entry {
  words: string;
  keys: string[];
  /** Other words by which it is found. */
  also?: string;
  run: () => void;
}

/** A list of all that can be done, found by typing a part of it. */
@customElement('sb-palette')
export class Palette extends ModalDialog {
  @state() private found: Entry[] = [];
  @state() private at = 0;
  @query('input') private box!: HTMLInputElement;

  private entries: Entry[] = [];

  /** Opens the palette with these commands. */
  offer(entries: Entry[]): void {
    this.entries = entries;
    this.box.value = '';
    this.search('');
    this.show();
  }

  render() {
    return html`<dialog id="palette" aria-label="Commands" @click=${this.closeOutside}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant="command-${this.at}"
        aria-label="Find a command"
        placeholder="Find a command or a cell…"
        maxlength="60"
        autocomplete="off"
        spellcheck="false"
        @input=${() => this.search(this.box.value)}
        @keydown=${this.pressed}
      />
      <div id="commands" role="listbox" aria-label="Commands">
        ${this.found.map(
          (entry, index) =>
            html`<div
              id="command-${index}"
              role="option"
              class="row"
              aria-selected=${index === this.at ? 'true' : 'false'}
              @click=${() => this.choose(entry)}
            >
              <strong>${entry.words}</strong><span></span>${entry.keys.map((key) => html`<kbd>${shown(key)}</kbd>`)}
            </div>`,
        )}
        ${this.found.length ? nothing : html`<p>There is no such command.</p>`}
      </div>
    </dialog>`;
  }

  private search(text: string): void {
    this.found = matching(this.entries, text);
    this.at = 0;
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      this.at = (this.at + by + this.found.length) % Math.max(1, this.found.length);
      void this.updateComplete.then(() =>
        this.shadowRoot!.querySelector(`#command-${this.at}`)?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && this.found[this.at]) {
      event.preventDefault();
      this.choose(this.found[this.at]);
    }
  };

  private choose(entry: Entry): void {
    this.dialog.close();
    entry.run();
  }
}
