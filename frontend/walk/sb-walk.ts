import { type PropertyValues, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { valueOf } from '../event-values.js';
import { LightElement } from '../light-element.js';
import { chainView, formulaView } from './chain-view.js';
import { gridTable } from './grid-table.js';
import { maths } from './maths.js';
import '../network/sb-network.js';
import type { NetworkMessage } from '../network/messages.js';
import type { Ask, Asks, CheckMessage, SamplesMessage, StageMessage, ViewMessage } from './messages.js';
import { nudgeView } from './nudge-view.js';
import { sampleRail, showStage, stageName, stageRail, stepRail } from './rails.js';
import { scatter } from './scatter.js';
import { trialsView } from './trials-view.js';

const KEYS: Record<string, [string, { number?: number }?]> = {
  ArrowRight: ['forward'],
  ArrowLeft: ['back'],
  ArrowDown: ['forward'],
  ArrowUp: ['back'],
  PageDown: ['by-steps', { number: 1 }],
  PageUp: ['by-steps', { number: -1 }],
  Home: ['step', { number: 1 }],
  End: ['step', { number: Number.MAX_SAFE_INTEGER }],
};

/** Returns the link of the weight that may be nudged. */
function chosen({ trials }: ViewMessage) {
  const [, layer, unit, input] = /^w:(\d+):kernel:(\d+):(\d+)$/.exec(trials.handle.ref) ?? [];
  return layer ? { layer: Number(layer), unit: Number(unit), input: Number(input) } : undefined;
}

/**
 * A walk through the steps of a training, stage by stage. The server has the numbers; what a person asks for goes to it
 * as `ask` events, with `what` and, where needed, a number, a text, or a place in a table.
 */
@customElement('sb-walk')
export class Walk extends LightElement {
  @property({ attribute: false }) stages: StageMessage[] = [];
  @property({ attribute: false }) samples: SamplesMessage | null = null;
  @property({ attribute: false }) network: NetworkMessage | null = null;
  @property({ attribute: false }) view: ViewMessage | null = null;
  /** How far the check of all gradients is. */
  @property({ attribute: false }) check: CheckMessage | null = null;
  /** The sentence shown while a distant step is computed again, and its progress from 0 to 1. */
  @property() waiting = '';
  @property({ type: Number }) progress = 0;
  private readonly ask: Asks = (what, more = {}) =>
    this.dispatchEvent(new CustomEvent<Ask>('ask', { detail: { what, ...more } }));

  /** Scrolls into view and takes the keys; a person who wants less motion is taken there at once. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    for (let frame = 0; frame < 3; frame++) {
      await new Promise(requestAnimationFrame); // its parts draw themselves, and make the page as long as it will be
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.querySelector<HTMLElement>('.walk-inside')?.focus({ preventScroll: true });
    (this.closest('.walk-drawer') ?? this).scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('view')) {
      showStage(this);
    }
  }

  render() {
    const { view, stages } = this;
    if (!view || !stages.length) {
      return nothing;
    }
    const stage = stages[view.stage];
    return html`<div
      class="walk-inside"
      tabindex="0"
      role="group"
      aria-label="Walk through a step. Arrow keys go from stage to stage, Page up and Page down from step to step, with Shift from epoch to epoch."
      @keydown=${this.pressed}
    >
      <div class="walk-sliders">${stepRail(view, this.ask)} ${this.stageSlider(view)}</div>
      <div>${stageRail(stages, view.stage, this.ask)}</div>
      ${this.onTheWay()}
      <div class="walk-columns">
        <div class="walk-aside">
          <sb-network
            .network=${this.network}
            .stage=${stage}
            .chosen=${chosen(view)}
            numbers=${stage.part === 'backward' ? 'backward' : 'forward'}
            @unit=${({ detail }: CustomEvent<{ layer: number; unit: number }>) => this.unit(detail, view)}
            @link=${({ detail }: CustomEvent<{ layer: number; unit: number; input: number }>) =>
              this.ask('point', {
                text: `${stage.part === 'backward' ? 'gradient' : 'w'}:${detail.layer}:kernel:${detail.unit}:${detail.input}`,
              })}
            @heat=${({ detail }: CustomEvent<{ on: boolean }>) => this.ask('heat', { number: detail.on ? 1 : 0 })}
          ></sb-network>
          ${sampleRail(view, this.ask)} ${chainView(view, this.ask)}
        </div>
        <div class="walk-main">
          <div class="walk-title" data-part=${stage.part}>
            <h3>${view.scene.title}</h3>
            <span class="walk-turns">
              <button type="button" class="button" title="Arrow left" @click=${() => this.ask('back')}>‹ Back</button>
              <button type="button" class="button primary" title="Arrow right" @click=${() => this.ask('forward')}>Next ›</button>
            </span>
          </div>
          <div class="walk-words" aria-live="polite">${view.scene.sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
          ${formulaView(view, this.ask)}
          <div class="walk-grids">${view.scene.grids.map((grid, i) => gridTable(grid, i, view.focus, this.ask))}</div>
        </div>
      </div>
      ${nudgeView(view, this.network, this.ask)}
      <div class="walk-more">
        ${view.scene.rule
          ? html`<details class="walk-fold walk-rule">
              <summary>All of them at once, with matrices</summary>
              <div class="walk-maths">${maths(view.scene.rule, true)}</div>
            </details>`
          : nothing}
        ${trialsView(view.trials, this.check, this.ask)} ${scatter(this.samples, view, this.ask)}
      </div>
    </div>`;
  }

  /** Asks for the number of a unit that fits the direction of the stage. */
  private unit({ layer, unit }: { layer: number; unit: number }, { sample, stage }: ViewMessage): void {
    const at = Math.max(0, sample);
    const number = this.stages[stage].part === 'backward' ? 'delta' : 'a';
    this.ask('point', { text: layer < 0 ? `x:${unit}:${at}` : `${number}:${layer}:${unit}:${at}` });
  }

  private onTheWay() {
    return html`<div class="walk-waiting" ?hidden=${!this.waiting}>
      <span role="status">${this.waiting}</span>
      <progress max="1" .value=${this.progress} aria-label="How far it is"></progress>
      <button type="button" class="button" @click=${() => this.ask('stay')}>Cancel</button>
    </div>`;
  }

  private stageSlider({ stage }: ViewMessage) {
    const { stages } = this;
    return html`<label class="walk-slider">
      <span>Stage ${stage + 1} of ${stages.length}: <b>${stageName(stages, stages[stage])}</b></span>
      <input
        type="range"
        min="0"
        max=${stages.length - 1}
        .value=${String(stage)}
        aria-valuetext=${stageName(stages, stages[stage])}
        @input=${(event: Event) => this.ask('stage', { number: Number(valueOf(event)) })}
      />
    </label>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const typing = (event.target as Element).matches('input, select, textarea');
    const paging = event.key.startsWith('Page');
    const other = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && !paging);
    if (other || (typing && !paging) || !KEYS[event.key]) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const [what, more] = KEYS[event.key];
    this.ask(event.shiftKey ? 'by-epochs' : what, more);
  };
}
