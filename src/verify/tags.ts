/** A start tag of built HTML. Raw text elements (script, style, title, textarea) carry their text. */
export interface Tag {
  readonly name: string // lower case, e.g. "a"
  readonly attributes: ReadonlyMap<string, string>
  readonly offset: number
  readonly text?: string
}

const attributeText = `(?:[^"'>]|"[^"]*"|'[^']*')*`
const markup = new RegExp(
  [
    '<!--[\\s\\S]*?-->',
    `<(script|style|title|textarea)\\b(${attributeText})>([\\s\\S]*?)</\\1\\s*>`,
    `<([a-zA-Z][\\w:-]*)(${attributeText})>`,
  ].join('|'),
  'gi',
)
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/**
 * The start tags of a page in order. A tokenizer, not a parser: it judges HTML that we built ourselves, and a
 * tree for each of thousands of pages would cost ten times as much. Validity is the tests' affair.
 */
export function readTags(html: string): Tag[] {
  return [...html.matchAll(markup)].flatMap((found) => {
    const [, raw, rawAttributes = '', text, name = raw, rest = rawAttributes] = found
    if (name === undefined) return []
    return { name: name.toLowerCase(), attributes: readAttributes(rest), offset: found.index, text }
  })
}

function readAttributes(text: string): Map<string, string> {
  const read = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    if (!read.has(name)) read.set(name.toLowerCase(), unescapeHtml(double ?? single ?? bare ?? ''))
  }
  return read
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
