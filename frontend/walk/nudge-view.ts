import { html, nothing } from 'lit';
import { unpack } from '../chart/numbers.js';
import { valueOf } from '../event-values.js';
import { significant } from '../format.js';
import type { NetworkMessage } from '../network/messages.js';
import { maths } from './maths.js';
import type { Asks, NudgeLink, ViewMessage } from './messages.js';
import { nameOf } from './names.js';
import { texNumber } from './tex-number.js';

const MOST_CHOICES = 300;

/** Lets a person change a weight, and shows how far each number of its chain moves, with its slope. */
export function nudgeView({ trials, width }: ViewMessage, network: NetworkMessage | null, ask: Asks) {
  const { handle, nudge, whatIf } = trials;
  const own = Number(handle.value);
  const now = nudge ? Number(nudge.value) : whatIf ? Number(whatIf.value) : own;
  const reach = Math.max(0.5, Math.abs(own));
  return html`<section class="walk-nudge" aria-label="Nudge">
    <div class="walk-nudge-head">
      <h4>Nudge</h4>
      ${choice(handle.ref, network, ask)}
      <label class="walk-slider">
        <span>Change ${maths(handle.symbol)} from ${significant(own)} to <b>${significant(now)}</b></span>
        <input
          type="range"
          aria-label=${`Change ${nameOf(handle.symbol)}`}
          min=${own - reach}
          max=${own + reach}
          step=${reach / 100}
          .value=${String(now)}
          @input=${(event: Event) => ask('try', { value: Number(valueOf(event)) })}
        />
      </label>
      <button type="button" class="button" ?disabled=${now === own} @click=${() => ask('try', { value: own })}>
        Put it back
      </button>
    </div>
    ${nudge ? bars(nudge.links, Number(nudge.foretold), reach, width) : nothing}
  </section>`;
}

/** Chooses among the weights of the picture. */
function choice(at: string, network: NetworkMessage | null, ask: Asks) {
  const all = (network?.columns ?? []).flatMap((column, i, columns) =>
    i && !column.single && column.layer === columns[i - 1].layer + 1
      ? Array.from({ length: column.units * columns[i - 1].units }, (_, place) => {
          const [unit, input] = [Math.floor(place / columns[i - 1].units), place % columns[i - 1].units];
          const comma = column.units > 9 || columns[i - 1].units > 9 ? ',' : '';
          return {
            ref: `w:${column.layer}:kernel:${unit}:${input}`,
            name: `w${below(`${unit + 1}${comma}${input + 1}`)}, layer ${column.layer + 1}`,
          };
        })
      : [],
  );
  return all.length > MOST_CHOICES
    ? html`<span class="quiet">Press a link of the picture for another weight.</span>`
    : html`<label
        >Weight
        <select class="walk-choice" @change=${(event: Event) => ask('point', { text: valueOf(event) })}>
          ${all.some(({ ref }) => ref === at) ? nothing : html`<option value=${at} selected>another</option>`}
          ${all.map(({ ref, name }) => html`<option value=${ref} ?selected=${ref === at}>${name}</option>`)}
        </select></label
      >`;
}

function below(index: string): string {
  return index.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}

function bars(links: NudgeLink[], foretold: number, reach: number, width: number) {
  const numbers = links.map((link) => unpack(link.numbers));
  const slopes = numbers.map(([, slope]) => slope);
  const product = slopes.reduce((all, slope) => all * slope, 1);
  const reaches = slopes.map((_, i) => Math.abs(slopes.slice(0, i).reduce((all, slope) => all * slope, reach)));
  const most = Math.max(1e-12, ...reaches.filter(Number.isFinite));
  const change = numbers[0][0];
  return html`<ol class="walk-bars">
      ${links.map(({ symbol, slopeSymbol }, i) => {
        const [by, slope] = numbers[i];
        const size = Math.min(50, (50 * Math.abs(by)) / most);
        return html`<li>
          <span class="walk-bar-name">${maths(symbol)} <output>${signed(by)}</output></span>
          <span class="walk-bar" aria-hidden="true"
            ><i
              class=${by < 0 ? 'below' : 'above'}
              style="inline-size: ${size}%; inset-inline-start: ${by < 0 ? 50 - size : 50}%"
            ></i
          ></span>
          <span class="walk-slope"
            >${slopeSymbol
              ? maths(slopeSymbol === '1' ? '\\times 1' : `\\times\\; ${slopeSymbol} = ${texNumber(slope)}`)
              : html`<b>the true change</b>`}</span
          >
        </li>`;
      })}
    </ol>
    <p class="walk-product">
      Slopes multiplied: ${slopes.slice(0, -1).map((slope, i) => `${i ? ' · ' : ''}${factor(slope)}`)} =
      <b>${significant(product)}</b>. Times ${signed(change)}: <b>${signed(foretold)}</b>, and the loss really changes by
      <b>${signed(numbers.at(-1)![0])}</b>.
      ${width > 1 ? html`The gradient of the mini-batch is the mean of this product over its ${width} samples.` : nothing}
    </p>`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${significant(value)}`;
}

function factor(value: number): string {
  return value < 0 ? `(${significant(value)})` : significant(value);
}
