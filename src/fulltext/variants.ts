import { parseNumeral, toChineseNumeral } from '../model/chinese-number.ts'

/** A way to say a part of a query; `added` is the word that was put in, where the reader did not write it. */
export interface Variant {
  readonly text: string
  readonly added?: string | undefined
}

/** The part itself and other ways to write it: numerals of articles and years, groups of synonyms (search.md §5.9). */
export function variantsOf(part: string, synonyms: readonly (readonly string[])[]): Variant[] {
  const plain = part.normalize('NFKC')
  const variants: Variant[] = [{ text: part }]
  const add = (text: string, added?: string) => {
    if (text !== plain && !variants.some((one) => one.text === text)) variants.push({ text, added })
  }
  add(plain.replace(/第(\d{1,3})(?=[条章节款项编])/g, (_, digits: string) => `第${toChineseNumeral(Number(digits))}`))
  add(
    plain.replace(/第([一二三四五六七八九十百零]+)(?=[条章节款项编])/g, (whole, written: string) => {
      const value = parseNumeral(written)
      return value === undefined || value > 999 ? whole : `第${value}`
    }),
  )
  add(plain.replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (written) => String(parseNumeral(written) ?? written)))
  for (const group of synonyms) {
    for (const term of group) {
      if (term.length < 2 || !plain.includes(term)) continue
      for (const other of group) {
        // 社保 must not become 社会社会保险 where the longer term stands already.
        if (other === term || plain.includes(other)) continue
        add(plain.replace(term, other), other)
      }
    }
  }
  return variants.slice(0, 8)
}
