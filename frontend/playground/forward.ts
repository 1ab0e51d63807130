/** The forward pass in the browser, of many points at once: the server sends weights, the pictures are made here. */
import type { Net } from './net.js';

/** The inputs that the network may get from a point. */
export const INPUTS: Record<string, (x: number, y: number) => number> = {
  x: (x) => x,
  y: (_, y) => y,
  xx: (x) => x * x,
  yy: (_, y) => y * y,
  xy: (x, y) => x * y,
  sinx: (x) => Math.sin(x),
  siny: (_, y) => Math.sin(y),
  cosx: (x) => Math.cos(x),
  cosy: (_, y) => Math.cos(y),
};

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Keras's activations by Keras's names, one sum at a time. */
export const ACTIVATIONS: Record<string, (z: number) => number> = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  leaky_relu: (z) => (z > 0 ? z : 0.2 * z),
  tanh: Math.tanh,
  sigmoid,
  elu: (z) => (z > 0 ? z : Math.expm1(z)),
  selu: (z) => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z)),
  gelu: (z) => 0.5 * z * (1 + erf(z * Math.SQRT1_2)),
  silu: (z) => z * sigmoid(z),
  softplus,
  softsign: (z) => z / (1 + Math.abs(z)),
  mish: (z) => z * Math.tanh(softplus(z)),
};

/** Computes the error function by Abramowitz and Stegun 7.1.26, right to 1.5e−7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

/** Of each layer, the inputs first, of each unit, what it gives for each point. */
export type Outputs = Float32Array[][];

export function forward(net: Net, xs: ArrayLike<number>, ys: ArrayLike<number>): Outputs {
  const points = xs.length;
  const inputs = net.inputs.map((name) => {
    const of = INPUTS[name];
    return Float32Array.from({ length: points }, (_, i) => of(xs[i], ys[i]));
  });
  const all: Outputs = [inputs];
  net.layers.forEach((_, layer) => all.push(layerOutputs(net, layer, all[layer], points)));
  return all;
}

function layerOutputs(net: Net, layer: number, before: Float32Array[], points: number): Float32Array[] {
  const { units, activation } = net.layers[layer];
  const sums = Array.from({ length: units }, (_, unit) => {
    const z = new Float32Array(points).fill(net.bias(layer, unit));
    before.forEach((a, input) => {
      const w = net.weight(layer, unit, input);
      for (let i = 0; i < points; i++) {
        z[i] += w * a[i];
      }
    });
    return z;
  });
  if (activation === 'softmax') {
    softmax(sums, points);
  } else {
    const f = ACTIVATIONS[activation];
    sums.forEach((z) => {
      for (let i = 0; i < points; i++) {
        z[i] = f(z[i]);
      }
    });
  }
  return sums;
}

function softmax(sums: Float32Array[], points: number): void {
  for (let i = 0; i < points; i++) {
    const most = Math.max(...sums.map((z) => z[i]));
    const powers = sums.map((z) => Math.exp(z[i] - most));
    const total = powers.reduce((sum, power) => sum + power, 0);
    sums.forEach((z, unit) => (z[i] = powers[unit] / total));
  }
}

/** Estimates the multiplications and activations of a point. */
export function cost(net: Net): number {
  return net.layers.reduce((sum, layer, l) => sum + layer.units * (net.inputsOf(l) + 12), 0);
}
