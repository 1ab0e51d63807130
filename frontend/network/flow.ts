import type { StageMessage } from '../walk/messages.js';

/** Stages in which numbers move along the links of a layer; the others happen within units. */
const ALONG = new Set(['sum', 'gradients', 'back', 'update']);

export type Flow = '' | 'forward' | 'back';

/** Returns the direction in which numbers move in a stage along the links into a layer's column; empty for neither. */
export function flowInto(layer: number, stage?: StageMessage): Flow {
  if (!stage || !ALONG.has(stage.kind) || layer !== (stage.kind === 'back' ? stage.layer : stage.layer - 1)) {
    return '';
  }
  return stage.part === 'forward' ? 'forward' : 'back';
}

/** Returns the direction of a stage that is about the units of a layer's column; empty for another stage. */
export function ringAround(layer: number, isLast: boolean, stage?: StageMessage): Flow {
  return stage && isAbout(layer, isLast, stage) ? (stage.part === 'backward' ? 'back' : 'forward') : '';
}

function isAbout(layer: number, isLast: boolean, { kind, layer: at }: StageMessage): boolean {
  if (kind === 'input') {
    return layer < 0;
  }
  if (!at) {
    return kind !== 'repeat' && isLast;
  }
  return layer === at - 1 && (!ALONG.has(kind) || kind === 'back' || kind === 'sum');
}
