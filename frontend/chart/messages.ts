/** The server's messages to a line chart. */

/** Numbers: base64 of floats, or of doubles where floats have no room. */
export interface Packed {
  f?: string;
  d?: string;
}

/** [first, distance, count] of steps that stand equally far apart, stretch after stretch. */
export type Stretches = [number, number, number][];

/** New points. */
export interface NewPoints {
  stride: number;
  series: NewSeries[];
  clock?: NewMoments;
}

/** The new points of one series; without steps they stand at those of the series before it. */
export interface NewSeries {
  id: string;
  x?: Stretches;
  y: Packed;
  stride?: number;
}

/** New moments of the run's clock. */
export interface NewMoments {
  step: Stretches;
  seconds: number[];
}
