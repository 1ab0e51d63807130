/** The network between the data and the output: its layers, its diagram, and the unit that is looked at. */
import { html, nothing } from 'lit';
import type { PlaygroundContext } from './playground-context.js';
import type { Model } from './diagram-model.js';
import { type HiddenLayer, MOST_LAYERS, readLayers, writeLayers } from './layers.js';
import type { ActMessage, Place, WeightMessage } from './messages.js';
import type { Chosen } from './sb-pg-diagram.js';
import type { Inspected } from './inspection.js';

export interface Shown {
  model?: Model;
  inspected?: Inspected;
  /** The width and the height that the diagram may take, in pixels. */
  room: number;
  tall: number;
  onPoint: (event: CustomEvent<{ place?: Place }>) => void;
  onChoose: (event: CustomEvent<Chosen>) => void;
  onClose: () => void;
}

export function networkColumn(context: PlaygroundContext, shown: Shown) {
  const hidden = readLayers(context.text('hidden'));
  const setLayers = (layers: HiddenLayer[]) => context.set({ hidden: writeLayers(layers) });
  const setInputs = (inputs: string[]) =>
    inputs.length
      ? context.set({ inputs: inputs.join(',') })
      : context.say('A network needs an input: choose another one before you take the last one away.');
  const close = (event: KeyboardEvent) => event.key === 'Escape' && shown.onClose();
  return html`<section class="pg-network" aria-labelledby="pg-network-title" @keydown=${close}>
    <div class="pg-network-head">
      <h2 id="pg-network-title">Network</h2>
      ${context.gone('layers') ? nothing : layerCount(hidden, setLayers)} ${inside(context)}
    </div>
    <div
      class="pg-diagram-scroll"
      @point=${shown.onPoint}
      @choose=${shown.onChoose}
      @inputs=${(event: CustomEvent<{ inputs: string[] }>) => setInputs(event.detail.inputs)}
      @layers=${(event: CustomEvent<{ layers: HiddenLayer[] }>) => setLayers(event.detail.layers)}
    >
      <sb-pg-diagram .room=${shown.room} .tall=${shown.tall} .model=${shown.model}></sb-pg-diagram>
    </div>
    <div
      class="pg-inspect ${shown.inspected?.editing ? 'open' : ''}"
      @weight=${(event: CustomEvent<WeightMessage>) => context.tell('weight', event.detail)}
      @freeze=${(event: CustomEvent<{ text: string }>) => context.set({ freeze: event.detail.text })}
      @close=${shown.onClose}
    >
      <sb-pg-inspector .inspected=${shown.inspected} .editable=${!context.gone('editing')}></sb-pg-inspector>
    </div>
  </section>`;
}

function inside(context: PlaygroundContext) {
  return context.gone('inside')
    ? nothing
    : html`<button
        class="button pg-inside"
        title="Every number of a step, forward and back"
        @click=${() => context.tell('act', { name: 'inside' } satisfies ActMessage)}
      >
        Look inside a step
      </button>`;
}

function layerCount(hidden: HiddenLayer[], setLayers: (layers: HiddenLayer[]) => void) {
  const added = { units: 2, activation: hidden[hidden.length - 1]?.activation ?? 'tanh' };
  return html`<button
      class="pg-mini"
      aria-label="Remove the last hidden layer"
      ?disabled=${!hidden.length}
      @click=${() => setLayers(hidden.slice(0, -1))}
    >
      −
    </button>
    <span data-figure="layers">${hidden.length === 1 ? '1 hidden layer' : `${hidden.length} hidden layers`}</span>
    <button
      class="pg-mini"
      aria-label="Add a hidden layer"
      ?disabled=${hidden.length >= MOST_LAYERS}
      @click=${() => setLayers([...hidden, added])}
    >
      +
    </button>`;
}
