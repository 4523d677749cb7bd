import { expect, test } from 'vitest'
import { countLine, findMeasures, tallyLine } from '../../../src/browser/finder/find.ts'
import { type FinderData, finderData, regionsOfRule } from '../../../src/browser/finder/finder-data.ts'
import type { Rule } from '../../../src/model/benefit/eligibility-rule.ts'
import { exampleSite } from '../../example-site.ts'

const shop: Rule = { field: 'identity', op: 'in', value: ['个体工商户'], label: '是个体工商户' }
const office: Rule = { field: 'confirm', op: 'unknown', label: '办理单位核实' }
const data: FinderData = {
  regions: { '330782': ['330782', '330700'] },
  measures: {
    sure: { rule: shop, time: 'yes' },
    asked: { rule: { all: [shop, office] }, time: 'yes' },
    timeless: { rule: shop, time: 'unknown' },
    over: { rule: shop, time: 'no' },
  },
}

const verdicts = (answers: Parameters<typeof findMeasures>[1]) =>
  Object.fromEntries(findMeasures(data, answers).map(({ id, verdict }) => [id, verdict]))

test('what is not known is to be confirmed, never denied', () => {
  expect(verdicts({})).toEqual({ sure: 'unknown', asked: 'unknown', timeless: 'unknown', over: 'no' })
})

test('answers settle what they can; the time counts like a condition', () => {
  expect(verdicts({ identity: ['个体工商户'] })).toEqual({
    sure: 'yes',
    asked: 'unknown',
    timeless: 'unknown',
    over: 'no',
  })
})

test('an answer that does not fit rules a measure out, with the reason', () => {
  const [first] = findMeasures(data, { identity: ['劳动者'] })
  expect(first?.verdict).toBe('no')
  expect(first?.result.conditions[0]?.reason).toContain('劳动者')
})

test('the best known come first', () => {
  expect(findMeasures(data, { identity: ['个体工商户'] }).map(({ id }) => id)).toEqual([
    'sure',
    'timeless',
    'asked',
    'over',
  ])
})

test('the count says how many are open and how many ask', () => {
  expect(countLine(findMeasures(data, { identity: ['个体工商户'] }))).toBe(
    '3 项可能适用，其中 2 项有要您确认的条件；1 项已截止或终止。',
  )
})

test('what does not fit is counted apart from what is over', () => {
  expect(countLine(findMeasures(data, { identity: ['劳动者'] }))).toBe('0 项可能适用；3 项不适用，1 项已截止或终止。')
})

test('a folded benefit says how its conditions stand, or which one rules it out', () => {
  const lines = (answers: Parameters<typeof findMeasures>[1]) =>
    Object.fromEntries(findMeasures(data, answers).map((one) => [one.id, tallyLine(one)]))
  expect(lines({ identity: ['个体工商户'] })).toEqual({
    sure: '2 条符合',
    asked: '2 条符合，1 条需确认',
    timeless: '1 条符合，1 条需确认',
    over: '1 条符合，1 条不符合',
  })
  expect(lines({ identity: ['劳动者'] })['asked']).toBe('不满足“是个体工商户”')
})

test('the rules of the site travel with the chains of its regions', async () => {
  const { site } = await exampleSite()
  const { measures, regions } = finderData(site)
  expect(measures['sl-shop-grant']?.time).toBe('no')
  expect(regions['990100']?.[0]).toBe('990100')
  expect([...site.measures.values()].flatMap(({ eligibility }) => regionsOfRule(eligibility))).toEqual(['990100'])
})
