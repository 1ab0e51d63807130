import { colour } from '../chart/palette.js';

export type Rgb = [number, number, number];

export interface PlaneColours {
  negative: Rgb;
  zero: Rgb;
  positive: Rgb;
  /** Of each class: blue and orange for two, the series' colours for more. */
  classes: string[];
  surface: string;
  text: string;
  quiet: string;
  /** Around a point that the network gets wrong. */
  wrong: string;
  border: string;
  font: string;
}

/** How strong the ground is at its strongest, so that the points stand out from it. */
const GROUND = 0.72;

export function planeColours(probe: HTMLElement, classes: number): PlaneColours {
  const read = (name: string) => colour(probe, `--sb-${name}`);
  return {
    negative: rgb(read('plane-negative')),
    zero: rgb(read('plane-zero')),
    positive: rgb(read('plane-positive')),
    classes:
      classes > 2
        ? Array.from({ length: classes }, (_, i) => read(`series-${(i % 8) + 1}`))
        : [read('negative'), read('positive')],
    surface: read('surface'),
    text: read('text'),
    quiet: read('quiet'),
    wrong: read('text'),
    border: read('border-strong'),
    font: getComputedStyle(probe).fontFamily,
  };
}

/** Returns 256 colours from low to high, with the middle's at the middle. */
export function ramp(colours: PlaneColours, strength = GROUND): Rgb[] {
  return Array.from({ length: 256 }, (_, i) => {
    const at = (i - 127.5) / 127.5;
    return mix(colours.zero, at < 0 ? colours.negative : colours.positive, Math.abs(at) * strength);
  });
}

/** Returns the ground of a class that has won with this probability: nothing at an even chance, strongest at 1. */
export function classGround(colours: PlaneColours, winner: number, probability: number, classes: number): Rgb {
  const even = 1 / classes;
  const sure = Math.max(0, (probability - even) / (1 - even));
  return mix(colours.zero, rgb(colours.classes[winner] ?? colours.text), sure * GROUND);
}

/** Places a value between low (−1), middle (0) and high (1). */
export function place(value: number, low: number, middle: number, high: number): number {
  const at = value < middle ? (value - middle) / (middle - low || 1) : (value - middle) / (high - middle || 1);
  return Math.max(-1, Math.min(1, at));
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((i) => Math.round(from[i] + (to[i] - from[i]) * share)) as Rgb;
}

export function rgb(css: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}
