import { whole } from '../format.js';

/** The unit of a chart's horizontal axis: steps, epochs, or seconds of training. */
export type Along = 'step' | 'epoch' | 'time';

/** The horizontal axis of charts whose points stand at steps. */
export interface Axis {
  along: Along;
  name: string;
  /** Returns the place of a step on the axis. */
  of(step: number): number;
  /** A place on the axis in words: step 1,200. */
  write(x: number): string;
  /** A tick's label. */
  tick(x: number): string;
}

/** Some moments of a run: after how many seconds of training which step was done; both rise. */
export interface Clock {
  step: number[];
  seconds: number[];
}

export function axisOf(along: Along, stepsPerEpoch: number, clock: Clock): Axis {
  switch (along) {
    case 'epoch':
      return {
        along,
        name: 'epoch',
        of: (step) => step / stepsPerEpoch,
        write: (x) => `epoch ${short(x)}`,
        tick: short,
      };
    case 'time':
      return {
        along,
        name: 'training time (seconds)',
        of: (step) => secondsAt(clock, step),
        write: (x) => `${short(x)} s`,
        tick: short,
      };
    default:
      return { along: 'step', name: 'step', of: (step) => step, write: (x) => `step ${whole(x)}`, tick: whole };
  }
}

function short(x: number): string {
  return whole(x) === '0' || x % 1 ? String(Number(x.toFixed(2))) : whole(x);
}

/** Returns the seconds at a step: evenly between two moments, from 0 before the first, constant after the last. */
export function secondsAt({ step, seconds }: Clock, at: number): number {
  let high = step.length - 1;
  if (high < 0) {
    return 0;
  }
  if (at >= step[high]) {
    return seconds[high];
  }
  let low = -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (step[middle] <= at) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const [fromStep, fromSecond] = low < 0 ? [0, 0] : [step[low], seconds[low]];
  return fromSecond + ((at - fromStep) / (step[high] - fromStep)) * (seconds[high] - fromSecond);
}
