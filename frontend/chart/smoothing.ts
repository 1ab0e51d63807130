/**
 * TensorBoard's smoothing: an exponential moving average m ← w·m + (1 − w)·y from m = 0, divided by 1 − wⁿ, which takes
 * out the pull of that zero. NaN and infinity stay as they are, and the average goes on behind them.
 */
export function smoothed(values: readonly number[], weight: number): number[] {
  if (weight <= 0) {
    return values.slice();
  }
  let mean = 0;
  let pull = 1;
  return values.map((value) => {
    if (!Number.isFinite(value)) {
      return value;
    }
    mean = weight * mean + (1 - weight) * value;
    pull *= weight;
    return mean / (1 - pull);
  });
}

/** A shorter run is shown as it is: there smoothing hides more than it shows. */
const FEW_STEPS = 200;

/** Returns the weight for a run of so many steps, as long as no reader has set another. */
export function usualSmoothing(steps: number): number {
  return steps < FEW_STEPS ? 0 : 0.6;
}
