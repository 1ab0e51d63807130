import { significant } from '../format.js';

/** Writes a number in TeX: 1.235e−5 becomes `1.235 \cdot 10^{-5}`. */
export function texNumber(value: number): string {
  if (Number.isNaN(value)) {
    return '\\text{NaN}';
  }
  const [number, power] = significant(value).replaceAll('\u2212', '-').split('e');
  return power ? `${number} \\cdot 10^{${power}}` : number;
}
