import type { Part } from './part.ts'

/** How a line of an official document begins: the kinds of numbers of GB/T 9704-2012 §7.3.3 and of statutes. */
export type NumberKind = '编' | '章' | '节' | '条' | '一、' | '（一）' | '1.' | '（1）' | '①'

export interface Numbered {
  readonly kind: NumberKind
  readonly number: string // as the document writes it, e.g. "（一）"
  readonly rest: string
}

const chinese = '[一二三四五六七八九十百千零〇两]+'
/** Without a space, “第三条规定的” or “第二条、第三条” is a reference in running text. */
const notReferred = '(?:\\s+|(?!规定|所列|所称|中的|第|至|和|或|及|与|、|，|的))'
const patterns: readonly (readonly [NumberKind, RegExp])[] = [
  ['编', new RegExp(`^(第${chinese}(?:分)?编)${notReferred}`)],
  ['章', new RegExp(`^(第${chinese}章)${notReferred}`)],
  ['节', new RegExp(`^(第${chinese}节)${notReferred}`)],
  ['条', new RegExp(`^(第${chinese}条(?:之${chinese})?)${notReferred}`)],
  ['一、', new RegExp(`^(${chinese}、)\\s*`)],
  ['（一）', new RegExp(`^([（(]\\s*${chinese}\\s*[）)])\\s*`)],
  ['1.', /^(\d{1,3}\s*[.．、])(?!\d)\s*/],
  ['（1）', /^([（(]\s*\d{1,3}\s*[）)])\s*/],
  ['①', /^([①-⑳])\s*/u],
]

/** The number a line begins with, if any. */
export function readNumber(line: string): Numbered | undefined {
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(line)
    if (found) return { kind, number: found[1] ?? '', rest: line.slice(found[0].length) }
  }
  return undefined
}

/** A text in numbered articles (第一条 …), as laws, regulations and rules are. */
export function isStatute(parts: readonly Part[]): boolean {
  return parts.some((part) => part.type === 'paragraph' && readNumber(part.text)?.kind === '条')
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
    const rank = numbered ? statuteKinds.indexOf(numbered.kind) : -1
    if (!numbered || isStatute !== (rank !== -1)) return undefined
    const { kind, number, rest } = numbered
    const { title, text } = kind === '条' ? articleTitle(rest) : splitTitle(rest)
    if (isStatute) {
      while (open.length > 0 && statuteKinds.indexOf(open.at(-1) ?? kind) >= rank) open.pop()
      open.push(kind)
    } else {
      const level = open.indexOf(kind)
      if (level === -1) open.push(kind)
      else open.length = level + 1
    }
    const gap = /[、）)①-⑳]$/u.test(number) || title === '' ? '' : ' '
    return { depth: Math.min(open.length + 1, 6), heading: `${number}${gap}${title}`, text }
  }
}

/** From the outermost to the innermost; only articles may stand alone. */
const statuteKinds: readonly NumberKind[] = ['编', '章', '节', '条']

/** “【立法目的】” or a few words without a stop may be the title of an article; anything else is its text. */
function articleTitle(rest: string): { title: string; text: string } {
  const [, bracket] = /^(【[^】]{1,30}】|[（(][^）)]{1,20}[）)](?=.))/.exec(rest) ?? []
  if (bracket) return { title: bracket, text: rest.slice(bracket.length).trim() }
  return /[。；，：]/.test(rest) || rest.length > 30 ? { title: '', text: rest } : { title: rest, text: '' }
}

/** “支持做大做强。构建全市……” has a title of its own, stop included; a long first sentence is text. */
function splitTitle(rest: string): { title: string; text: string } {
  if (!/[。；，：]/.test(rest)) return rest.length <= 60 ? { title: rest, text: '' } : { title: '', text: rest }
  const end = rest.indexOf('。')
  const first = end === -1 ? rest : rest.slice(0, end)
  if (end === -1 || first.length > 30 || /[，；：]/.test(first)) return { title: '', text: rest }
  return { title: rest.slice(0, end + 1), text: rest.slice(end + 1).trim() }
}
