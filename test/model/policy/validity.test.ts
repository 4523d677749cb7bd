import { expect, test } from 'vitest'
import { type Dated, validityOf } from '../../../src/model/policy/validity.ts'

const today = '2026-11-20'

test('a document is in force from its date while nothing ends it', () => {
  expect(of(policy('a', { adoptedOn: '2021-11-08' }))).toMatchObject({ is: '有效', since: '2021-11-08' })
})

test.each([
  ['planPeriod', '规划期满'],
  ['activePeriod', '已过实施期'],
] as const)('a document is in force to the last day of its %s and %s from the next', (period, is) => {
  const own = policy('a', { adoptedOn: '2021-11-08', [period]: { from: '2021-01-01', to: '2023-12-31' } })
  expect(validityOf(own, new Map(), '2023-12-31').is).toBe('有效')
  expect(validityOf(own, new Map(), '2024-01-01')).toMatchObject({ is, since: '2024-01-01', because: { type: 'date' } })
  const repeal = policy('b', { adoptedOn: '2025-01-01', relations: [{ type: '废止', policy: 'a' }] })
  expect(of(own, repeal).is).toBe('废止')
  const amended = policy('b', { adoptedOn: '2022-01-01', relations: [{ type: '修改', policy: 'a' }] })
  expect(of(own, amended).is).toBe(is)
})

test('a document is not in force before its first day and is on it', () => {
  const coming = policy('a', { adoptedOn: '2026-11-01', effectiveFrom: '2026-12-01' })
  expect(of(coming)).toMatchObject({ is: '尚未施行', since: '2026-12-01' })
  expect(validityOf(coming, new Map(), '2026-12-01').is).toBe('有效')
})

test('a document lapses the day after its last', () => {
  const lapsing = policy('a', { adoptedOn: '2021-01-01', effectiveTo: '2023-12-31' })
  expect(validityOf(lapsing, new Map(), '2023-12-31').is).toBe('有效')
  expect(validityOf(lapsing, new Map(), '2024-01-01')).toMatchObject({ is: '失效', since: '2024-01-01' })
})

test.each([
  ['废止', '被废止', '废止', '废止'],
  ['替代', '被替代', '失效', '替代'],
  ['修改', '被修改', '已修改', '修改'],
] as const)('“%s” counts from either document', (active, passive, is, word) => {
  const target = policy('old', { adoptedOn: '2020-01-01' })
  const actor = policy('new', { adoptedOn: '2024-05-01', relations: [{ type: active, policy: 'old' }] })
  const expected = { is, since: '2024-05-01', because: { type: 'relation', policy: 'new' } }
  expect(of(target, actor)).toMatchObject(expected)
  const told = policy('old', { adoptedOn: '2020-01-01', relations: [{ type: passive, policy: 'new' }] })
  expect(of(told, policy('new', { adoptedOn: '2024-05-01' }))).toMatchObject(expected)
  expect(of(target, actor).because?.text.zh).toBe(`被《new》${word}`)
})

test('a repeal takes effect on its own day, not before', () => {
  const old = policy('old', { adoptedOn: '2020-01-01' })
  const repeal = policy('new', {
    adoptedOn: '2026-10-01',
    relations: [{ type: '废止', policy: 'old', on: '2027-01-01' }],
  })
  expect(of(old, repeal).is).toBe('有效')
  expect(validityOf(old, mapOf([old, repeal]), '2027-01-01')).toMatchObject({ is: '废止', since: '2027-01-01' })
})

test('repeal outweighs amendment, and of amendments the latest is named', () => {
  const old = policy('old', { adoptedOn: '2020-01-01' })
  const first = policy('b', { adoptedOn: '2021-01-01', relations: [{ type: '修改', policy: 'old' }] })
  const second = policy('a', { adoptedOn: '2022-01-01', relations: [{ type: '修改', policy: 'old' }] })
  expect(of(old, first, second)).toMatchObject({ is: '已修改', since: '2022-01-01', because: { policy: 'a' } })
  const repeal = policy('c', { adoptedOn: '2023-01-01', relations: [{ type: '废止', policy: 'old' }] })
  expect(of(old, first, second, repeal)).toMatchObject({ is: '废止', because: { policy: 'c' } })
})

test('what this document does to others does not change it', () => {
  const actor = policy('new', { adoptedOn: '2024-05-01', relations: [{ type: '废止', policy: 'old' }] })
  expect(of(actor, policy('old', { adoptedOn: '2020-01-01' })).is).toBe('有效')
})

test('without any date the validity is unknown', () => {
  expect(of(policy('a', {}))).toMatchObject({ is: '未知' })
})

test('an override of the editors stands, with its reason', () => {
  const text = '制定机关已公布清理结果'
  const set = policy('a', { effectiveTo: '2030-01-01', validity: { is: '部分失效', reason: text } })
  expect(of(set)).toEqual({
    is: '部分失效',
    because: { type: 'override', text: { zh: text, en: `Set by the editors: ${text}` } },
  })
})

function policy(
  id: string,
  fields: Partial<Dated> & { relations?: { type: Dated['relations'][number]['type']; policy: string; on?: string }[] },
): Dated {
  return { id, title: id, relations: [], ...fields }
}

function of(subject: Dated, ...others: Dated[]): ReturnType<typeof validityOf> {
  return validityOf(subject, mapOf([subject, ...others]), today)
}

function mapOf(policies: Dated[]): ReadonlyMap<string, Dated> {
  return new Map(policies.map((one) => [one.id, one]))
}
