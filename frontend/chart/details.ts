import { html, nothing } from 'lit';
import { isChecked, isOpen } from '../event-values.js';
import { table } from './parts.js';
import type { Line } from './series-store.js';

export interface Details {
  open: boolean;
  lines: Line[];
  allDigits: boolean;
  setOpen(open: boolean): void;
  setAllDigits(all: boolean): void;
}

/** Draws a chart's numbers as a table once it is opened. */
export function detailsView({ open, lines, allDigits, setOpen, setAllDigits }: Details) {
  return html`<details @toggle=${(event: Event) => setOpen(isOpen(event))}>
    <summary>Show as table</summary>
    ${open
      ? html`${table(lines, allDigits)}
          <div class="tools">
            <label
              ><input type="checkbox" .checked=${allDigits} @change=${(event: Event) => setAllDigits(isChecked(event))} />All
              digits, here and in the picture's tooltip</label
            >
          </div>`
      : nothing}
  </details>`;
}
