/** Text for a record of one line: a line break in it would begin a record of somebody else's making. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
