/** One unit as the text writes it; `start` and `end` are offsets in the text that was parsed. */
interface ResponsibleName {
  readonly name: string // line breaks inside are gone
  readonly start: number
  readonly end: number
}

/** `责任` = the text does not say who leads. */
export type ResponsibleRole = '牵头' | '配合' | '责任'

export interface ResponsibilityList {
  readonly label: string // e.g. 责任单位
  readonly groups: { readonly role: ResponsibleRole; readonly names: ResponsibleName[] }[]
  /** A remark after the names: 列第一位的为牵头单位，下同. */
  readonly rest?: string
}

const label = '(责任|牵头|主办|配合|协办|协助|落实)(?:单位|部门|主体|科室)'
const opening = new RegExp(`^\\s{0,9}[（(]?\\s{0,9}(${label})\\s{0,9}[：:]`)
const inside = new RegExp(`^\\s{0,9}(?:${label}|(牵头|配合))\\s{0,9}[：:]`)
const bracketed = new RegExp(`[（(]\\s{0,9}${label}\\s{0,9}[：:]`)
const paragraph = new RegExp(`^[ \\t\\u3000]{0,9}${label}\\s{0,9}[：:]`, 'm')
const remark = /第一位|排第一|列首位|首位的|下同|为牵头单位|按职责分工|各负其责/
const roleMark = /\s{0,4}(?:[（(]\s{0,4}(牵头|配合|协助|责任)(?:单位|部门)?\s{0,4}[）)]|(牵头))$/

/**
 * Reads `（责任单位：市场监管局、经信局，列第一位的为牵头单位，下同）` in full or half-width signs, with or without the
 * bracket around it. Undefined where the text does not begin with such a label.
 */
export function parseResponsibility(text: string): ResponsibilityList | undefined {
  const head = opening.exec(text)
  if (!head) return undefined
  const end = bodyEnd(text, /^\s*[（(]/.test(text))
  const groups: { role: ResponsibleRole; names: ResponsibleName[] }[] = []
  let role = roleOf(head[2])
  for (const piece of pieces(text, head[0].length, end)) {
    const words = text.slice(piece.start, piece.end)
    if (remark.test(words)) return { label: head[1] ?? '', groups, rest: text.slice(piece.start, end).trim() }
    const change = inside.exec(words)
    if (change) role = roleOf(change[1] ?? change[2])
    const named = nameAt(text, piece.start + (change?.[0].length ?? 0), piece.end)
    if (!named) continue
    const last = groups.at(-1)
    const own = named.role ?? role
    if (last?.role === own) last.names.push(named.name)
    else groups.push({ role: own, names: [named.name] })
  }
  return { label: head[1] ?? '', groups }
}

/** Where a paragraph names its units: the bracket `（责任单位：…）`, or the rest of a line that begins with the label. */
export function findResponsibility(text: string): { start: number; end: number; text: string } | undefined {
  const bracket = bracketed.exec(text)
  if (bracket) {
    const end = closing(text, bracket.index) ?? text.trimEnd().length
    return { start: bracket.index, end, text: text.slice(bracket.index, end) }
  }
  const bare = paragraph.exec(text)
  if (!bare) return undefined
  const start = bare.index + (bare[0].length - bare[0].trimStart().length)
  const blank = /\n[ \t]*\n/.exec(text.slice(start))
  const end = blank ? start + blank.index : text.trimEnd().length
  return { start, end, text: text.slice(start, end) }
}

function roleOf(word: string | undefined): ResponsibleRole {
  if (word === '牵头' || word === '主办') return '牵头'
  return word === '配合' || word === '协办' || word === '协助' ? '配合' : '责任'
}

/** Before the closing bracket, or before the full stop of an unbracketed line. */
function bodyEnd(text: string, bracketedText: boolean): number {
  if (bracketedText) {
    const close = closing(text, text.search(/[（(]/))
    if (close !== undefined) return close - 1
  }
  const end = text.trimEnd().length
  return text[end - 1] === '。' ? end - 1 : end
}

/** The place after the bracket that closes the one at `open`; full and half width count as the same. */
function closing(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '（' || text[at] === '(') depth++
    else if (text[at] === '）' || text[at] === ')') depth--
    if (depth === 0) return at + 1
  }
  return undefined
}

/** Stretches between separators, quotes and brackets kept whole. */
function pieces(text: string, from: number, to: number): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = []
  let depth = 0
  let start = from
  for (let at = from; at < to; at++) {
    const char = text[at] ?? ''
    if ('“「《（('.includes(char)) depth++
    else if ('”」》）)'.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '、，,；;。'.includes(char)) {
      all.push({ start, end: at })
      start = at + 1
    }
  }
  all.push({ start, end: to })
  return all
}

function nameAt(text: string, from: number, to: number): { name: ResponsibleName; role?: ResponsibleRole } | undefined {
  const words = text.slice(from, to).trimEnd()
  const mark = words.length <= 200 ? roleMark.exec(words) : null
  const bare = (mark ? words.slice(0, mark.index) : words).replace(/等(?:有关|相关)?(?:单位|部门)?\s*$/, '').trimEnd()
  const name = bare.trimStart()
  if (name === '') return undefined
  const start = from + bare.length - name.length
  const clean = /\p{Script=Han}/u.test(name) ? name.replace(/\s+/g, '') : name
  return {
    name: { name: clean, start, end: start + name.length },
    role: mark ? roleOf(mark[1] ?? mark[2]) : undefined,
  }
}
