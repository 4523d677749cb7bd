import { daysBetween, lastDayOf } from '../../model/number/date.ts'
import { formatRounded, formatShare } from '../../model/number/format.ts'
import type { Case } from '../case.ts'
import * as formula from '../formula.ts'
import { type Elapsed, elapsed } from './elapsed.ts'
import { type Season, seasonsOf } from './season.ts'
import type { Expected, Way } from './way.ts'

/** Whole years count by days, the running one by what earlier years had reached by the same month. */
export function seasonal(c: Case, way: Way, at: string, time: Elapsed): Expected | undefined {
  const { opens, closes, start = 0, goal } = way
  if (!opens || !closes) return undefined
  const seasonAt = seasonsOf(c)
  const found = seasonalShare(seasonAt, { opens, closes }, at, time)
  if (!found) return undefined
  const { share, season, before, year } = found
  const ends = monthEnds(opens, closes).flatMap((on) => {
    const then = elapsed(opens, closes, on)
    const part = then && (seasonalShare(seasonAt, { opens, closes }, on, then)?.share ?? then.share)
    return part === undefined ? [] : [{ on, value: start + (goal - start) * part }]
  })
  const mean = season.shares.map((one) => formatShare(one)).join(' ＋ ')
  return {
    share,
    way: [{ on: opens, value: start }, ...ends],
    inputs: [
      ...formula.timeInputs(time, share),
      formula.computedInput(
        { zh: '往年同月完成的比例', en: 'share of earlier years by the same month' },
        's',
        season.mean,
      ),
    ],
    lines: [
      {
        label: { zh: '往年同月', en: 'earlier years' },
        words: {
          zh: `${season.years.join('、')}年到这个月完成全年的比例，平均`,
          en: 'mean share of the year reached by the same month',
        },
        parts: [formula.symbol('s'), ` ＝ （${mean}） ÷ ${season.shares.length} ＝ `, formatShare(season.mean)],
      },
      {
        label: formula.terms.expected,
        words: {
          zh: '（以前各年的天数 ＋ 往年同月 × 今年天数）÷ 总天数',
          en: '(days of past years + s × days of this year) ÷ days in all',
        },
        parts: [
          formula.symbol('q'),
          ' ＝ ',
          `（${formatRounded(before, 0)} ＋ ${formatShare(season.mean)} × ${formatRounded(year, 0)}） ÷ ${formatRounded(time.total, 0)} ＝ `,
          formatShare(share),
        ],
      },
    ],
  }
}

function seasonalShare(
  seasonAt: (at: string) => Season | undefined,
  { opens, closes }: { readonly opens: string; readonly closes: string },
  at: string,
  time: Elapsed,
): { readonly share: number; readonly season: Season; readonly before: number; readonly year: number } | undefined {
  const number = Number(at.slice(0, 4))
  const [eve, last] = [`${number - 1}-12-31`, `${number}-12-31`]
  if (eve < opens || last > closes) return undefined
  const season = seasonAt(at)
  if (!season) return undefined
  const [before, year] = [daysBetween(opens, eve), daysBetween(eve, last)]
  return { share: (before + season.mean * year) / time.total, season, before, year }
}

function monthEnds(opens: string, closes: string): string[] {
  const ends: string[] = []
  let [year, month] = [Number(opens.slice(0, 4)), Number(opens.slice(5, 7))]
  for (;;) {
    const end = `${year}-${String(month).padStart(2, '0')}-${lastDayOf(year, month)}`
    if (end > closes) return ends
    if (end > opens) ends.push(end)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
}
