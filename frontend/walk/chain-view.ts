import { html, nothing } from 'lit';
import { exact, significant } from '../format.js';
import { maths } from './maths.js';
import type { Asks, ChainMessage, Link, ViewMessage } from './messages.js';

/** Writes how the number in focus is computed: in symbols, then in numbers. A formula too long wraps at its operators. */
export function formulaView({ chain, crumbs, stage }: ViewMessage, ask: Asks) {
  const { symbol, symbols, numbers, given } = chain;
  const equation = given ? numbers : `${symbols} ${numbers.slice(symbol.length)}`;
  return html`<section class="walk-formula" aria-label="The formula">
    ${trail(crumbs, ask)}
    <div class="walk-maths">${maths(equation, true)}</div>
    <output class="visually-hidden" data-stage=${stage}>${significant(Number(chain.value))}</output>
    ${given ? html`<p class="quiet">This number is not computed: it is ${given}.</p>` : nothing}
  </section>`;
}

/** Shows the factors of the number in focus, each with its value and a link to its own factors. */
export function chainView({ chain }: ViewMessage, ask: Asks) {
  return chain.given
    ? nothing
    : html`<section class="walk-chain" aria-label="What this number is made of">${parts(chain, ask)}</section>`;
}

function trail(crumbs: Link[], ask: Asks) {
  if (!crumbs.length) {
    return nothing;
  }
  return html`<nav class="walk-crumbs" aria-label="The way to this number">
    ${crumbs.map(
      (crumb, i) =>
        html`${i ? html`<span aria-hidden="true">←</span>` : nothing}<button
            type="button"
            aria-current=${i === crumbs.length - 1 ? 'true' : nothing}
            @click=${() => ask('crumb', { number: i + 1 })}
          >
            ${maths(crumb.symbol)}
          </button>`,
    )}
  </nav>`;
}

function parts(chain: ChainMessage, ask: Asks) {
  return html`<p class="walk-chain-hint">
      ${chain.sum && chain.parts.length > 1 ? 'The sum of these' : 'Made of these'}; press a number to see what it is made of
      itself.
    </p>
    <ul class="walk-parts">
      ${chain.parts.map(
        (part) =>
          html`<li>
            ${part.factors.map(
              (factor, i) => html`${i ? html`<span class="walk-times">·</span>` : nothing}${number(factor, ask)}`,
            )}
            ${part.factors.length > 1
              ? html`<span class="walk-product" title=${exact(Number(part.value))}>= ${significant(Number(part.value))}</span>`
              : nothing}
            ${part.sample ? html`<span class="quiet">sample ${part.sample}</span>` : nothing}
          </li>`,
      )}
      ${chain.left
        ? html`<li class="quiet">
            and ${chain.left} more${chain.sum ? html`, together ${significant(Number(chain.leftValue))}` : nothing}
          </li>`
        : nothing}
    </ul>`;
}

function number({ symbol, value, ref }: Link, ask: Asks) {
  const inside = html`${maths(symbol)}<span class="walk-value">${significant(Number(value))}</span>`;
  return ref
    ? html`<button type="button" class="walk-number" title=${exact(Number(value))} @click=${() => ask('number', { text: ref })}>
        ${inside}
      </button>`
    : html`<span class="walk-number constant" title=${exact(Number(value))}>${inside}</span>`;
}
