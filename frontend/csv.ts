/**
 * Writes rows as comma-separated values; a field with a comma, a quote or a new line is quoted. A text that a spreadsheet
 * would take for a formula begins with an apostrophe: a name may be somebody else's.
 */
export function csv(rows: (string | number)[][]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number): string {
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value));
  const text = isFormula ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
