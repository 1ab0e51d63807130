import { html, nothing } from 'lit';
import { unpack } from '../chart/numbers.js';
import { significant } from '../format.js';
import { maths } from './maths.js';
import type { Move, WhatIfMessage } from './messages.js';

/** Shows how numbers move when a weight or an input changes, forward and backward, next to the derivative's forecast. */
export function movesView(whatIf?: WhatIfMessage) {
  if (!whatIf) {
    return nothing;
  }
  return html`<div class="walk-scroll" tabindex="0" role="group" aria-label="What moves">
    <table class="walk-moves">
      <caption>
        What moves, and what the derivative foretells: the old number plus slope times change
      </caption>
      <thead>
        <tr>
          <th scope="col">number</th>
          <th scope="col">before</th>
          <th scope="col">after</th>
          <th scope="col">foretold</th>
          <th scope="col">moved by</th>
        </tr>
      </thead>
      ${part('Forward: sums, activations, prediction and loss', whatIf.moves, whatIf.left)}
      ${part('Backward: errors δ and gradients', whatIf.backward, whatIf.backwardLeft)}
    </table>
  </div>`;
}

function part(name: string, moves: Move[], left: number) {
  return html`<tbody>
    <tr class="walk-moves-part">
      <th scope="rowgroup" colspan="5">${name}</th>
    </tr>
    ${moves.map(row)}
    ${moves.length
      ? nothing
      : html`<tr>
          <td colspan="5" class="quiet">None of them moves.</td>
        </tr>`}
    ${left
      ? html`<tr>
          <td colspan="5" class="quiet">and ${left} more that move less</td>
        </tr>`
      : nothing}
  </tbody>`;
}

function row({ symbol, numbers }: Move) {
  const [before, after, foretold] = unpack(numbers);
  return html`<tr>
    <th scope="row">${maths(symbol)}</th>
    <td>${significant(before)}</td>
    <td>${significant(after)}</td>
    <td class="quiet">${significant(foretold)}</td>
    <td class=${after < before ? 'fell' : after > before ? 'rose' : ''}>${significant(after - before)}</td>
  </tr>`;
}
