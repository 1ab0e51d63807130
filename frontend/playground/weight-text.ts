/** Reads a weight that was typed. */

/** As the server has it. */
const LARGEST = 1e6;

export const ALLOWED = 'a number from −1,000,000 to 1,000,000, such as 0.5 or −2e−3';

/** Returns the number in a text, or a sentence that says what was expected. */
export function readWeight(text: string): number | string {
  const typed = text.trim();
  const value = Number(typed.replace(/\u2212/g, '-').replace(',', '.'));
  if (typed === '') {
    return `An empty field is no weight: type ${ALLOWED}.`;
  }
  if (Number.isNaN(value)) {
    return `“${shortened(typed)}” is no number: type ${ALLOWED}.`;
  }
  return Math.abs(value) <= LARGEST ? value : `${shortened(typed)} is too large: type ${ALLOWED}.`;
}

function shortened(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 24)}…`;
}
