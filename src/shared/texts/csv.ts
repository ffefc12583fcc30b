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

const field = /"((?:[^"]|"")*)"[^\S\n]*(?=[,\n]|$)|([^,\n]*)/uy;

/** The rows of a CSV, without those that hold nothing. Total: a quote that does not close is a sign like any other. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const lines = text.replace(byteOrderMark, '').replace(/\r\n?/gu, '\n');
  const rows: string[][] = [[]];
  for (let at = 0; at <= lines.length; at = field.lastIndex + 1) {
    field.lastIndex = at;
    const [, quoted, bare = ''] = field.exec(lines) ?? [];
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (lines.charAt(field.lastIndex) === '\n') rows.push([]);
  }
  return rows.filter((row) => row.some((value) => value.trim() !== ''));
}
