import type { Packed } from '../chart/messages.js';
import { unpack } from '../chart/numbers.js';
import { significant } from '../format.js';
import { shown } from './geometry.js';
import type { ColumnMessage, NetworkMessage } from './messages.js';

/** A column of units with the links into it, its numbers unpacked. */
export interface Column extends Omit<ColumnMessage, 'z' | 'a' | 'delta' | 'weights' | 'gradients'> {
  z: ArrayLike<number>;
  a: ArrayLike<number>;
  delta: ArrayLike<number>;
  weights: ArrayLike<number>;
  gradients: ArrayLike<number>;
  /** How many units are drawn. */
  count: number;
}

/** One link: from which unit of the column before to which of this, and where its number stands. */
export interface Link {
  from: number;
  to: number;
  place: number;
}

export function columnsOf({ columns }: NetworkMessage): Column[] {
  const numbers = (packed?: Packed) => (packed ? unpack(packed) : []);
  return columns.map((column) => {
    const a = unpack(column.a);
    return {
      ...{ ...column, a, z: unpack(column.z), delta: unpack(column.delta), count: shown(column, a) },
      ...{ weights: numbers(column.weights), gradients: numbers(column.gradients) },
    };
  });
}

export function linksInto(column: Column, before: Column): Link[] {
  return column.single
    ? Array.from({ length: Math.min(column.count, before.count) }, (_, i) => ({ from: i, to: i, place: i }))
    : Array.from({ length: column.count * before.count }, (_, i) => ({
        from: i % before.count,
        to: Math.floor(i / before.count),
        place: i,
      }));
}

export function largest(numbers: ArrayLike<number>): number {
  return Math.max(1e-12, ...Array.from(numbers, Math.abs).filter(Number.isFinite));
}

function name(column: Column, unit: number): string {
  return column.layer < 0 ? `input ${unit + 1}` : `unit ${unit + 1} of ${column.name}`;
}

/** Says a unit and its numbers. */
export function unitWords(column: Column, unit: number): string {
  const a = significant(column.a[unit]);
  if (column.layer < 0) {
    return `${name(column, unit)}: ${a}`;
  }
  const note = column.dead.includes(unit) ? '; it is dead: the same for every sample here, with a slope of 0' : '';
  const numbers = `z ${significant(column.z[unit])}, a ${a}, error δ ${significant(column.delta[unit])}`;
  return `${name(column, unit)}: ${numbers}${note}${column.frozen ? '; its layer is frozen' : ''}`;
}

/** Says a link and those of its numbers that are known. */
export function linkWords(column: Column, before: Column, { from, to, place }: Link): string {
  const number = (word: string, numbers: ArrayLike<number>) => (numbers.length ? [`${word} ${significant(numbers[place])}`] : []);
  const words = [...number('weight', column.weights), ...number('gradient', column.gradients)].join(', ');
  return `From ${name(before, from)} to ${name(column, to)}${words && `: ${words}`}`;
}
