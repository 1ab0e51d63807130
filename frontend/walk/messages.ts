/** The server's messages about a walk; a single number is a text with all its digits, many are packed doubles. */
import type { Packed } from '../chart/messages.js';

export interface StageMessage {
  part: 'forward' | 'loss' | 'backward';
  kind: string;
  word: string;
  /** From 1; 0 where it is of no layer. */
  layer: number;
}

export interface GridMessage {
  name: string;
  axes: string;
  shape: string;
  rows: number;
  columns: number;
  /** The first row and column that are sent. */
  top: number;
  left: number;
  rowNames: string[];
  columnNames: string[];
  values: Packed;
  /** Smallest, mean and largest of a large one. */
  summary?: Packed;
}

export interface Link {
  symbol: string;
  value: string;
  /** Empty where nothing stands behind it. */
  ref: string;
}

export interface ChainMessage extends Link {
  symbols: string;
  numbers: string;
  sum: boolean;
  /** How many of the parts, the smallest, are not sent, and what they add. */
  left: number;
  leftValue: string;
  given?: string;
  parts: PartMessage[];
}

/** A product of factors; of a sample, from 1, where it is one of several. */
export interface PartMessage {
  value: string;
  sample?: number;
  factors: Link[];
}

export interface SceneMessage {
  title: string;
  rule: string;
  sentences: string[];
  symbols: string;
  numbers: string;
  grids: GridMessage[];
}

export interface ViewMessage {
  step: number;
  first: number;
  last: number;
  epoch: number;
  stage: number;
  /** The place in the mini-batch; −1 for all. */
  sample: number;
  width: number;
  /** Which rows of the table the mini-batch has. */
  rows: number[];
  scene: SceneMessage;
  chain: ChainMessage;
  /** The table, row and column of the number in focus, or nothing. */
  focus: number[];
  crumbs: Link[];
  trials: TrialsMessage;
}

/** The changes that are tried on the weight or input to which the number in focus belongs. */
export interface TrialsMessage {
  handle: Link;
  /** True if its gradient can be checked. */
  checks: boolean;
  nudge?: NudgeMessage;
  whatIf?: WhatIfMessage;
  secant?: SecantMessage;
}

/** What a small change of a weight does, for one sample, with the slopes multiplied times the change. */
export interface NudgeMessage {
  value: string;
  foretold: string;
  links: NudgeLink[];
}

/** w, ε, L, L(w − ε), L(w + ε), gradient, slope, relative error. */
export interface SecantMessage {
  ref: string;
  at: Packed;
  losses: Packed;
  numbers: Packed;
}

/** A number of the chain: its change, and the slope of the next one, whose symbol is empty at the end. */
export interface NudgeLink {
  symbol: string;
  slopeSymbol: string;
  numbers: Packed;
}

export interface WhatIfMessage {
  ref: string;
  value: string;
  moves: Move[];
  /** How many more move. */
  left: number;
  /** The same of δ and gradients. */
  backward: Move[];
  backwardLeft: number;
}

/** Before, after, and what the derivative foretold. */
export interface Move {
  symbol: string;
  numbers: Packed;
}

/** How far the check of all gradients is, and its worst: gradient, slope, relative error. */
export interface CheckMessage {
  done: number;
  count: number;
  all: number;
  ref?: string;
  symbol?: string;
  numbers?: Packed;
}

/** The samples of two inputs, three numbers each: both inputs, and the target or, where there are kinds, its kind. */
export interface SamplesMessage {
  numbers: Packed;
  /** How many classes or sets of labels there are; 0 where the target is a number. */
  kinds: number;
}

/** What a person asks for, with what it needs. */
export interface Ask {
  what: string;
  number?: number;
  text?: string;
  value?: number;
  at?: Cell;
}

/** A place in one of the tables. */
export interface Cell {
  grid: number;
  row: number;
  column: number;
}

export type Asks = (what: string, more?: Omit<Ask, 'what'>) => void;
