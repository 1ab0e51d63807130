import { html, nothing, svg } from 'lit';
import { unpack } from '../chart/numbers.js';
import { significant } from '../format.js';
import { maths } from './maths.js';
import type { Ask, CheckMessage, Link, TrialsMessage } from './messages.js';

const WIDTH = 360;
const HEIGHT = 190;
const EDGE = 12;

/** What one can do to a weight or input by hand, and how its gradient is checked. */
export function trialsView(trials: TrialsMessage, check: CheckMessage | null, ask: Ask) {
  const { handle } = trials;
  return html`<section class="walk-trials" aria-label="Try it out">
    ${handle ? html`${slider(handle, trials, ask)} ${moves(trials)}` : nothing}
    <div class="walk-checks">
      ${handle && trials.checks
        ? html`<button type="button" class="button" aria-expanded=${!!trials.secant} @click=${() => ask('check', trials.secant ? {} : { value: 0.3 })}>
            Check the gradient
          </button>`
        : nothing}
      <button type="button" class="button" @click=${() => ask('check-all')}>Check all gradients</button>
      ${whole(check, ask)}
    </div>
    ${trials.secant ? secantView(trials, ask) : nothing}
  </section>`;
}

function slider({ symbol, value }: Link, { whatIf }: TrialsMessage, ask: Ask) {
  const true_ = Number(value);
  const now = whatIf ? Number(whatIf.value) : true_;
  const reach = Math.max(1, 2 * Math.abs(true_));
  return html`<label class="walk-slider">
      <span>Change ${maths(symbol)} and see what moves: <b>${significant(now)}</b></span>
      <input
        type="range"
        min=${true_ - reach}
        max=${true_ + reach}
        step=${reach / 100}
        .value=${String(now)}
        @input=${(event: Event) => ask('try', { value: Number((event.target as HTMLInputElement).value) })}
      />
    </label>
    ${whatIf ? html`<button type="button" class="button" @click=${() => ask('try')}>Put it back</button>` : nothing}`;
}

function moves({ whatIf }: TrialsMessage) {
  if (!whatIf) {
    return nothing;
  }
  return html`<div class="walk-scroll" tabindex="0" role="group" aria-label="What moves">
    <table class="walk-moves">
      <caption>What moves, and what the derivative foretells: the old number plus slope times change</caption>
      <thead>
        <tr>
          <th scope="col">number</th>
          <th scope="col">before</th>
          <th scope="col">after</th>
          <th scope="col">foretold</th>
          <th scope="col">moved by</th>
        </tr>
      </thead>
      <tbody>
        ${whatIf.moves.map(({ symbol, numbers }) => {
          const [before, after, foretold] = unpack(numbers);
          return html`<tr>
            <th scope="row">${maths(symbol)}</th>
            <td>${significant(before)}</td>
            <td>${significant(after)}</td>
            <td class="quiet">${significant(foretold)}</td>
            <td class=${after < before ? 'fell' : after > before ? 'rose' : ''}>${significant(after - before)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${whatIf.left ? html`<p class="walk-summary">and ${whatIf.left} more that move less</p>` : nothing}
  </div>`;
}

function whole(check: CheckMessage | null, ask: Ask) {
  if (!check?.count || !check.numbers) {
    return nothing;
  }
  const [gradient, slope, error] = unpack(check.numbers);
  const part = check.all! > check.count ? ` (of ${check.all})` : '';
  return html`<p role="status">
    ${check.done! < check.count ? `${check.done} of ${check.count} gradients checked${part}; worst so far: ` : `All ${check.count} gradients${part} checked; worst: `}
    <button type="button" class="walk-number" @click=${() => ask('number', { text: check.ref! })}>${maths(check.symbol!)}</button>
    with ${significant(gradient)} by backpropagation and ${significant(slope)} by differences: a relative error of
    <b>${significant(error)}</b>.
  </p>`;
}

/** The loss along the weight: the tangent has backpropagation's slope, the secant that of two points beside it. */
function secantView({ handle, secant }: TrialsMessage, ask: Ask) {
  const { at, losses, numbers } = secant!;
  const [xs, ys] = [unpack(at), unpack(losses)];
  const [w, epsilon, loss, below, above, gradient, slope, error] = unpack(numbers);
  const finite = [...Array.from(ys), loss, below, above].filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const x = (value: number) => EDGE + ((value - xs[0]) / (xs[xs.length - 1] - xs[0])) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
  const curve = Array.from(xs, (value, i) => (Number.isFinite(ys[i]) ? `${x(value)} ${y(ys[i])}` : '')).filter(Boolean);
  const line = (through: number, value: number, rise: number) => {
    const end = (to: number) => `${x(to)} ${y(value + rise * (to - through))}`;
    return `M${end(xs[0])}L${end(xs[xs.length - 1])}`;
  };
  return html`<div class="walk-secant">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The loss along the weight, with tangent and secant">
      <clipPath id="inside"><rect width=${WIDTH} height=${HEIGHT} /></clipPath>
      <g clip-path="url(#inside)">
        <path class="curve" d="M${curve.join('L')}" />
        <path class="tangent" d=${line(w, loss, gradient)} />
        <path class="secant" d=${line(w - epsilon, below, slope)} />
        ${[
          [w - epsilon, below],
          [w + epsilon, above],
        ].map(([px, py]) => svg`<circle class="secant" cx=${x(px)} cy=${y(py)} r="4" />`)}
        <circle class="tangent" cx=${x(w)} cy=${y(loss)} r="4.5" />
      </g>
    </svg>
    <div>
      <div class="walk-maths">${maths(`\\frac{L(w+\\varepsilon) - L(w-\\varepsilon)}{2\\varepsilon} = ${tex(slope)}`, true)}</div>
      <p><span class="key curve"></span> the loss along ${maths(handle!.symbol)}</p>
      <p><span class="key tangent"></span> tangent, by backpropagation: <b>${significant(gradient)}</b></p>
      <p><span class="key secant"></span> secant through w ± ε: <b>${significant(slope)}</b></p>
      <p>Relative error: <b>${significant(error)}</b></p>
      <label class="walk-slider">
        <span>ε = ${significant(epsilon)}: make it smaller, and the secant becomes the tangent</span>
        <input
          type="range"
          min="-6"
          max="0"
          step="0.1"
          .value=${String(Math.log10(epsilon))}
          aria-valuetext=${significant(epsilon)}
          @input=${(event: Event) => ask('check', { value: 10 ** Number((event.target as HTMLInputElement).value) })}
        />
      </label>
    </div>
  </div>`;
}

function tex(value: number): string {
  const [number, power] = significant(value).replace('\u2212', '-').replace('\u2212', '-').split('e');
  return power ? `${number} \\cdot 10^{${power}}` : number;
}
