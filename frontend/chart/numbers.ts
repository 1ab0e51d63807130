import { bytesOf, floatsOf } from '../base64.js';
import type { Packed } from './messages.js';

/** Reads numbers as the server packs them. */
export function unpack({ f, d = '' }: Packed): Float32Array | Float64Array {
  return f === undefined ? new Float64Array(bytesOf(d).buffer) : floatsOf(f);
}

/** Returns a float with the fewest digits that name it, not with those of the nearest double. */
export function shortest(value: number): number {
  if (!Number.isFinite(value) || Math.fround(value) !== value) {
    return value;
  }
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) {
      return short;
    }
  }
  return value;
}
