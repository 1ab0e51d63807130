/** The network as the server sends it: its shape once, its weights again and again. */

export interface Layer {
  units: number;
  activation: string;
}

export class Net {
  /** The index of each layer's first number: its kernel, unit by unit, then its biases. */
  private readonly starts: number[];

  constructor(
    readonly inputs: string[],
    /** The output layer last. */
    readonly layers: Layer[],
    readonly weights: Float32Array,
  ) {
    this.starts = [0];
    layers.forEach((layer, l) => this.starts.push(this.starts[l] + (this.inputsOf(l) + 1) * layer.units));
  }

  inputsOf(layer: number): number {
    return layer === 0 ? this.inputs.length : this.layers[layer - 1].units;
  }

  /** Returns the place of a weight; all are counted from 0, the input after the last is the bias. */
  index(layer: number, unit: number, input: number): number {
    const inputs = this.inputsOf(layer);
    const start = this.starts[layer];
    return input === inputs ? start + inputs * this.layers[layer].units + unit : start + unit * inputs + input;
  }

  weight(layer: number, unit: number, input: number): number {
    return this.weights[this.index(layer, unit, input)];
  }

  bias(layer: number, unit: number): number {
    return this.weight(layer, unit, this.inputsOf(layer));
  }

  get output(): Layer {
    return this.layers[this.layers.length - 1];
  }

  with(weights: Float32Array): Net {
    return new Net(this.inputs, this.layers, weights);
  }
}
