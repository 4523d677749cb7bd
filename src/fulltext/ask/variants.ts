import { parseNumeral, toChineseNumeral } from '../../model/number/chinese-number.ts'

/** A way to say a part of a query. */
export interface Variant {
  readonly text: string
  /** The word that was put in, where the reader did not write it. */
  readonly added?: string | undefined
  /** The part as a whole is an everyday word for what documents call otherwise. */
  readonly everyday?: boolean
}

const mostVariants = 8

/** The part itself and the same with its numbers written otherwise: articles, years, numbers of documents (search.md §5.9). */
export function writtenVariants(part: string): Variant[] {
  const plain = part.normalize('NFKC')
  const texts = [
    part,
    plain.replace(/第(\d{1,4})(?=[条章节款项编])/g, (_, digits: string) => `第${toChineseNumeral(Number(digits))}`),
    plain.replace(/第([一二三四五六七八九十百千零〇]+)(?=[条章节款项编])/g, (whole, written: string) => {
      const value = parseNumeral(written)
      return value === undefined ? whole : `第${value}`
    }),
    plain.replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (written) => String(parseNumeral(written) ?? written)),
    plain.replace(/(\d{4})\s{0,4}年?\s{0,4}第?(\d{1,6})\s{0,4}号/g, '$1 $2号'),
  ]
  return distinct(texts).map((text) => ({ text }))
}

/**
 * The part with words replaced by others of their group; the first of a group is how documents say it. Not where the
 * other word stands already: 社会保险 must not become 社会社会保险.
 */
export function synonymVariants(part: string, groups: readonly (readonly string[])[]): Variant[] {
  const plain = part.normalize('NFKC')
  const variants = new Map<string, Variant>()
  for (const [official = '', ...others] of groups) {
    const group = [official, ...others]
    // Of words that lie in one another the longest is meant.
    const term = group.filter((one) => one.length > 1 && plain.includes(one)).sort((a, b) => b.length - a.length)[0]
    if (term === undefined) continue
    const everyday = term === plain && term !== official
    for (const other of group) {
      if (plain.includes(other)) continue
      const text = plain.replace(term, other)
      if (!variants.has(text)) variants.set(text, { text, added: other, everyday })
    }
  }
  return [...variants.values()].slice(0, mostVariants)
}

/** A year in Arabic digits as old documents print it: 二〇二一年. */
export function printedYears(part: string): string | undefined {
  const plain = part.normalize('NFKC')
  const text = plain.replace(/(?<!\d)\d{4}(?=年)/g, (digits) =>
    [...digits].map((one) => '〇一二三四五六七八九'[Number(one)]).join(''),
  )
  return text === plain ? undefined : text
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const plain = text.normalize('NFKC')
    if (seen.has(plain)) return false
    seen.add(plain)
    return true
  })
}
