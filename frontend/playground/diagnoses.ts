/** What is wrong with the training: a line that is always there, and opens over what is below it. */
import { html, nothing } from 'lit';
import type { Desk } from './desk.js';
import type { Diagnosis } from './messages.js';

export function diagnoses(desk: Desk, found: Diagnosis[]) {
  return html`<div class="pg-diagnoses" role="status" aria-label="What is wrong with this training">
    ${
      found.length
        ? html`<details>
          <summary>${found[0].title}${found.length > 1 ? ` and ${found.length - 1} more` : ''}</summary>
          <div class="pg-diagnoses-open">${found.map((each) => card(desk, each))}</div>
        </details>`
        : nothing
    }
  </div>`;
}

function card(desk: Desk, { title, layer, evidence, why, remedy, lesson }: Diagnosis) {
  return html`<section>
    <h3>${title}${layer ? html` <span class="quiet">layer ${layer}</span>` : nothing}</h3>
    <p>${evidence}</p>
    <p>${why}</p>
    <p><b>What to try:</b> ${remedy}</p>
    <button type="button" class="link-button" @click=${() => desk.tell('lesson', { text: lesson })}>
      Lesson: ${lesson}
    </button>
  </section>`;
}
