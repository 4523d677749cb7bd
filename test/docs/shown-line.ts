import { findPersonalData } from '../../src/model/personal/personal-data.ts'
import { findInvisible } from '../../src/model/policy/invisible.ts'

const longest = 160

/** A line as a page may show it: personal data masked, what nobody sees written as its code, cut around a column. */
export function shownLine(line: string, column = 1): string {
  const masked = withoutPersons(line)
  const from = Math.max(0, Math.min(column - 1 - longest / 2, masked.length - longest))
  const cut = masked.slice(from, from + longest)
  const seen = findInvisible(cut).reduceRight(
    (rest, one) => `${rest.slice(0, one.start)}⟦${one.code}⟧${rest.slice(one.end)}`,
    cut,
  )
  return `${from > 0 ? '…' : ''}${seen.startsWith('\ufeff') ? `⟦U+FEFF⟧${seen.slice(1)}` : seen}${from + longest < masked.length ? '…' : ''}`
}

/** Fixtures make personal data up; pages do not show even these. */
export function withoutPersons(text: string): string {
  return findPersonalData(text, []).reduceRight(
    (rest, one) => rest.slice(0, one.start) + one.masked + rest.slice(one.end),
    text,
  )
}
