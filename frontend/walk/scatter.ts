import { html, nothing, svg } from 'lit';
import { unpack } from '../chart/numbers.js';
import type { Ask, ViewMessage } from './messages.js';

const SIZE = 220;
const EDGE = 10;

/** The samples of two inputs as points: those of the mini-batch stand out, and a press chooses one. */
export function scatter(packed: { d?: string } | undefined, { rows, sample }: ViewMessage, ask: Ask) {
  if (!packed?.d) {
    return nothing;
  }
  const numbers = unpack(packed);
  const count = numbers.length / 3;
  const of = (part: number) => Array.from({ length: count }, (_, i) => numbers[3 * i + part]);
  const [xs, ys, targets] = [of(0), of(1), of(2)];
  const middle = (Math.min(...targets) + Math.max(...targets)) / 2;
  const put = (all: number[]) => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return (value: number) => EDGE + ((value - low) / (high - low || 1)) * (SIZE - 2 * EDGE);
  };
  const [x, y] = [put(xs), put(ys)];
  const batch = new Set(rows);
  const chosen = sample >= 0 ? rows[sample] : -1;
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => rank(a) - rank(b));
  function rank(i: number): number {
    return i === chosen ? 2 : batch.has(i) ? 1 : 0;
  }
  return html`<figure class="walk-scatter">
    <figcaption>The data: press a point to follow it</figcaption>
    <svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="The samples; those of this step are strong" @click=${(event: MouseEvent) => press(event)}>
      ${order.map(
        (i) =>
          svg`<circle cx=${x(xs[i])} cy=${SIZE - y(ys[i])} r=${rank(i) === 2 ? 6 : rank(i) ? 4 : 2.5}
            class="${targets[i] < middle ? 'below' : 'above'} ${['', 'in', 'chosen'][rank(i)]}" />`,
      )}
    </svg>
  </figure>`;

  function press(event: MouseEvent): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [px, py] = [((event.clientX - box.left) / box.width) * SIZE, ((event.clientY - box.top) / box.height) * SIZE];
    let [best, least] = [-1, 12];
    for (let i = 0; i < count; i++) {
      const far = Math.hypot(x(xs[i]) - px, SIZE - y(ys[i]) - py) - 2 * rank(i);
      [best, least] = far < least ? [i, far] : [best, least];
    }
    if (best >= 0) {
      ask('row', { number: best });
    }
  }
}
