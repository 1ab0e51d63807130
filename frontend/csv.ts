/** Writes rows as comma-separated values; a field with a comma, a quote or a new line is quoted. */
export function csv(rows: (string | number)[][]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
