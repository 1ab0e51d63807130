import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import type { Moment } from './moments.js';

const WIDTH = 200;
const HEIGHT = 56;

/** Both losses as lines over the steps; the test loss is the darker one. */
@customElement('sb-pg-losses')
export class Losses extends LightElement {
  @property({ attribute: false }) moments: Moment[] = [];
  /** The loss at the top; 0 for the largest there is. */
  @property({ type: Number }) top = 0;

  protected render() {
    const { moments, top } = this;
    const most = top || Math.max(1e-9, ...moments.map(({ train, test }) => Math.max(train, test)).filter(Number.isFinite));
    const last = Math.max(1, moments[moments.length - 1]?.step ?? 1);
    const line = (of: (moment: Moment) => number) =>
      moments
        .filter((moment) => Number.isFinite(of(moment)))
        .map(
          (moment, i) =>
            `${i ? 'L' : 'M'}${((moment.step / last) * WIDTH).toFixed(1)} ${(HEIGHT - 2 - Math.min(1, of(moment) / most) * (HEIGHT - 6)).toFixed(1)}`,
        )
        .join('');
    return html`<svg class="pg-losses" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<path class="train" d=${line((m) => m.train)} /><path class="test" d=${line((m) => m.test)} />`}
    </svg>`;
  }
}
