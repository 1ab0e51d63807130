/** The network between the data and the output: its layers, its diagram, and the unit that is looked at. */
import { html, nothing } from 'lit';
import type { Desk } from './desk.js';
import type { Model } from './diagram-model.js';
import { type HiddenLayer, MOST_LAYERS, readLayers, writeLayers } from './layers.js';
import type { Entry, Place } from './messages.js';
import type { Net } from './net.js';
import type { Inspected } from './sb-pg-inspector.js';

export interface Shown {
  model?: Model;
  inspected?: Inspected;
  /** The width and the height that the diagram may take, in pixels. */
  room: number;
  tall: number;
  onPoint: (event: CustomEvent<{ place?: Place }>) => void;
  onChoose: (event: CustomEvent<{ place: Place; input?: number }>) => void;
  onClose: () => void;
}

export function networkColumn(desk: Desk, shown: Shown) {
  const hidden = readLayers(desk.text('hidden'));
  const setLayers = (layers: HiddenLayer[]) => desk.set({ hidden: writeLayers(layers) });
  return html`<section class="pg-network" aria-labelledby="pg-network-title">
    <div class="pg-network-head">
      <h2 id="pg-network-title">Network</h2>
      ${desk.gone('layers') ? nothing : layerCount(hidden, setLayers)}
    </div>
    <div
      class="pg-diagram-scroll"
      @point=${shown.onPoint}
      @choose=${shown.onChoose}
      @inputs=${(event: CustomEvent) => desk.set({ inputs: event.detail.inputs.join(',') })}
      @layers=${(event: CustomEvent) => setLayers(event.detail.layers)}
    >
      <sb-pg-diagram .room=${shown.room} .tall=${shown.tall} .model=${shown.model}></sb-pg-diagram>
    </div>
    <div
      class="pg-inspect"
      @weight=${(event: CustomEvent) => desk.tell('weight', event.detail)}
      @freeze=${(event: CustomEvent) => desk.set({ freeze: event.detail.text })}
      @close=${shown.onClose}
    >
      <sb-pg-inspector .inspected=${shown.inspected}></sb-pg-inspector>
    </div>
  </section>`;
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

/** A place, if the network has such a unit. */
export function there(net?: Net, place?: Place): Place | undefined {
  const units = place && place.layer >= 0 ? net?.layers[place.layer]?.units : undefined;
  return place && place.unit < (units ?? 0) ? place : undefined;
}

/** The names of what comes into a layer. */
export function namesInto(net: Net, layer: number, inputs: Entry[]): string[] {
  const titles = new Map(inputs.map(({ key, title }) => [key, title]));
  return layer === 0
    ? net.inputs.map((key) => titles.get(key)!)
    : Array.from({ length: net.inputsOf(layer) }, (_, i) => `a${subscript(i + 1)}`);
}

function subscript(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join('');
}
