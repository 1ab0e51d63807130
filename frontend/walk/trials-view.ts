import { html, nothing } from 'lit';
import { unpack } from '../chart/numbers.js';
import { significant } from '../format.js';
import { maths } from './maths.js';
import type { Asks, CheckMessage, TrialsMessage } from './messages.js';
import { movesView } from './moves-view.js';
import { secantView } from './secant-view.js';

/** Lets a person change a weight or input by hand, and check its gradient. */
export function trialsView(trials: TrialsMessage, check: CheckMessage | null, ask: Asks) {
  return html`<section class="walk-trials" aria-label="Try it out">
    ${trials.whatIf
      ? html`<details class="walk-fold">
          <summary>All that moves</summary>
          ${movesView(trials.whatIf)}
        </details>`
      : nothing}
    <div class="walk-checks">
      ${trials.checks
        ? html`<button
            type="button"
            class="button"
            aria-expanded=${!!trials.secant}
            @click=${() => ask('check', trials.secant ? {} : { value: 0.3 })}
          >
            Check the gradient
          </button>`
        : nothing}
      <button type="button" class="button" @click=${() => ask('check-all')}>Check all gradients</button>
      ${whole(check, ask)}
    </div>
    ${trials.secant ? secantView(trials, ask) : nothing}
  </section>`;
}

function whole(check: CheckMessage | null, ask: Asks) {
  if (!check?.count || !check.numbers) {
    return nothing;
  }
  const [gradient, slope, error] = unpack(check.numbers);
  const part = check.all > check.count ? ` (of ${check.all})` : '';
  return html`<p role="status">
    ${check.done < check.count
      ? `${check.done} of ${check.count} gradients checked${part}; worst so far: `
      : `All ${check.count} gradients${part} checked; worst: `}
    <button type="button" class="walk-number" @click=${() => ask('number', { text: check.ref! })}>${maths(check.symbol!)}</button>
    with ${significant(gradient)} by backpropagation and ${significant(slope)} by differences: a relative error of
    <b>${significant(error)}</b>.
  </p>`;
}
