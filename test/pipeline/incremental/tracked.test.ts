import { expect, test } from 'vitest'
import { tracked } from '../../../src/pipeline/incremental/tracked.ts'

const source = () => ({
  site: { asOf: '2026-11-20', policies: new Map([['a', { title: '甲' }]]), services: [{ id: 's' }] },
  issues: ['one'],
})
const looks = async (work: (view: ReturnType<typeof source>) => unknown) => {
  const { view, during } = tracked(source(), ['site'])
  return [...(await during(async () => work(view))).keys]
}

test('what is looked at is noted: a property, an entry of a map, the whole of a map', async () => {
  expect(await looks((view) => view.site.asOf)).toEqual(['site.asOf'])
  expect(await looks((view) => view.site.policies.get('a')?.title)).toEqual(['site.policies\0a'])
  expect(await looks((view) => view.site.policies.has('b'))).toEqual(['site.policies\0b'])
  for (const whole of [
    (view: ReturnType<typeof source>) => [...view.site.policies],
    (view: ReturnType<typeof source>) => view.site.policies.size,
    (view: ReturnType<typeof source>) => view.site.policies.forEach(() => {}),
    (view: ReturnType<typeof source>) => Array.from(view.site.policies.values()),
    (view: ReturnType<typeof source>) => new Map(view.site.policies),
  ]) {
    expect(await looks(whole)).toEqual(['site.policies'])
  }
  expect(await looks((view) => view.site.services[0])).toEqual(['site.services'])
  expect(await looks((view) => ({ ...view }))).toContain('issues')
  expect(await looks(() => 1)).toEqual([])
})

test('looks between two works are nobody’s', async () => {
  const { view, during } = tracked(source(), ['site'])
  await during(async () => view.issues)
  expect(view.site.asOf).toBe('2026-11-20')
  expect([...(await during(async () => 1)).keys]).toEqual([])
})

test('a print changes with what is behind its key, and with nothing else', () => {
  const print = (key: string, change: (one: ReturnType<typeof source>) => void = () => {}) => {
    const one = source()
    change(one)
    return tracked(one, ['site']).print(key)
  }
  const rename = (one: ReturnType<typeof source>) => one.site.policies.set('a', { title: '乙' })
  const add = (one: ReturnType<typeof source>) => one.site.policies.set('b', { title: '丙' })
  expect(print('site.policies\0a')).toBe(print('site.policies\0a'))
  expect(print('site.policies\0a', add)).toBe(print('site.policies\0a'))
  expect(print('site.policies\0a', rename)).not.toBe(print('site.policies\0a'))
  for (const change of [rename, add]) expect(print('site.policies', change)).not.toBe(print('site.policies'))
  expect(print('site.policies\0b', add)).not.toBe(print('site.policies\0b'))
  expect(print('site.asOf', rename)).toBe(print('site.asOf'))
})
