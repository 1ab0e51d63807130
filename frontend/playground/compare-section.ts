/** Runs side by side, below all else. */
import { html } from 'lit';
import type { PlaygroundContext } from './playground-context.js';
import type { Lane, Setup, SweepWish, TextMessage } from './messages.js';
import './sb-pg-compare.js';
import type { Kept } from './sb-pg-compare.js';
import type { Moment } from './moments.js';

const MOST_KEPT = 8;

export function compareSection(context: PlaygroundContext, lanes: Lane[], kept: Kept[], keep: () => void) {
  const use = (event: CustomEvent<{ texts?: Record<string, string>; link?: string }>) => {
    const { texts, link } = event.detail;
    if (texts) {
      context.set(texts);
    } else if (link) {
      context.tell('link', { text: link } satisfies TextMessage);
    }
  };
  return html`<details
    class="pg-compare"
    @sweep=${(event: CustomEvent<SweepWish>) => context.tell('sweep', event.detail)}
    @keep=${keep}
    @use=${use}
  >
    <summary>Compare runs</summary>
    <sb-pg-compare .lanes=${lanes} .kept=${kept}></sb-pg-compare>
  </details>`;
}

/** Returns the runs that are kept, with this one, epoch by epoch. */
export function withRun(kept: Kept[], context: PlaygroundContext, moments: Moment[], setup?: Setup): Kept[] {
  const { link } = context.settings;
  const steps = Math.ceil((setup?.training.x.length ?? 1) / (setup?.batch ?? 1));
  const epochs = moments.map((moment) => ({ ...moment, step: moment.step / steps }));
  return [...kept, { name: link.replaceAll('&', ' ') || 'first setup', link, moments: epochs }].slice(-MOST_KEPT);
}
