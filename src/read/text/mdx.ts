/*
 * Nothing in an editor's file is run, so nothing in it needs to be parsed as JavaScript either, and the parser of
 * JavaScript ends the process at some thousand nested brackets. What would start an expression or a statement is
 * replaced by a character that no text may hold, one for one, so that every position stays what it was.
 */
const brace = '\ufdd0'
const statements = { i: '\ufdd1', e: '\ufdd2' } as const

/** The text with every `{`, `import` and `export` made harmless; escaped braces stay. */
export function disarm(body: string): string {
  return body
    .replace(/\\[\s\S]|\{/g, (found) => (found === '{' ? brace : found))
    .replace(/^([^\p{L}\p{N}\n]*)([ie])(?=mport\b|xport\b)/gmu, (_, before: string, first: 'i' | 'e') => {
      return before + statements[first]
    })
}

/** A disarmed text whose attributes `name={value}` read as `name="value"`, so that the rest of the file can be read. */
export function quoteAttributes(disarmed: string): string {
  return disarmed.replace(/=\ufdd0([^\ufdd0}"'<>\n]*)\}/g, '="$1"')
}

/** Whether a component has an attribute `name={value}`. */
export function hasCodeAttribute(written: string): boolean {
  return written.includes('={')
}

/** The text of a node as it was written. */
export function rearm(text: string): string {
  return text.replaceAll(brace, '{').replaceAll(statements.i, 'i').replaceAll(statements.e, 'e')
}

/** Where text as it was written would start an expression, from 0; -1 where it would not. */
export function findExpression(written: string): number {
  return disarm(written).indexOf(brace)
}

/** Whether the first text of a paragraph would have been an `import` or `export`. */
export function isStatement(text: string): boolean {
  return text.startsWith(statements.i) || text.startsWith(statements.e)
}
