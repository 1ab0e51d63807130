/** Writes numbers for the page: with four significant digits, and with all digits on request. */

const MINUS = '\u2212';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0, signDisplay: 'negative' });

function notFinite(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : `${MINUS}∞`;
}

function withRealMinus(text: string): string {
  return text.replace(/-/g, MINUS);
}

/** Writes four significant digits, all four of them, so that a changing number does not jump: 0.2500, 12.34, 1.235e−5. */
export function significant(value: number, digits = 4): string {
  if (!Number.isFinite(value)) {
    return notFinite(value);
  }
  const size = Math.abs(value);
  if (size === 0) {
    return '0';
  }
  if (size < 1e-4 || size >= 1e6) {
    return withRealMinus(value.toExponential(digits - 1).replace('e+', 'e'));
  }
  if (size >= 10 ** digits - 0.5) {
    return withRealMinus(grouped.format(value));
  }
  return withRealMinus(value.toPrecision(digits));
}

/** Writes every digit of the stored number, so that it can be pasted into an answer. */
export function exact(value: number): string {
  return Number.isFinite(value) ? String(value) : notFinite(value);
}

/** Writes a whole number such as a step, with its thousands grouped. */
export function whole(value: number): string {
  return Number.isFinite(value) ? withRealMinus(grouped.format(value)) : notFinite(value);
}

/** Writes a number as short as an axis needs it: 0.5, 1,200, 1e−5; on a log axis powers of ten stay powers. */
export function tick(value: number): string {
  if (!Number.isFinite(value)) {
    return '';
  }
  const size = Math.abs(value);
  if (size === 0) {
    return '0';
  }
  if (size < 1e-3 || size >= 1e6) {
    return withRealMinus(Number(value.toPrecision(3)).toExponential().replace('e+', 'e'));
  }
  return size >= 1000 ? withRealMinus(grouped.format(value)) : withRealMinus(String(Number(value.toPrecision(4))));
}
