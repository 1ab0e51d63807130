import { significant } from '../format.js';
import type { Frame, Grid } from './grid.js';
import type { Point, Scale } from './paint.js';

export interface Subject {
  grid?: Grid;
  points: Point[];
  frame: Frame;
  scale: Scale;
  classNames: string[];
  xName: string;
  yName: string;
}

/** Says the class of the output, or the number itself. */
export function outputInWords(subject: Subject, across: number, up: number): string {
  const { grid, classNames, scale } = subject;
  if (!grid) {
    return 'no network yet';
  }
  const cell = grid.cell(across, up);
  if (grid.probability) {
    return `${classNames[grid.value[cell]] ?? '?'}, probability ${significant(grid.probability[cell], 2)}`;
  }
  const value = grid.between(across, up);
  const named = classNames.length === 2 ? ` (${classNames[value > scale.middle ? 1 : 0]})` : '';
  return significant(value, 3) + (Number.isNaN(value) ? '' : named);
}

export function placeInWords({ frame, xName, yName }: Subject, across: number, up: number): string {
  const x = frame.xMin + across * (frame.xMax - frame.xMin);
  const y = frame.yMin + up * (frame.yMax - frame.yMin);
  return `${xName} ${significant(x, 3)}, ${yName} ${significant(y, 3)}`;
}

/** Describes the picture for those who do not see it. */
export function summary(subject: Subject): string {
  return `${pointsInWords(subject)} ${groundInWords(subject)}`.trim();
}

function pointsInWords({ points, classNames }: Subject): string {
  if (!points.length) {
    return 'No points.';
  }
  const validation = points.filter((point) => point.validation).length;
  const counts = classNames.map((name, i) => `${points.filter((point) => point.value === i).length} ${name}`);
  const wrong = points.filter((point) => point.wrong).length;
  const mistakes = wrong ? ` ${wrong === 1 ? '1 answer is' : `${wrong} answers are`} wrong.` : '';
  return `${points.length === 1 ? '1 point' : `${points.length} points`}${counts.length ? ` (${counts.join(', ')})` : ''}, ${validation} of them for validation.${mistakes}`;
}

function groundInWords({ grid, classNames, scale }: Subject): string {
  if (!grid) {
    return '';
  }
  const values = Array.from(grid.value).filter((value) => !Number.isNaN(value));
  if (!values.length) {
    return 'The outputs of the network are not numbers any more.';
  }
  if (!classNames.length) {
    return `The output lies between ${significant(Math.min(...values), 3)} and ${significant(Math.max(...values), 3)}.`;
  }
  const winners = grid.probability ? values : values.map((value) => (value > scale.middle ? 1 : 0));
  const share = (i: number) => Math.round((100 * winners.filter((winner) => winner === i).length) / winners.length);
  return `The network answers ${classNames.map((name, i) => `${name} on ${share(i)} %`).join(', ')} of the plane.`;
}
