import { csv } from '../csv.js';
import type { Line } from './series-store.js';

/** Writes the points of all lines as comma-separated values, one row a step; what a line does not have is left empty. */
export function csvOf(lines: Line[], epochOf: (step: number) => number, secondsOf: (step: number) => number): string {
  const steps = [...new Set(lines.flatMap((line) => line.x))].sort((a, b) => a - b);
  const values = lines.map((line) => new Map(line.x.map((step, i) => [step, line.y[i]])));
  const rows = steps.map((step) => [
    step,
    Number(epochOf(step).toFixed(4)),
    Number(secondsOf(step).toFixed(3)),
    ...values.map((value) => value.get(step) ?? ''),
  ]);
  const head = ['step', 'epoch', 'seconds', ...lines.map((line) => line.name)];
  return csv([head, ...rows]);
}
