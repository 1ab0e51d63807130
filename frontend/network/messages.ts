import type { Packed } from '../chart/messages.js';

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

export interface ColumnMessage {
  /** −1 for the inputs. */
  layer: number;
  name: string;
  activation: string;
  /** All that there are. */
  units: number;
  frozen: boolean;
  z: Packed;
  a: Packed;
  delta: Packed;
  /** Which units give the same, with a slope of 0, for all samples of the mini-batch. */
  dead: number[];
  /** Of the links from the column before, row by row; none where each unit has one link. Of a run that trains, one of both. */
  weights?: Packed;
  gradients?: Packed;
  single: boolean;
  /** One byte a place, unit by unit, 128 for 0. */
  heat?: string;
}

/** The links that are to be shown. */
export interface LinksChoice {
  word: 'weight' | 'gradient';
}

/** Whether heat maps are to be shown. */
export interface HeatChoice {
  on: boolean;
}
