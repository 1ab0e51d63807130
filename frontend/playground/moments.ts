/** A moment of the losses. */
export interface Moment {
  step: number;
  train: number;
  test: number;
}

const MOST_MOMENTS = 600;

/** Takes a moment in; of too many every second one is kept. */
export function withMoment(moments: Moment[], moment: Moment): Moment[] {
  const before = moments.filter(({ step }) => step < moment.step);
  const thinned = before.length < MOST_MOMENTS ? before : before.filter((_, i) => i % 2 === 0);
  return [...thinned, moment];
}
