const special = /[",\r\n]/

/** True where one of the cells, or the text of several, needs quotes by RFC 4180. */
export function needsQuotes(text: string): boolean {
  return special.test(text)
}

/** A cell of CSV, in quotes where it needs them. */
export function csvCell(text: string): string {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
