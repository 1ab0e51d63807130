/** What is learnt: which points, how many of them train, how noisy they are. */
import { html, nothing } from 'lit';
import type { Brush } from './brush.js';
import { slider } from './controls.js';
import { type Desk, anyNumber } from './desk.js';
import type { Paints } from './heat.js';
import { MOST_CLASSES } from './own-points.js';

const CONTROLS = ['data', 'classes', 'train', 'noise', 'batch', 'seed'];

export function dataColumn(desk: Desk, brush: Brush, paints?: Paints) {
  if (CONTROLS.every((control) => desk.gone(control))) {
    return nothing;
  }
  const own = desk.text('data') === 'own';
  const one = (label: string, key: string, min: number, max: number, step: number, unit: string) =>
    desk.gone(key) ? nothing : slider(label, key, { min, max, step, unit }, desk.text(key), desk.setter(key));
  return html`<section class="pg-data" aria-labelledby="pg-data-title">
    <h2 id="pg-data-title">Data</h2>
    ${desk.gone('data') ? nothing : thumbs(desk, own, paints)}
    ${own && !desk.gone('data') ? ownPoints(desk, brush) : nothing}
    ${desk.settings.problem === 'classes' && !own ? one('Classes', 'classes', 3, MOST_CLASSES, 1, '') : nothing}
    ${one('To train', 'train', 10, 90, 10, ' %')}${own ? nothing : one('Noise', 'noise', 0, 50, 5, ' %')}
    ${one('Batch size', 'batch', 1, 30, 1, '')}
    ${
      desk.gone('seed')
        ? nothing
        : html`<button class="button pg-wide" @click=${() => desk.set({ seed: anyNumber() })}>
          ${own ? 'Mix' : 'Regenerate'}
        </button>`
    }
  </section>`;
}

function thumbs(desk: Desk, own: boolean, paints?: Paints) {
  const figures = desk.catalogue.figures.filter(
    ({ key, problem }) => key !== 'own' && problem === desk.settings.problem,
  );
  return html`<div class="pg-thumbs" role="group" aria-label="Which points">
    ${figures.map(
      ({ key, title, picture }) =>
        html`<button
          class="pg-thumb"
          aria-pressed=${desk.text('data') === key}
          aria-label=${title}
          title=${title}
          @click=${() => desk.set({ data: key })}
        >
          <sb-pg-thumb .picture=${picture} .paint=${paints}></sb-pg-thumb>
        </button>`,
    )}
    <button
      class="pg-thumb pg-own"
      aria-pressed=${own}
      title="Paint your own points, or load a table"
      @click=${() => desk.set({ data: 'own' })}
    >
      Own points
    </button>
  </div>`;
}

function ownPoints(desk: Desk, brush: Brush) {
  return html`<div class="pg-paint">
    <p class="pg-hint">
      ${
        desk.settings.problem === 'regression'
          ? 'These points have numbers. To paint others instead, of classes, take a class:'
          : 'Paint on the plane with a class:'
      }
    </p>
    <div class="pg-brushes" role="group" aria-label="Brush">
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
      <label class="pg-text-button pg-file"
        >Load CSV<input
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label="Load a table: two numbers that place a point, its class or number last"
          @change=${(event: Event) => loadTable(desk, event.target as HTMLInputElement)}
      /></label>
    </div>
  </div>`;
}

async function loadTable(desk: Desk, box: HTMLInputElement): Promise<void> {
  const file = box.files?.[0];
  if (file) {
    desk.tell('csv', { text: await file.slice(0, 600_000).text() });
    box.value = '';
  }
}
