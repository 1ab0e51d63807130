/** Packs numbers for tests as the server does: base64 of floats or doubles, the lowest byte first. */
export function packedFloats(...numbers: number[]): string {
  return base64(new Float32Array(numbers).buffer);
}

export function packedDoubles(...numbers: number[]): string {
  return base64(new Float64Array(numbers).buffer);
}

export function packedBytes(...bytes: number[]): string {
  return base64(new Uint8Array(bytes).buffer);
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
