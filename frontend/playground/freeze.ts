/** The setting `freeze`, such as `1,2.3,2.4.1,2.4.b`: what no update changes. */
import type { Net } from './net.js';

export function tokens(text: string): string[] {
  return text ? text.split(',') : [];
}

/** Names a weight; all are counted from 0, the input after the last is the bias. */
export function token(net: Net, layer: number, unit: number, input: number): string {
  return `${layer + 1}.${unit + 1}.${input === net.inputsOf(layer) ? 'b' : input + 1}`;
}

export function isFrozen(all: string[], weight: string): boolean {
  const [layer, unit] = weight.split('.');
  return all.includes(layer) || all.includes(`${layer}.${unit}`) || all.includes(weight);
}

export function toggled(all: string[], one: string): string {
  return (all.includes(one) ? all.filter((each) => each !== one) : [...all, one]).join(',');
}
