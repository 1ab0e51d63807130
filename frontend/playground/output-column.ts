/** The network's output over the plane, and its scores. */
import { html, nothing } from 'lit';
import { significant, whole } from '../format.js';
import { check } from './controls.js';
import type { PlaygroundContext } from './playground-context.js';
import { diagnoses } from './diagnoses.js';
import type { FrameMessage, PlanePoint, Setup } from './messages.js';
import type { Moment } from './moments.js';

export interface Shown {
  /** Of which unit the plane is. */
  title: string;
  frame?: FrameMessage;
  setup?: Setup;
  moments: Moment[];
  size: number;
  painting: boolean;
  onProbe: (event: CustomEvent<PlanePoint>) => void;
  onPaint: (event: CustomEvent<PlanePoint>) => void;
}

export function outputColumn(context: PlaygroundContext, shown: Shown) {
  const { frame, setup } = shown;
  return html`<section class="pg-output" aria-labelledby="pg-output-title">
    <div class="pg-output-head"><h2 id="pg-output-title">${shown.title}</h2></div>
    <div class="pg-scores">
      <dl>
        <div>
          <dt>Test loss</dt>
          <dd data-figure="test-loss">${score(frame?.test.loss)}</dd>
        </div>
        <div class="quiet">
          <dt>Training loss</dt>
          <dd data-figure="train-loss">${score(frame?.train.loss)}</dd>
        </div>
      </dl>
      <sb-pg-losses .moments=${shown.moments}></sb-pg-losses>
    </div>
    ${diagnoses(context, frame?.diagnoses ?? [])}
    ${frame?.notice ? html`<p class="pg-notice ${frame.broken ? 'problem' : ''}" role="status">${frame.notice}</p>` : nothing}
    <sb-pg-output
      .label=${words(frame, setup)}
      .size=${shown.size}
      .painting=${shown.painting}
      @paint=${shown.onPaint}
      @probe=${shown.onProbe}
    ></sb-pg-output>
    ${(setup?.classes ?? 0) > 2
      ? nothing
      : html`<div class="pg-scale" aria-hidden="true"><span>−1</span><span>0</span><span>1</span></div>`}
    <div class="pg-checks">
      ${context.gone('test') ? nothing : check('Show test points', 'test', context.text('test'), context.setter('test'))}
      ${context.gone('discrete')
        ? nothing
        : check('Sharp colours', 'discrete', context.text('discrete'), context.setter('discrete'))}
    </div>
    ${frame?.matrix && !context.gone('more') ? matrix(frame.matrix, frame.test.accuracy ?? NaN) : nothing}
  </section>`;
}

export function score(loss?: number): string {
  return loss === undefined ? '–' : significant(loss, 3);
}

function words(frame?: FrameMessage, setup?: Setup): string {
  const points = setup ? `The plane with ${setup.training.x.length} training points over the output.` : 'The plane.';
  const accuracy = frame?.test.accuracy;
  return accuracy === undefined ? points : `${points} ${Math.round(100 * accuracy)} % of the test points are right.`;
}

function matrix(rows: number[][], accuracy: number) {
  const names = rows.length === 2 ? ['−1', '1'] : rows.map((_, i) => String(i + 1));
  return html`<details class="pg-matrix">
    <summary>${Math.round(1000 * accuracy) / 10} % of the test points are right</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">is \\ taken for</th>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) =>
            html`<tr>
              <th scope="row">${names[i]}</th>
              ${row.map((count, j) => html`<td class=${i === j ? 'right' : ''}>${whole(count)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
