/** Excel and WPS take a CSV for GBK unless it begins with this. */
export const byteOrderMark = '\ufeff';

/** What spreadsheets take for the start of a formula (OWASP, CSV Injection), their full-width forms too. */
const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * Rows as CSV (RFC 4180): CRLF, every cell in quotes. A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it, which shows it as the words that it is.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`;
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
