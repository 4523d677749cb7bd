import type { HastNode } from 'satteri'
import { attributeOf, childrenOf, tagOf, textBelow } from './html-tree.ts'
import { readNumber } from './outline.ts'
import { writeNumber } from './word-numbering.ts'

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** The number a browser shows before an item of `<ol>`; empty where it shows none or the words have their own. */
export function listNumber(item: HastNode, list: HastNode): string {
  const style = attributeOf(list, 'style') + attributeOf(item, 'style')
  if (tagOf(list) !== 'ol' || /list-style(?:-type)?\s*:\s*none/i.test(style)) return ''
  if (readNumber(textBelow(item).trim())) return ''
  const items = childrenOf(list).filter((child) => tagOf(child) === 'li')
  const step = attributeOf(list, 'reversed') === '' ? 1 : -1
  let n = Number(attributeOf(list, 'start') || (step === 1 ? 1 : items.length))
  for (const one of items) {
    const own = attributeOf(one, 'value')
    if (own !== '') n = Number(own)
    if (one === item) break
    n += step
  }
  return Number.isInteger(n) ? `${writeNumber(n, formats[attributeOf(list, 'type')] ?? 'decimal')}. ` : ''
}
