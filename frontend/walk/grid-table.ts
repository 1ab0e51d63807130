import { html, nothing } from 'lit';
import { unpack } from '../chart/numbers.js';
import { exact, significant } from '../format.js';
import { maths } from './maths.js';
import type { Asks, GridMessage } from './messages.js';
import { turnButton } from './rails.js';

/** Draws a matrix as a table: each number has the colour of its sign, as strong as it is large. */
export function gridTable(grid: GridMessage, index: number, focus: number[], ask: Asks) {
  const values = unpack(grid.values);
  const most = Math.max(...Array.from(values, (value) => (Number.isFinite(value) ? Math.abs(value) : 0)), 1e-300);
  const width = grid.columnNames.length;
  const inFocus = (row: number, column: number) =>
    focus[0] === index && focus[1] === grid.top + row && focus[2] === grid.left + column;
  const hasFocus = grid.rowNames.some((_, row) => grid.columnNames.some((__, column) => inFocus(row, column)));
  return html`<figure class="walk-grid">
    <figcaption>
      <span class="walk-grid-name">${maths(grid.name)}</span>
      <span class="quiet">${grid.shape} <span class="walk-axes">(${grid.axes})</span></span>
    </figcaption>
    <div class="walk-scroll">
      <table aria-label="${plain(grid.name)}, ${grid.axes}, ${grid.shape}" @keydown=${walkCells}>
        <thead>
          <tr>
            <td></td>
            ${grid.columnNames.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${grid.rowNames.map(
            (name, row) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${grid.columnNames.map((_, column) => {
                  const value = values[row * width + column];
                  const first = hasFocus ? inFocus(row, column) : row === 0 && column === 0;
                  return html`<td
                    class=${value < 0 ? 'below' : 'above'}
                    style="--share: ${Number.isFinite(value) ? Math.abs(value) / most : 1}"
                  >
                    <button
                      type="button"
                      title=${exact(value)}
                      tabindex=${first ? 0 : -1}
                      aria-current=${inFocus(row, column) ? 'true' : nothing}
                      @click=${() => ask('cell', { at: { grid: index, row: grid.top + row, column: grid.left + column } })}
                    >
                      ${significant(value)}
                    </button>
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${summary(grid)} ${pager(grid, index, ask)}
  </figure>`;
}

function plain(tex: string): string {
  return tex
    .replace(/\\(text|frac|partial|hat|delta|Delta)/g, (_, word: string) => (word === 'text' ? '' : ` ${word} `))
    .replace(/[{}^\\]/g, '');
}

function summary(grid: GridMessage) {
  if (!grid.summary) {
    return nothing;
  }
  const [least, mean, most] = unpack(grid.summary);
  return html`<p class="walk-summary">From ${significant(least)} to ${significant(most)}, mean ${significant(mean)}.</p>`;
}

/** Draws the buttons that lead to the other parts of a large matrix. */
function pager(grid: GridMessage, index: number, ask: Asks) {
  const [down, across] = [grid.rowNames.length, grid.columnNames.length];
  const part = (word: string, first: number, shown: number, all: number, go: (to: number) => void) =>
    shown === all
      ? nothing
      : html`<span class="walk-pager">
          ${turnButton('‹', `Earlier ${word}`, first === 0, () => go(first - shown))} ${word} ${first + 1}–${first + shown} of
          ${all} ${turnButton('›', `Later ${word}`, first + shown === all, () => go(first + shown))}
        </span>`;
  return html`${part('rows', grid.top, down, grid.rows, (row) => ask('window', { at: { grid: index, row, column: grid.left } }))}
  ${part('columns', grid.left, across, grid.columns, (column) => ask('window', { at: { grid: index, row: grid.top, column } }))}`;
}

/** Lets the arrow keys go from number to number while one of them has the focus. */
function walkCells(event: KeyboardEvent): void {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [0, 0];
  const cell = (event.target as Element).closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | undefined;
  if (!cell || !row || (!down && !right)) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const next = (row.parentElement as HTMLTableSectionElement).rows[row.sectionRowIndex + down]?.cells[cell.cellIndex + right];
  next?.querySelector('button')?.focus();
}
