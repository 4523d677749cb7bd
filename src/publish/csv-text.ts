type Row = readonly (string | number | undefined)[]

/** Rows as CSV by RFC 4180, UTF-8 without a mark, `\n` (or another sign) at the end of each row. */
export function toCsv(rows: readonly Row[], lineEnd = '\n'): string {
  let text = ''
  for (const row of rows) text += line(row) + lineEnd
  return text
}

function line(row: Row): string {
  // Most rows need no quotes: one look at all their cells together, joined by a sign that needs none either.
  return special.test(row.join('\0')) ? row.map(cell).join(',') : row.join(',')
}

const special = /[",\r\n]/

function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
