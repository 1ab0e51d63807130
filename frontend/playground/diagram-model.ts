import type { Outputs } from './forward.js';
import type { HiddenLayer } from './layers.js';
import type { Entry, Place } from './messages.js';
import type { Net } from './net.js';

/** The data of the diagram. */
export interface Model {
  net: Net;
  /** All inputs that the page offers, in their order. */
  inputs: Entry[];
  hidden: HiddenLayer[];
  activations: string[];
  gone: Set<string>;
  cut: Set<number>;
  selected?: Place;
  step: number;
}

export interface LinkPlace extends Place {
  input: number;
}

/** Tells whether these are the outputs of this network, and not of the one before it. */
export function fits(outputs: Outputs, { net }: Model): boolean {
  const units = [net.inputs.length, ...net.layers.map((layer) => layer.units)];
  return units.length === outputs.length && units.every((count, i) => outputs[i].length === count);
}

export function isProbability(activation: string): boolean {
  return activation === 'sigmoid' || activation === 'softmax';
}

export function unitName(net: Net, { layer, unit }: Place): string {
  if (layer === net.layers.length - 1) {
    return net.output.units === 1 ? 'Output' : `Output ${unit + 1}`;
  }
  return `Hidden layer ${layer + 1}, unit ${unit + 1}`;
}
