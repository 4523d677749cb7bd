import { expect, test } from 'vitest'
import type { Caution } from '../../../src/browser/query/caution.ts'
import type { AggregateName } from '../../../src/browser/query/group.ts'
import { emptyQuery, type Query } from '../../../src/browser/query/query.ts'
import { runQuery } from '../../../src/browser/query/run.ts'
import type { QueryColumn, QueryDataset } from '../../../src/publish/query/query-table.ts'
import { datasetOf, type Row, tableOf } from './fixture.ts'

const columns: readonly QueryColumn[] = [
  { name: 'indicator', title: '指标', type: 'string', register: 'indicators', key: true },
  { name: 'region', title: '区划', type: 'string', register: 'regions', key: true },
  { name: 'period', title: '时期', type: 'string', key: true },
  { name: 'value', title: '数值', type: 'number' },
  { name: 'unit', title: '单位', type: 'string' },
  { name: 'approx', title: '约数词', type: 'string' },
  { name: 'doubt', title: '存疑', type: 'string' },
  { name: 'status', title: '状态', type: 'string' },
  { name: 'source', title: '来源', type: 'string', register: 'sources', key: true },
]

const about: Partial<QueryDataset> = {
  names: {
    indicators: { births: '新设', stock: '在册', share: '占比' },
    regions: { '330000': '浙江省', '330700': '金华市', '330782': '义乌市' },
  },
  indicators: {
    births: { unit: '家', kind: 'flow', aggregation: 'sum' },
    stock: { unit: '家', kind: 'stock', aggregation: 'last' },
    share: { unit: '比率', kind: 'ratio', aggregation: 'none' },
  },
  parents: { '330782': '330700', '330700': '330000' },
}

function figure(part: Row): Row {
  return { indicator: 'births', region: '330782', period: '2021', value: 1, unit: '家', source: 'a', ...part }
}

async function said(
  rows: readonly Row[],
  name: AggregateName,
  groups: readonly string[] = [],
): Promise<readonly Caution[]> {
  const open = tableOf(columns, rows, 'observations')
  const measures = [{ name, column: 'value' }]
  const answer = await runQuery(datasetOf(open, about), open, { ...emptyQuery, groups, measures })
  return 'cautions' in answer ? answer.cautions : []
}

function wrong(text: string) {
  return [{ level: 'wrong', text: expect.stringContaining(text) }]
}

function care(text: string) {
  return [{ level: 'care', text: expect.stringContaining(text) }]
}

test('a flow of separate years at one place is added up without a word', async () => {
  expect(await said([figure({ period: '2020' }), figure({ period: '2021' })], 'sum')).toEqual([])
})

test('different indicators are never one figure; grouped by indicator they are', async () => {
  const rows = [figure({}), figure({ indicator: 'stock' })]
  for (const name of ['sum', 'mean', 'max'] as const) expect(await said(rows, name)).toEqual(wrong('“新设”、“在册”'))
  expect(await said(rows, 'sum', ['indicator'])).toEqual([])
  expect(await said(rows, 'count')).toEqual([])
})

test('different units are never one figure', async () => {
  expect(await said([figure({}), figure({ period: '2020', unit: '户' })], 'sum')).toEqual(wrong('家、户'))
})

test('shares have no sum, and their mean is not weighted', async () => {
  const rows = [
    figure({ indicator: 'share', unit: '比率' }),
    figure({ indicator: 'share', unit: '比率', period: '2020' }),
  ]
  expect(await said(rows, 'sum')).toEqual(wrong('“占比”不能相加'))
  expect(await said(rows, 'mean')).toEqual(care('没有按规模加权'))
})

test('a stock is not added over time, but over places', async () => {
  const rows = [
    figure({ indicator: 'stock', period: '2020-12-31' }),
    figure({ indicator: 'stock', period: '2021-12-31' }),
  ]
  expect(await said(rows, 'sum')).toEqual(wrong('时点的存量'))
  expect(await said(rows, 'sum', ['period'])).toEqual([])
  const places = [figure({ indicator: 'stock', region: '330282' }), figure({ indicator: 'stock' })]
  expect(await said(places, 'sum')).toEqual([])
})

test('a year and its half are not added', async () => {
  expect(await said([figure({ period: '2021' }), figure({ period: '2021-H1' })], 'sum')).toEqual(wrong('2021-H1'))
})

test('a province and a city of it are not added', async () => {
  expect(await said([figure({}), figure({ region: '330000' })], 'sum')).toEqual(wrong('浙江省与义乌市'))
  expect(await said([figure({}), figure({ region: '330000' })], 'sum', ['region'])).toEqual([])
})

test('two sources of one figure, plans and round numbers are named', async () => {
  const rows = [figure({}), figure({ source: 'b', approx: '约' }), figure({ period: '2022', status: '计划' })]
  const cautions = await said(rows, 'sum')
  expect(cautions.map(({ level }) => level)).toEqual(['care', 'care', 'care'])
  expect(cautions.map(({ text }) => text).join()).toMatch(/1 个数有不止一行.*计划 1 行.*1 行是约数（约）/s)
})

