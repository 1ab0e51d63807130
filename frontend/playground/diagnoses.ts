/** The problems of the training: a line that is always there, and opens over what is below it. */
import { html, nothing } from 'lit';
import type { PlaygroundContext } from './playground-context.js';
import type { DiagnosisMessage, TextMessage } from './messages.js';

export function diagnoses(context: PlaygroundContext, found: DiagnosisMessage[]) {
  return html`<div class="pg-diagnoses" role="status" aria-label="What is wrong with this training">
    ${found.length
      ? html`<details>
          <summary>${found[0].title}${found.length > 1 ? ` and ${found.length - 1} more` : ''}</summary>
          <div class="pg-diagnoses-open">${found.map((each) => card(context, each))}</div>
        </details>`
      : nothing}
  </div>`;
}

function card(context: PlaygroundContext, { title, layer, evidence, why, remedy, lesson }: DiagnosisMessage) {
  return html`<section>
    <h3>${title}${layer ? html` <span class="quiet">layer ${layer}</span>` : nothing}</h3>
    <p>${evidence}</p>
    <p>${why}</p>
    <p><b>What to try:</b> ${remedy}</p>
    <button type="button" class="link-button" @click=${() => context.tell('lesson', { text: lesson } satisfies TextMessage)}>
      Lesson: ${lesson}
    </button>
  </section>`;
}
