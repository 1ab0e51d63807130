import { html, svg } from 'lit';
import { valueOf } from '../event-values.js';
import { unpack } from '../chart/numbers.js';
import { significant } from '../format.js';
import { axes } from '../graph/axes.js';
import { range, scale } from '../graph/scale.js';
import { maths } from './maths.js';
import type { Asks, TrialsMessage } from './messages.js';
import { nameOf } from './names.js';
import { pageColours } from './page-colours.js';
import { texNumber } from './tex-number.js';

const WIDTH = 360;
const HEIGHT = 230;
const BOX = { left: 58, right: WIDTH - 12, top: 24, bottom: HEIGHT - 44 };

/** Draws the loss along the weight: the tangent has backpropagation's slope, the secant that of two points near it. */
export function secantView(trials: TrialsMessage, ask: Asks) {
  const [, epsilon, loss, below, above, gradient, slope, error] = unpack(trials.secant!.numbers);
  const finite = [loss, below, above, gradient, slope].every(Number.isFinite);
  const { symbol } = trials.handle;
  const letter = symbol.split(/[_^]/, 1)[0];
  return html`<div class="walk-secant">
    ${finite ? picture(trials) : html`<p>There is no curve to draw: the loss or its slope is no longer finite here.</p>`}
    <div>
      <div class="walk-maths">
        ${maths(`\\frac{L(${letter}+\\varepsilon) - L(${letter}-\\varepsilon)}{2\\varepsilon} = ${texNumber(slope)}`, true)}
      </div>
      <p><span class="key curve"></span> the loss along ${maths(symbol)}</p>
      <p><span class="key tangent"></span> tangent, by backpropagation: <b>${significant(gradient)}</b></p>
      <p><span class="key secant"></span> secant through ${maths(`${letter} \\pm \\varepsilon`)}: <b>${significant(slope)}</b></p>
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
          @input=${(event: Event) => ask('check', { value: 10 ** Number(valueOf(event)) })}
        />
      </label>
    </div>
  </div>`;
}

function picture({ handle, secant }: TrialsMessage) {
  const { at, losses, numbers } = secant!;
  const [xs, ys] = [unpack(at), unpack(losses)];
  const [w, epsilon, loss, below, above, gradient, slope] = unpack(numbers);
  const x = scale(xs[0], xs[xs.length - 1], false, BOX.left, BOX.right);
  const y = scale(...range([...Array.from(ys), loss, below, above], false), false, BOX.bottom, BOX.top);
  const curve = Array.from(xs, (value, i) => (Number.isFinite(ys[i]) ? `${x.of(value)} ${y.of(ys[i])}` : '')).filter(Boolean);
  const line = (through: number, value: number, rise: number) => {
    const end = (to: number) => `${x.of(to)} ${y.of(value + rise * (to - through))}`;
    return `M${end(xs[0])}L${end(xs[xs.length - 1])}`;
  };
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The loss along the weight, with tangent and secant">
    ${axes(BOX, { x, y, xName: nameOf(handle.symbol), yName: 'loss L', colours: pageColours })}
    <clipPath id="walk-inside-box">
      <rect x=${BOX.left} y=${BOX.top} width=${BOX.right - BOX.left} height=${BOX.bottom - BOX.top} />
    </clipPath>
    <g class="drawn" clip-path="url(#walk-inside-box)">
      <path class="curve" d="M${curve.join('L')}" />
      <path class="tangent" d=${line(w, loss, gradient)} />
      <path class="secant" d=${line(w - epsilon, below, slope)} />
      ${[
        [w - epsilon, below],
        [w + epsilon, above],
      ].map(([px, py]) => svg`<circle class="secant" cx=${x.of(px)} cy=${y.of(py)} r="4" />`)}
      <circle class="tangent" cx=${x.of(w)} cy=${y.of(loss)} r="4.5" />
    </g>
  </svg>`;
}
