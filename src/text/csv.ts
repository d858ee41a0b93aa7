/**
 * Rows as CSV (RFC 4180: commas, every cell in quotation marks, lines ended by CR LF), with a byte order mark, without which
 * spreadsheets read UTF-8 as something else. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 * @example csv([['term'], ['六稳']]) // '\uFEFF"term"\r\n"六稳"\r\n'
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
