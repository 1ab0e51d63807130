/** The data to learn from: which points, how many of them train, how noisy they are. */
import { html, nothing } from 'lit';
import type { PointBrush } from './point-brush.js';
import { fileButton, slider } from './controls.js';
import { type PlaygroundContext, anyNumber } from './playground-context.js';
import type { Paints } from './heat.js';
import { MOST_CLASSES } from './own-points.js';

const LOAD = {
  style: 'pg-text-button',
  words: 'Load CSV',
  label: 'Load a table: two numbers that place a point, its class or number last',
  accept: '.csv,.tsv,.txt,text/csv,text/plain',
};
const CONTROLS = ['data', 'classes', 'train', 'noise', 'batch', 'seed'];

export function dataColumn(context: PlaygroundContext, brush: PointBrush, paints?: Paints) {
  if (CONTROLS.every((control) => context.gone(control))) {
    return nothing;
  }
  const own = context.text('data') === 'own';
  const one = (label: string, key: string, min: number, max: number, step: number, unit: string) =>
    context.gone(key) ? nothing : slider(label, key, { min, max, step, unit }, context.text(key), context.setter(key));
  return html`<section class="pg-data" aria-labelledby="pg-data-title">
    <h2 id="pg-data-title">Data</h2>
    ${context.gone('data') ? nothing : thumbs(context, own, paints)}
    ${own && !context.gone('data') ? ownPoints(context, brush) : nothing}
    ${context.settings.problem === 'classes' && !own ? one('Classes', 'classes', 3, MOST_CLASSES, 1, '') : nothing}
    ${one('To train', 'train', 10, 90, 10, ' %')}${own ? nothing : one('Noise', 'noise', 0, 50, 5, ' %')}
    ${one('Batch size', 'batch', 1, 30, 1, '')}
    ${context.gone('seed')
      ? nothing
      : html`<button class="button pg-wide" @click=${() => context.set({ seed: anyNumber() })}>
          ${own ? 'Mix' : 'Regenerate'}
        </button>`}
  </section>`;
}

function thumbs(context: PlaygroundContext, own: boolean, paints?: Paints) {
  const figures = context.catalogue.figures.filter(({ key, problem }) => key !== 'own' && problem === context.settings.problem);
  return html`<div class="pg-thumbs" role="group" aria-label="Which points">
    ${figures.map(
      ({ key, title, picture }) =>
        html`<button
          class="pg-thumb"
          aria-pressed=${context.text('data') === key}
          aria-label=${title}
          title=${title}
          @click=${() => context.set({ data: key })}
        >
          <sb-pg-thumb .picture=${picture} .paint=${paints}></sb-pg-thumb>
        </button>`,
    )}
    <button
      class="pg-thumb pg-own"
      aria-pressed=${own}
      title="Paint your own points, or load a table"
      @click=${() => context.set({ data: 'own' })}
    >
      Own points
    </button>
  </div>`;
}

function ownPoints(context: PlaygroundContext, brush: PointBrush) {
  return html`<div class="pg-paint">
    <p class="pg-hint">
      ${context.settings.problem === 'regression'
        ? 'These points have numbers. To paint others instead, of classes, take a class:'
        : 'Paint on the plane with a class:'}
    </p>
    <div class="pg-brushes" role="group" aria-label="PointBrush">
      ${Array.from(
        { length: MOST_CLASSES },
        (_, i) =>
          html`<button
            class="pg-brush"
            aria-pressed=${brush.ofClass === i}
            aria-label="Class ${i + 1}"
            style="--tone: ${brush.colours[i] ?? 'gray'}"
            @click=${() => brush.take(i)}
          >
            ${i + 1}
          </button>`,
      )}
      <button class="pg-brush" aria-pressed=${brush.ofClass < 0} @click=${() => brush.take(-1)}>Rub out</button>
    </div>
    <div class="pg-paint-tools">
      <button class="pg-text-button" ?disabled=${!brush.canUndo} @click=${() => brush.undo()}>Undo</button>
      <button class="pg-text-button" @click=${() => brush.clear()}>Clear</button>
      ${fileButton(context, LOAD, (bytes) => context.load(bytes))}
    </div>
  </div>`;
}
