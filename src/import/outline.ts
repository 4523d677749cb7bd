/** How a line of an official document begins: the kinds of numbers of GB/T 9704-2012 §7.3.3 and of statutes. */
export type NumberKind = '章' | '节' | '条' | '一、' | '（一）' | '1.' | '（1）' | '①'

export interface Numbered {
  readonly kind: NumberKind
  readonly number: string // as it is written in Markdown, e.g. "（一）"
  readonly rest: string
}

const chinese = '[一二三四五六七八九十百零〇]+'
const patterns: readonly (readonly [NumberKind, RegExp, (digits: string) => string])[] = [
  ['章', new RegExp(`^(第${chinese}[编章])\\s*`), (found) => `${found} `],
  ['节', new RegExp(`^(第${chinese}节)\\s*`), (found) => `${found} `],
  ['条', new RegExp(`^(第${chinese}条(?:之${chinese})?)\\s*`), (found) => `${found} `],
  ['一、', new RegExp(`^(${chinese})、\\s*`), (found) => `${found}、`],
  ['（一）', new RegExp(`^[（(]\\s*(${chinese})\\s*[）)]\\s*`), (found) => `（${found}）`],
  ['1.', /^(\d{1,3})\s*[.．、](?!\d)\s*/, (found) => `${found}. `],
  ['（1）', /^[（(]\s*(\d{1,3})\s*[）)]\s*/, (found) => `（${found}）`],
  ['①', /^([①-⑳])\s*/u, (found) => found],
]

/** The number a line begins with, if any; brackets and points come back in one form. */
export function readNumber(line: string): Numbered | undefined {
  for (const [kind, pattern, write] of patterns) {
    const found = pattern.exec(line)
    if (found) return { kind, number: write(found[1] ?? ''), rest: line.slice(found[0].length) }
  }
  return undefined
}

/** A numbered line as a heading; `text` is what follows the heading in the same line. */
export interface OutlineItem {
  readonly depth: number // 2 for the outermost
  readonly heading: string
  readonly text: string
}

/**
 * Gives headings to numbered lines, one by one in order. The depth follows how the numbers nest in this
 * document, so that no level is skipped. In a statute only 章 节 条 are headings; （一） inside an article is text.
 */
export function outliner(isStatute: boolean): (line: string) => OutlineItem | undefined {
  const open: NumberKind[] = []
  return (line) => {
    const numbered = readNumber(line)
    if (!numbered || isStatute !== isStatuteKind(numbered.kind)) return undefined
    const { kind, number, rest } = numbered
    const { title, text } = splitTitle(rest)
    const level = open.indexOf(kind)
    if (level === -1) open.push(kind)
    else open.length = level + 1
    return { depth: Math.min(open.length + 1, 6), heading: `${number}${title}`.trim(), text }
  }
}

export function isStatuteKind(kind: NumberKind): boolean {
  return kind === '章' || kind === '节' || kind === '条'
}

/** “支持做大做强。构建全市……” has a title of its own; a long first sentence is text. */
function splitTitle(rest: string): { title: string; text: string } {
  if (!/[。；，：]/.test(rest)) return rest.length <= 60 ? { title: rest, text: '' } : { title: '', text: rest }
  const end = rest.indexOf('。')
  const first = end === -1 ? rest : rest.slice(0, end)
  if (end === -1 || first.length > 30 || /[，；：]/.test(first)) return { title: '', text: rest }
  return { title: first, text: rest.slice(end + 1) }
}
