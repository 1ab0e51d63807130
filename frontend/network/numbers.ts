import { significant } from '../format.js';
import type { Layout } from './geometry.js';

/** The numbers that a picture has on its units and links: a and z with weights, or δ with gradients. */
export type Shown = '' | 'forward' | 'backward';

const LEAST_GAP = 118;
const MOST_LINKS = 16;

/** Returns whether each link between two columns has room for its number. */
export function numbersFit({ gap }: Layout, links: number): boolean {
  return gap >= LEAST_GAP && links <= MOST_LINKS;
}

/** Writes a number with at most four significant digits, with fewer where it would be longer than so many signs. */
export function short(value: number, signs: number): string {
  for (let digits = 4; digits > 1; digits--) {
    const text = significant(value, digits);
    if (text.length <= signs) {
      return text;
    }
  }
  return significant(value, 1);
}
