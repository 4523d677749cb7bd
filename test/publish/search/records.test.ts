import { beforeAll, expect, test } from 'vitest'
import { type SearchRecord, searchRecords } from '../../../src/publish/search/records.ts'
import { exampleSite } from '../../example-site.ts'

let records: SearchRecord[]

beforeAll(async () => {
  const { site, board } = await exampleSite()
  records = searchRecords(site, board)
})

test('every record has a title and an address of its own', () => {
  expect(records.filter(({ title }) => title === '')).toEqual([])
  expect(new Set(records.map(({ url }) => url)).size).toBe(records.length)
})

test('a policy can be narrowed by place, year, validity and issuer', () => {
  const policy = records.find(({ type }) => type === '政策')
  expect(policy).toMatchObject({
    number: '示政办发〔2024〕1号',
    filters: { 年份: ['2024'], 状态: ['有效'], 地区: [expect.any(String)], 单位: [expect.any(String)] },
  })
})

test('a target shows how it stands', () => {
  const target = records.find(({ type }) => type === '目标')
  expect(target?.status).toBeTruthy()
  expect(target?.filters.状态).toHaveLength(1)
})

test('what is only named in a list of the site is found by its short names', () => {
  const office = records.find(({ url }) => url === '/organizations/sl-scjgj/')
  expect(office?.words).toContain('市场监管局')
})

test('of one type, the place of the site comes first', async () => {
  const { site, board } = await exampleSite()
  const [policy] = site.policies.values()
  const elsewhere = { ...policy, id: 'a-elsewhere', region: '110000' } as NonNullable<typeof policy>
  const policies = new Map([[elsewhere.id, elsewhere], ...site.policies])
  const [first] = searchRecords({ ...site, policies }, board)
  expect(first?.url).toBe(`/policies/${policy?.id}/`)
})
