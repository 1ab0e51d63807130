import { html, nothing } from 'lit';
import { isChecked, valueOf } from '../event-values.js';

export interface Tools {
  log: boolean;
  setLog(log: boolean): void;
  /** Absent where nothing can be smoothed. */
  smoothing?: number;
  setSmoothing(weight: number): void;
  /** Absent where all of the axis is shown. */
  showAll?: () => void;
  empty: boolean;
  savePicture(): void;
  saveTable(): void;
}

const ARROW = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14" /></svg>`;

/** Draws the tools of a chart: its axis, its smoothing, its downloads. */
export function tools(t: Tools) {
  return html`<div class="tools" role="group" aria-label="Tools of the chart">
    ${t.showAll ? html`<button type="button" @click=${t.showAll}>Show all steps</button>` : nothing}
    <label><input type="checkbox" .checked=${t.log} @change=${(event: Event) => t.setLog(isChecked(event))} />Log axis</label>
    ${t.smoothing === undefined ? nothing : slider(t.smoothing, t.setSmoothing)}
    <button type="button" title="Save the picture" ?disabled=${t.empty} @click=${t.savePicture}>${ARROW}<span>PNG</span></button>
    <button type="button" title="Save the numbers as a table" ?disabled=${t.empty} @click=${t.saveTable}>
      ${ARROW}<span>CSV</span>
    </button>
  </div>`;
}

function slider(smoothing: number, set: (weight: number) => void) {
  return html`<label title="TensorBoard's exponential moving average; the unsmoothed line stays faint behind it"
    >Smoothing<input
      type="range"
      min="0"
      max="0.99"
      step="0.01"
      .value=${String(smoothing)}
      @input=${(event: Event) => set(Number(valueOf(event)))}
    /><output>${smoothing.toFixed(2)}</output></label
  >`;
}