test('what is missing is counted and said', async () => {
  expect(await said([figure({}), figure({ period: '2020', value: undefined })], 'sum')).toEqual(
    care('1 行没有“数值”，不计入，也不当作 0'),
  )
})

test('years, identities and shares of other tables are no quantities', async () => {
  const own: readonly QueryColumn[] = [
    { name: 'year', title: '年', type: 'year' },
    { name: 'no', title: '序号', type: 'integer', key: true },
    { name: 'rate', title: '合格率', type: 'number', unit: '%' },
    { name: 'money', title: '金额', type: 'number', unit: '万元' },
  ]
  const open = tableOf(own, [{ year: 2021, no: 1, rate: 0.5, money: 3 }])
  const ask = async (column: string, name: AggregateName) => {
    const answer = await runQuery(datasetOf(open), open, { ...emptyQuery, measures: [{ name, column }] })
    return 'cautions' in answer ? answer.cautions : []
  }
  expect(await ask('year', 'mean')).toEqual(wrong('年份'))
  expect(await ask('no', 'sum')).toEqual(wrong('标识'))
  expect(await ask('rate', 'sum')).toEqual(wrong('比率'))
  expect(await ask('rate', 'mean')).toEqual(care('加权'))
  expect(await ask('money', 'sum')).toEqual([])
  expect(await ask('year', 'max')).toEqual([])
})

test('only figures of one indicator and unit stand beside each other as bars', async () => {
  const rows = [
    figure({ indicator: 'stock', period: '2020-12-31' }),
    figure({ indicator: 'stock', period: '2021-12-31' }),
  ]
  const ask = async (all: readonly Row[], query: Partial<Query>) => {
    const open = tableOf(columns, all, 'observations')
    const answer = await runQuery(datasetOf(open, about), open, { ...emptyQuery, ...query })
    return 'comparable' in answer && answer.comparable
  }
  const measures = [{ name: 'sum', column: 'value' }] as const
  expect(await ask(rows, { groups: ['period'], measures })).toBe(true)
  expect(await ask([...rows, figure({})], { groups: ['indicator'], measures })).toBe(false)
  expect(await ask([...rows, figure({})], { groups: ['indicator'] })).toBe(true)
})

test('different units in a column beside are no extreme either', async () => {
  const own: readonly QueryColumn[] = [
    { name: 'amount', title: '数', type: 'number' },
    { name: 'unit', title: '单位', type: 'string' },
  ]
  const open = tableOf(own, [
    { amount: 1, unit: '元' },
    { amount: 2, unit: '家' },
  ])
  for (const name of ['sum', 'max'] as const) {
    const answer = await runQuery(datasetOf(open), open, { ...emptyQuery, measures: [{ name, column: 'amount' }] })
    expect('cautions' in answer && answer.cautions).toEqual(wrong('元、家'))
  }
})

test('a total is left out where it would mix what its groups keep apart', async () => {
  const rows = [figure({}), figure({ indicator: 'stock' }), figure({ period: '2020' })]
  const open = tableOf(columns, rows, 'observations')
  const ask = async (query: Partial<Query>) => {
    const measures = [{ name: 'sum', column: 'value' }] as const
    const answer = await runQuery(datasetOf(open, about), open, { ...emptyQuery, measures, ...query })
    if ('problem' in answer) throw new Error(answer.problem)
    return answer
  }
  const listed = await ask({ groups: ['indicator'] })
  expect(listed.cautions).toEqual([])
  expect(listed.result.total).toEqual([undefined, undefined])
  const pivot = await ask({ groups: ['period'], across: 'indicator' })
  // Down the column of one indicator there is a total; along a period, and of everything, there is none.
  expect(pivot.result.columns.map(({ name }) => name)).toEqual(['period', 'indicator=births', 'indicator=stock'])
  expect(pivot.result.total).toEqual([undefined, 2, 1])
  const sound = await ask({ groups: ['period'], filters: [{ column: 'indicator', op: 'in', values: ['births'] }] })
  expect(sound.result.total).toEqual([undefined, 2])
})

test('doubtful figures are named with the reason', async () => {
  const rows = [figure({}), figure({ period: '2020', doubt: '疑为误译' })]
  expect(await said(rows, 'sum')).toEqual(care('1 行存疑（疑为误译）'))
})

test('sums of groups that cover different periods are not to be compared', async () => {
  const rows = [figure({ period: '2020' }), figure({ period: '2021' }), figure({ region: '330282', period: '2021' })]
  expect(await said(rows, 'sum', ['region'])).toEqual(care('覆盖的时期不同（如 2020、2021 与 2021）'))
  expect(await said(rows, 'sum', ['period'])).toEqual([])
  const halves = [figure({ period: '2021-H1' }), figure({ period: '2021-H2' }), figure({ region: '330282' })]
  expect(await said(halves, 'sum', ['region'])).toEqual([])
})
