import { html, nothing } from 'lit';
import { valueOf } from '../event-values.js';
import { whole } from '../format.js';
import type { Asks, StageMessage, ViewMessage } from './messages.js';

const PARTS = [
  { part: 'forward', word: 'Forward' },
  { part: 'loss', word: '' },
  { part: 'backward', word: 'Backward' },
] as const;

/** Names a stage, with its layer. */
export function stageName(stages: StageMessage[], { word, layer, kind }: StageMessage): string {
  const layers = Math.max(...stages.map((each) => each.layer));
  const of = layer && layers > 1 ? `, layer ${layer}` : '';
  return `${kind === 'back' ? 'Error passed back' : word}${of}`;
}

/** Draws the lesson's stages in a row, and below them the layers of the current stage. */
export function stageRail(stages: StageMessage[], at: number, ask: Asks) {
  const now = stages[at];
  const words = (part: string) => [...new Set(stages.filter((each) => each.part === part).map((each) => each.word))];
  return html`<div class="walk-rail" role="group" aria-label="Stages of the step">
      ${PARTS.map(
        ({ part, word }) =>
          html`<div class="walk-part" data-part=${part}>
            ${word ? html`<span class="walk-part-name" aria-hidden="true">${word}</span>` : nothing}
            ${words(part).map(
              (each) =>
                html`<button
                  type="button"
                  aria-current=${now.word === each ? 'step' : nothing}
                  @click=${() => ask('stage', { number: nearest(stages, at, each) })}
                >
                  ${each}
                </button>`,
            )}
          </div>`,
      )}
    </div>
    ${layers(stages, at, ask)}`;
}

/** Scrolls the rail to the current stage where it is wider than its room; the page itself stays. */
export function showStage(walk: Element): void {
  const rail = walk.querySelector('.walk-rail');
  const now = rail?.querySelector('[aria-current]');
  if (rail && now) {
    const [room, box] = [rail.getBoundingClientRect(), now.getBoundingClientRect()];
    rail.scrollLeft += box.left + box.width / 2 - (room.left + room.width / 2);
  }
}

/** Returns the stage of this name in the current layer, or else the first of this name. */
function nearest(stages: StageMessage[], at: number, word: string): number {
  const layer = stages[at].layer;
  const same = stages.findIndex((each) => each.word === word && each.layer === layer && each.kind !== 'back');
  return same >= 0 ? same : stages.findIndex((each) => each.word === word);
}

function layers(stages: StageMessage[], at: number, ask: Asks) {
  const now = stages[at];
  const alike = stages.map((stage, index) => ({ stage, index })).filter(({ stage }) => stage.word === now.word);
  return alike.length < 2
    ? nothing
    : html`<div class="walk-layers" role="group" aria-label="Layers">
        ${alike.map(
          ({ stage, index }) =>
            html`<button
              type="button"
              aria-current=${index === at ? 'true' : nothing}
              @click=${() => ask('stage', { number: index })}
            >
              ${stage.kind === 'back' ? 'error of ' : ''}layer ${stage.layer}
            </button>`,
        )}
      </div>`;
}

/** Shows the current step, and leads to others. */
export function stepRail(view: ViewMessage, ask: Asks) {
  const { step, first, last, epoch } = view;
  const to = (what: 'step' | 'by-epochs', sign: string, label: string, number: number, off: boolean) =>
    turnButton(sign, label, off, () => ask(what, { number }), label);
  return html`<div class="walk-steps">
    ${to('step', '⇤', 'First step (Home)', first, step === first)}
    ${to('by-epochs', '«', 'Epoch before (Shift + Page up)', -1, step === first)}
    ${to('step', '‹', 'Step before (Page up)', step - 1, step === first)}
    <label class="walk-slider">
      <span>Step <b>${whole(step)}</b> of ${whole(last)}, epoch ${whole(epoch)}</span>
      <input
        type="range"
        min=${first}
        max=${last}
        .value=${String(step)}
        ?disabled=${last === first}
        @change=${(event: Event) => ask('step', { number: Number(valueOf(event)) })}
      />
    </label>
    ${to('step', '›', 'Next step (Page down)', step + 1, step === last)}
    ${to('by-epochs', '»', 'Next epoch (Shift + Page down)', 1, step === last)}
  </div>`;
}

/** Draws a button that leads to another step, sample or part. */
export function turnButton(sign: string, label: string, off: boolean, press: () => void, title?: string) {
  return html`<button type="button" class="button" aria-label=${label} title=${title ?? nothing} ?disabled=${off} @click=${press}>
    ${sign}
  </button>`;
}

/** Chooses the sample that is shown, or all of the mini-batch. */
export function sampleRail({ sample, width, rows }: ViewMessage, ask: Asks) {
  const one = sample >= 0;
  const go = (number: number) => ask('sample', { number });
  return width === 1
    ? html`<p class="walk-sample quiet">The mini-batch is one sample: row ${rows[0] + 1} of the data.</p>`
    : html`<div class="walk-sample" role="group" aria-label="Samples">
        <button type="button" class="chip" aria-pressed=${!one} @click=${() => go(-1)}>All ${width} samples</button>
        <button type="button" class="chip" aria-pressed=${one} @click=${() => go(Math.max(0, sample))}>One sample</button>
        ${one
          ? html`<span class="walk-pager">
              ${turnButton('‹', 'Sample before', sample === 0, () => go(sample - 1))} (${sample + 1}) of ${width}, row
              ${rows[sample] + 1} of the data ${turnButton('›', 'Next sample', sample === width - 1, () => go(sample + 1))}
            </span>`
          : nothing}
      </div>`;
}
