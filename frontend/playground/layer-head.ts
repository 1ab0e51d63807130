import { html, nothing } from 'lit';
import { valueOf } from '../event-values.js';
import type { Model } from './diagram-model.js';
import type { Geometry } from './geometry.js';
import { type HiddenLayer, MOST_UNITS, words } from './layers.js';

const WIDEST = 88;

/** Draws the head of each column. */
export function heads(model: Model, { columns, gap }: Geometry, setLayers: (layers: HiddenLayer[]) => void) {
  const width = Math.min(WIDEST, gap - 4);
  const head = (column: number, inside: unknown) =>
    html`<div class="pg-head" style="left: ${columns[column].x}px; width: ${width}px">${inside}</div>`;
  return html`${head(0, html`<span class="pg-head-name">Inputs</span>`)}
  ${model.hidden.map((_, i) => head(i + 1, layerHead(model, i, setLayers)))}
  ${head(
    columns.length - 1,
    html`<span class="pg-head-name">Output</span><span class="pg-head-quiet">${words(model.net.output.activation)}</span>`,
  )}`;
}

/** Draws the head of a hidden layer's column: its units and its activation. */
function layerHead(model: Model, index: number, setLayers: (layers: HiddenLayer[]) => void) {
  const layer = model.hidden[index];
  const units = layer.units === 1 ? '1 unit' : `${layer.units} units`;
  const change = (changed: Partial<HiddenLayer>) =>
    setLayers(model.hidden.map((each, i) => (i === index ? { ...each, ...changed } : each)));
  const name = `hidden layer ${index + 1}`;
  return html`${model.gone.has('units')
      ? nothing
      : html`<span class="pg-steppers">
          <button
            class="pg-mini"
            aria-label="One unit less in ${name}"
            ?disabled=${layer.units <= 1}
            @click=${() => change({ units: layer.units - 1 })}
          >
            −</button
          ><button
            class="pg-mini"
            aria-label="One unit more in ${name}"
            ?disabled=${layer.units >= MOST_UNITS}
            @click=${() => change({ units: layer.units + 1 })}
          >
            +
          </button>
        </span>`}
    <span class="pg-head-name">${units}</span>
    ${model.gone.has('activation')
      ? html`<span class="pg-head-quiet">${words(layer.activation)}</span>`
      : html`<select
          class="pg-head-select"
          aria-label="Activation of ${name}"
          .value=${layer.activation}
          @change=${(event: Event) => change({ activation: valueOf(event) })}
        >
          ${model.activations.map((f) => html`<option value=${f} ?selected=${f === layer.activation}>${words(f)}</option>`)}
        </select>`}`;
}
