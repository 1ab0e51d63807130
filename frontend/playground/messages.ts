/** The server's messages to the page. */
import { floatsOf } from '../base64.js';
import { Net } from './net.js';

export interface Entry {
  key: string;
  title: string;
}

export interface Catalogue {
  figures: (Entry & { problem: string; picture: string })[];
  problems: (Entry & { losses: string[] })[];
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

export interface SetupMessage {
  inputs: string[];
  layers: { units: number; activation: string }[];
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
export interface Diagnosis {
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
  diagnoses: Diagnosis[];
  cut: number[];
  matrix?: number[][];
}

/** One of the networks that are compared. */
export interface Lane {
  value: string;
  over: boolean;
  moments: { step: number; train?: number; test?: number }[];
}

export interface Message {
  /** Stays the same when the page is sent again. */
  page: number;
  setup?: SetupMessage;
  frame: FrameMessage;
  sweep?: Lane[];
}

/** Points as the pictures take them. */
export interface Points {
  x: Float32Array;
  y: Float32Array;
  label: Float32Array;
}

export interface Setup {
  inputs: string[];
  layers: { units: number; activation: string }[];
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
