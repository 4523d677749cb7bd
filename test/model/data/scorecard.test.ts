import { expect, it } from 'vitest'
import { colourStrip, rankings, type Scorecard } from '../../../src/model/data/scorecard.ts'
import { parsePeriod } from '../../../src/model/number/period.ts'

const cards = [
  card('b', '2024-11', { rank: 2, colour: '红' }),
  card('a', '2024-12', { rank: 1, colour: '绿' }),
  card('c', '2024-11', {}),
  card('a', '2024-11', { rank: 1 }),
  card('a', '2024', { name: '年度考核', rank: 3 }),
]

it('gathers what one scoring said of one period, the latest first and the first rank on top', () => {
  const tables = rankings(cards).map(({ name, period, rows }) => [name, period.text, rows.map((one) => one.subject)])
  expect(tables).toEqual([
    ['月通报', '2024-12', ['a']],
    ['月通报', '2024-11', ['a', 'b', 'c']],
    ['年度考核', '2024', ['a']],
  ])
})

it('keeps the colours that were printed, oldest first', () => {
  expect(colourStrip(cards).map((one) => one.colour)).toEqual(['红', '绿'])
})

function card(subject: string, text: string, over: Partial<Scorecard>): Scorecard {
  const period = parsePeriod(text)
  if (!period) throw new Error(text)
  return { subject, dataset: 'd', name: '月通报', period, source: 's', ...over }
}
