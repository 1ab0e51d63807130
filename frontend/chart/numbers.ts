/** Numbers as the server packs them: base64 of little-endian floats, or of doubles where floats have no room. */
export function unpack(packed: { f?: string; d?: string }): Float32Array | Float64Array {
  const bytes = Uint8Array.from(atob(packed.f ?? packed.d ?? ''), (letter) => letter.charCodeAt(0));
  return packed.f === undefined ? new Float64Array(bytes.buffer) : new Float32Array(bytes.buffer);
}

/** A float in the fewest digits that name it, not in those of the double beside it. */
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
