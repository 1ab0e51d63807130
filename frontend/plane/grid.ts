import { bytesOf } from '../base64.js';
import { bilinear } from '../bilinear.js';

/** The network's output on a square grid over the plane, as the server sends it; the first row is the lowest. */

export interface GridMessage {
  side: number;
  kind: 'values' | 'classes';
  /**
   * Base64, two bytes a cell. For values 16 bits, the lower byte first, from 1 = low to 65535 = high; 0 is no finite
   * number. For classes a byte with the class and one with its probability in 255ths.
   */
  data: string;
  low: number;
  high: number;
}

export interface Frame {
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
}

export class Grid {
  private constructor(
    readonly side: number,
    /** For classes the winner's index, for values the value; NaN where it is not finite. */
    readonly value: Float32Array,
    /** How sure the winner is; absent for values. */
    readonly probability?: Float32Array,
  ) {}

  static read({ side, kind, data, low, high }: GridMessage): Grid {
    const bytes = bytesOf(data);
    const count = side * side;
    if (bytes.length !== 2 * count) {
      throw new RangeError(`A grid of ${side} × ${side} has ${2 * count} bytes, not ${bytes.length}.`);
    }
    const pairs = Array.from({ length: count }, (_, i) => [bytes[2 * i], bytes[2 * i + 1]]);
    if (kind === 'classes') {
      return new Grid(
        side,
        Float32Array.from(pairs, ([winner]) => winner),
        Float32Array.from(pairs, ([, p]) => p / 255),
      );
    }
    const value = ([lower, upper]: number[]) => {
      const code = lower + 256 * upper;
      return code === 0 ? NaN : low + ((code - 1) / 65_534) * (high - low);
    };
    return new Grid(side, Float32Array.from(pairs, value));
  }

  /** Returns the index of the cell at a share of the width and of the height, both from 0 to 1 and from the lower left. */
  cell(across: number, up: number): number {
    const clamp = (share: number) => Math.min(this.side - 1, Math.max(0, Math.floor(share * this.side)));
    return clamp(up) * this.side + clamp(across);
  }

  /** Interpolates linearly between the four nearest cells' centres. */
  between(across: number, up: number): number {
    return bilinear(this.value, this.side, across, up);
  }
}
