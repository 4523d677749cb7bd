import { expect, test } from 'vitest'
import { assessableOf, countOf, fits, saysAll } from '../../../src/browser/search/narrow.ts'

const rows = [
  { kind: '通知', year: '2021' },
  { kind: '通知', year: '2022' },
  { kind: '计划', year: '2021' },
]

test('values of one facet are alternatives, facets must all fit', () => {
  const chosen = new Map([
    ['kind', new Set(['通知', '计划'])],
    ['year', new Set(['2021'])],
  ])
  expect(rows.map((row) => fits(row, chosen))).toEqual([true, false, true])
})

test('nothing chosen lets everything through', () => {
  expect(rows.every((row) => fits(row, new Map([['kind', new Set<string>()]])))).toBe(true)
})

test('a row with several values fits each of them', () => {
  const led = [{ lead: 'a b' }, { lead: 'c' }, {}]
  expect(led.map((row) => fits(row, new Map([['lead', new Set(['b'])]])))).toEqual([true, false, false])
  expect(countOf(led, new Map(), 'lead', 'a')).toBe(1)
})

test('a count shows what another value of the same facet would give', () => {
  const chosen = new Map([
    ['kind', new Set(['计划'])],
    ['year', new Set(['2021'])],
  ])
  expect(countOf(rows, chosen, 'kind', '通知')).toBe(1)
})

test('a narrowed list of promises tells how many can be assessed, another list nothing', () => {
  const promises = [{ assessable: '' }, {}, { assessable: '' }]
  expect(assessableOf(promises, promises.slice(0, 2))).toBe(1)
  expect(assessableOf(promises, promises.slice(1, 2))).toBe(0)
  expect(assessableOf(rows, rows)).toBeUndefined()
})

test('a text is found by all its words, whatever their case, width and order', () => {
  expect(saysAll('义乌市进出口数字 value GDP', 'gdp 义乌')).toBe(true)
  expect(saysAll('义乌市进出口数字 ＧＤＰ', 'gdp')).toBe(true)
  expect(saysAll('义乌市进出口数字', '义乌 快递')).toBe(false)
  expect(saysAll('义乌市', '  ')).toBe(true)
})
