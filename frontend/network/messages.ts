import type { Packed } from '../walk/messages.js';

/** A network at one moment, as the server tells it: of a wide layer the first units, of a deep network its ends. */
export interface NetworkMessage {
  columns: ColumnMessage[];
  /** Before this column so many layers are left out; 0 where none are. */
  gapBefore: number;
  gap: number;
  /** The source of the units' values, such as `sample (3)` or `the mean over 32 samples`. */
  of: string;
  /** The side of each heat map, 0 where there are none. */
  side: number;
}

/** Many numbers: base64 of floats or of doubles. */
export type Numbers = Packed | { f: string };

export interface ColumnMessage {
  /** −1 for the inputs. */
  layer: number;
  name: string;
  activation: string;
  /** All that there are. */
  units: number;
  frozen: boolean;
  z: Numbers;
  a: Numbers;
  delta: Numbers;
  /** Which units give the same, with a slope of 0, for all samples of the mini-batch. */
  dead: number[];
  /** Of the links from the column before, row by row; none where each unit has one link. Of a run that trains, one of both. */
  weights?: Numbers;
  gradients?: Numbers;
  single: boolean;
  /** One byte a place, unit by unit, 128 for 0. */
  heat?: string;
}
