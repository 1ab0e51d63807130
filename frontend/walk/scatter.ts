import { html, nothing, svg } from 'lit';
import { unpack } from '../chart/numbers.js';
import { axes } from '../graph/axes.js';
import { range, scale } from '../graph/scale.js';
import type { Asks, SamplesMessage, ViewMessage } from './messages.js';
import { pageColours } from './page-colours.js';

const WIDTH = 280;
const HEIGHT = 264;
const BOX = { left: 38, right: WIDTH - 8, top: 22, bottom: HEIGHT - 42 };

/** Draws the samples of two inputs as points: those of the mini-batch stand out, and a press chooses one. */
export function scatter(samples: SamplesMessage | null, { rows, sample }: ViewMessage, ask: Asks) {
  if (!samples) {
    return nothing;
  }
  const numbers = unpack(samples.numbers);
  const count = numbers.length / 3;
  const of = (part: number) => Array.from({ length: count }, (_, i) => numbers[3 * i + part]);
  const [xs, ys, targets] = [of(0), of(1), of(2)];
  const middle = (Math.min(...targets) + Math.max(...targets)) / 2;
  const x = scale(...range(xs, false), false, BOX.left, BOX.right);
  const y = scale(...range(ys, false), false, BOX.bottom, BOX.top);
  const batch = new Set(rows);
  const chosen = sample >= 0 ? rows[sample] : -1;
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => rank(a) - rank(b));
  function rank(i: number): number {
    return i === chosen ? 2 : batch.has(i) ? 1 : 0;
  }
  return html`<details class="walk-scatter">
    <summary>The data: press a point to follow it</summary>
    <svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="The samples; those of this step are strong"
      @click=${(event: MouseEvent) => press(event)}
    >
      ${axes(BOX, { x, y, xName: 'input x₁', yName: 'input x₂', colours: pageColours })}
      ${order.map(
        (i) =>
          svg`<circle cx=${x.of(xs[i])} cy=${y.of(ys[i])} r=${rank(i) === 2 ? 6 : rank(i) ? 4 : 2.5}
            class="${samples.kinds ? `kind-${(targets[i] % 8) + 1}` : targets[i] < middle ? 'below' : 'above'} ${['', 'in', 'chosen'][rank(i)]}" />`,
      )}
    </svg>
  </details>`;

  function press(event: MouseEvent): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [px, py] = [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
    let [best, least] = [-1, 12];
    for (let i = 0; i < count; i++) {
      const far = Math.hypot(x.of(xs[i]) - px, y.of(ys[i]) - py) - 2 * rank(i);
      [best, least] = far < least ? [i, far] : [best, least];
    }
    if (best >= 0) {
      ask('row', { number: best });
    }
  }
}
