import { type Fold, gap, unitsOf } from '../format/units.ts'
import type { Found } from './found.ts'
import type { OpenIndex } from './open-index.ts'

/** So many of the best are looked at; their records are shown anyway. */
const mostRead = 10
/** What may stand before the name of a document in its title: who issued it, or 关于. */
const before = /(?:[省市县区州盟旗国院会部局署厅委]|关于|关于印发|关于适用)$/
/** What may stand behind it. */
const behind = /^(?:试行|修订|修正|\d{4}年?(?:修订|修正)|(?:若干)?(?:的)?(?:通知|意见|决定|公告|批复|规定|解释))?$/

/** Found documents with those first whose number or title the query is, then those that it names without the issuer. */
export async function namedFirst(
  index: OpenIndex,
  found: readonly Found[],
  query: string,
  fold?: Fold,
): Promise<readonly Found[]> {
  const asked = plain(query, fold)
  if (found.length < 2 || asked === '') return found
  const titled = found
    .filter(({ document, positions }) =>
      positions.some((position) => position < (index.head.documents[document]?.titleUnits ?? 0)),
    )
    .slice(0, mostRead)
  if (titled.length === 0) return found
  const ranks = new Map<Found, number>()
  await Promise.all(
    titled.map(async (one) => {
      const { title, number } = await index.record(one.document)
      ranks.set(one, Math.max(titleRank(plain(title, fold), asked), numberRank(plain(number ?? '', fold), asked)))
    }),
  )
  // Sorting keeps the order of equals.
  return found.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0))
}

function titleRank(title: string, asked: string): number {
  if (title === asked) return 4
  const at = title.lastIndexOf(asked)
  if (at < 0) return 0
  return (at === 0 || before.test(title.slice(0, at))) && behind.test(title.slice(at + asked.length)) ? 2 : 0
}

/** 义政办发 2021 38 names 义政办发〔2021〕38号; 38号 is the end of it. */
function numberRank(number: string, asked: string): number {
  if (number === '') return 0
  if (number === asked || number === `${asked}号`) return 4
  return number.endsWith(` ${asked}`) || number.endsWith(` ${asked}号`) ? 3 : 0
}

/** Normalised units; a number stands apart from what is before it. */
function plain(text: string, fold?: Fold): string {
  const units = unitsOf(text, fold).filter((unit) => unit.text !== gap)
  return units
    .map(({ text: unit }) => (/^\d/.test(unit) ? ` ${unit}` : unit))
    .join('')
    .trim()
}
