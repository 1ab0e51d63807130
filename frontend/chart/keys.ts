import type { Span } from './group.js';

/** Returns the place to which a key moves the cursor; undefined for another key. */
export function moved(key: string, places: readonly number[], cursor: number | undefined): number | undefined {
  const found = cursor === undefined ? places.length - 1 : places.findIndex((x) => x >= cursor);
  const now = found < 0 ? places.length : found;
  const moves: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -Math.ceil(places.length / 10),
    PageUp: Math.ceil(places.length / 10),
    Home: -places.length,
    End: places.length,
  };
  return key in moves && places.length ? places[Math.min(places.length - 1, Math.max(0, now + moves[key]))] : undefined;
}

/** Returns the part of the axis that a key shows: + half around the cursor, − twice as much, 0 all; null for another key. */
export function zoomed(key: string, span: Span, all: Span, cursor: number): Span | undefined | null {
  if (key === '0' || key === 'Escape') {
    return undefined;
  }
  const factor = key === '+' || key === '=' ? 0.5 : key === '-' ? 2 : 0;
  if (!factor) {
    return null;
  }
  const length = (span[1] - span[0]) * factor;
  if (length >= all[1] - all[0]) {
    return undefined;
  }
  const from = Math.min(all[1] - length, Math.max(all[0], cursor - length / 2));
  return [from, from + length];
}
