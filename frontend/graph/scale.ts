/** From numbers to places along an axis, evenly or by their logarithms. */
export interface Scale {
  of(value: number): number;
  back(place: number): number;
  ticks: number[];
}

export function scale(low: number, high: number, log: boolean, from: number, to: number): Scale {
  const put = log ? Math.log10 : (value: number) => value;
  const take = log ? (value: number) => 10 ** value : (value: number) => value;
  const [a, b] = [put(low), put(high)];
  const span = b - a || 1;
  return {
    of: (value) => from + ((put(value) - a) / span) * (to - from),
    back: (place) => take(a + ((place - from) / (to - from)) * span),
    ticks: log ? powers(a, b, Math.abs(to - from) / 55) : ticks(low, high, Math.abs(to - from) / 65),
  };
}

/** Returns powers of ten, as many as there is room for. */
function powers(from: number, to: number, most: number): number[] {
  const first = Math.ceil(from - 1e-9);
  const last = Math.floor(to + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(2, most)));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, i) => 10 ** (first + i * step));
}

/** Returns 1, 2 or 5 times a power of ten: the first that is no smaller than the rough one, but for rounding. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10);
}

/** Returns the round numbers within a range: at most so many parts, so that they can be read. */
export function ticks(low: number, high: number, most: number): number[] {
  const rough = (high - low) / Math.max(2, most);
  if (!(rough > 0) || !Number.isFinite(rough)) {
    return [low];
  }
  const step = roundStep(rough);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Returns the smallest and the largest number that can be drawn, with a little room; 0 to 1 if there is none. */
export function range(values: Iterable<number>, log: boolean): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value) && (!log || value > 0)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) {
    return log ? [0.1, 10] : [0, 1];
  }
  if (log) {
    return low === high ? [low / 3, high * 3] : [low / 1.15, high * 1.15];
  }
  const room = high > low ? 0.04 * (high - low) : Math.max(1e-6, Math.abs(high) * 0.1);
  return [low - room, high + room];
}
