/** The server's messages to the page. */
import { floatsOf } from '../base64.js';
import { Net } from './net.js';

export interface Entry {
  key: string;
  title: string;
}

export interface FigureEntry extends Entry {
  problem: string;
  /** Base64 of three bytes a sample: x₁, x₂, and −1 to 1 as a colour. */
  picture: string;
}

export interface ProblemEntry extends Entry {
  losses: string[];
}

export interface Catalogue {
  figures: FigureEntry[];
  problems: ProblemEntry[];
  inputs: Entry[];
  activations: string[];
  optimizers: string[];
  initializers: string[];
  schedules: Entry[];
  regularizations: Entry[];
  paces: Entry[];
  units: Entry[];
}

export interface SettingsMessage {
  /** Every setting as a link writes it. */
  texts: Record<string, string>;
  /** The link's parameters. */
  link: string;
  problem: string;
  /** The loss that is in force. */
  loss: string;
  /** The controls that are not shown. */
  gone: string[];
  /** The number of the last change that these settings take in. */
  answered: number;
}

export interface LayerShape {
  units: number;
  activation: string;
}

export interface SetupMessage {
  inputs: string[];
  layers: LayerShape[];
  classes: number;
  training: string;
  test: string;
  batch: number;
}

/** A place on the plane of two inputs. */
export interface PlanePoint {
  x: number;
  y: number;
}

export interface Score {
  loss?: number;
  accuracy?: number;
}

/** One thing that is wrong with the training. */
export interface DiagnosisMessage {
  title: string;
  /** 1 = the first; 0 where it is the whole network. */
  layer: number;
  evidence: string;
  why: string;
  remedy: string;
  lesson: string;
}

export interface FrameMessage {
  network: number;
  step: number;
  epoch: number;
  rate: number;
  playing: boolean;
  notice: string;
  broken: boolean;
  weights: string;
  train: Score;
  test: Score;
  diagnoses: DiagnosisMessage[];
  cut: number[];
  matrix?: number[][];
}

/** One of the networks that are compared. */
export interface Lane {
  value: string;
  over: boolean;
  moments: LaneMoment[];
}

/** Its losses after an epoch, where they are finite. */
export interface LaneMoment {
  step: number;
  train?: number;
  test?: number;
}

export interface PlaygroundMessage {
  /** Stays the same when the page is sent again. */
  page: number;
  setup?: SetupMessage;
  frame: FrameMessage;
  sweep?: Lane[];
}

/** Play, pause, step, reset or inside. */
export interface ActMessage {
  name: string;
}

/** Other texts of settings, by key, and the number of this change. */
export interface ChangeMessage {
  texts: Record<string, string>;
  number: number;
}

/** A weight that a person has typed; all are counted from 0, the input after the last is the bias. */
export interface WeightMessage {
  layer: number;
  unit: number;
  input: number;
  text: string;
}

/** The values of a setting to compare, with spaces between. */
export interface SweepWish {
  key: string;
  values: string;
  epochs: string;
}

/** A table as base64, and what a person says of its first line; empty where nothing is said. */
export interface TableMessage {
  bytes: string;
  header: string;
}

/** A file as base64. */
export interface FileMessage {
  bytes: string;
}

export interface TextMessage {
  text: string;
}

/** Points as the pictures take them. */
export interface Points {
  x: Float32Array;
  y: Float32Array;
  label: Float32Array;
}

export interface Setup {
  inputs: string[];
  layers: LayerShape[];
  classes: number;
  training: Points;
  test: Points;
  batch: number;
}

export function readSetup(message: SetupMessage): Setup {
  return { ...message, training: points(message.training), test: points(message.test) };
}

function points(base64: string): Points {
  const all = floatsOf(base64);
  const every = (first: number) => Float32Array.from({ length: all.length / 3 }, (_, i) => all[3 * i + first]);
  return { x: every(0), y: every(1), label: every(2) };
}

export function readNet(setup: Setup, frame: FrameMessage): Net {
  return new Net(setup.inputs, setup.layers, floatsOf(frame.weights));
}

/** A unit's place; layer −1 is the inputs', by their place in the catalogue. */
export interface Place {
  layer: number;
  unit: number;
}

export function same(a: Place | undefined, b: Place | undefined): boolean {
  return a?.layer === b?.layer && a?.unit === b?.unit;
}
