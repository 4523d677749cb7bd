import { type CellValue, readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import { config, made, publish } from './made-dataset.ts'

const rows = [
  ['010100', '1.50', '12', '2024', '2024-02-29', '', '是'],
  ['91330782MA2E8XXXX0', '-', '1234567890123456789', '2024', '1899-12-31', '', '否'],
]

async function workbook(change: (dataset: Dataset) => Dataset = (dataset) => dataset) {
  const { dataset, open } = made(rows)
  const files = await publish(change(dataset), open, config)
  return readXlsx(files.get('made.xlsx') ?? Buffer.of(), { readStyles: true })
}

test('a workbook has a cover, a sheet a table, the dictionary, and notes', async () => {
  const { sheets, properties } = await workbook()
  expect(sheets.map(({ name }) => name)).toEqual(['封面', '示例表', '数据字典', '说明与修订'])
  expect(properties).toMatchObject({
    title: '示例数据 <虚构>',
    creator: config.publisher,
    created: new Date('2024-01-01'),
    modified: new Date('2026-01-31'),
  })
})

test('the sheet of a table has titles with units, names below, both frozen, and a filter over all rows', async () => {
  const { sheets } = await workbook()
  const sheet = sheets[1]
  expect(sheet?.rows.slice(0, 2)).toEqual([
    ['代码', '金额（元）', 'count', 'year', 'day', 'moment', 'open'],
    ['code', 'amount', 'count', 'year', 'day', 'moment', 'open'],
  ])
  expect(sheet?.freezePane).toEqual({ rows: 2 })
  expect(sheet?.autoFilter).toMatchObject({ range: 'A2:G4' })
  expect(sheet?.columns?.every(({ width }) => width && width >= 8)).toBe(true)
})

test('codes are text, figures show the decimals of the table, days are days where Excel counts them rightly', async () => {
  const { sheets } = await workbook()
  const cell = (at: string) => sheets[1]?.cells?.get(at)
  expect(cell('2,0')).toMatchObject({ value: '010100', type: 'string', style: { numFmt: '@' } })
  expect(cell('3,0')).toMatchObject({ value: '91330782MA2E8XXXX0', type: 'string' })
  expect(cell('2,1')).toMatchObject({ value: 1.5, type: 'number', style: { numFmt: '0.00' } })
  expect(cell('3,1')).toMatchObject({ value: '-', type: 'string' })
  expect(cell('3,2')).toMatchObject({ value: '1234567890123456789', type: 'string' })
  expect(cell('2,4')).toMatchObject({ value: new Date('2024-02-29'), style: { numFmt: 'yyyy\\-mm\\-dd' } })
  expect(cell('3,4')).toMatchObject({ value: '1899-12-31', type: 'string' })
})

test('the cover says what it is, of whom, which version, on what terms, what is in it and how to cite it', async () => {
  const { sheets } = await workbook()
  const said = new Map(sheets[0]?.rows.map(([label, text]) => [label, text]))
  expect(said.get('版本')).toBe('1.0.0')
  expect(said.get('更新日期')).toBe('2026-01-31')
  expect(said.get('发布者')).toBe(config.publisher)
  expect(said.get('许可')).toBe('未选定，使用前请询问发布者')
  expect(said.get('示例表')).toBe('2 行；rows.csv')
  expect(said.get('GB/T 7714')).toContain('[DS/OL]')
  const links = [...(sheets[0]?.cells?.values() ?? [])].flatMap(
    ({ hyperlink }) => hyperlink?.location ?? hyperlink?.target ?? [],
  )
  expect(links).toEqual(['https://example.gov.cn/data/made/', "'示例表'!A1", "'数据字典'!A1", "'说明与修订'!A1"])
})

test('the dictionary has a line for each column', async () => {
  const { sheets } = await workbook()
  const lines: CellValue[][] = sheets[2]?.rows.slice(2) ?? []
  expect(lines.map((line) => line[2])).toEqual(['code', 'amount', 'count', 'year', 'day', 'moment', 'open'])
  expect(lines[1]?.slice(3, 6)).toEqual(['金额', 'number', '元'])
})

test('the notes say how figures are meant and what was changed when', async () => {
  const { sheets } = await workbook((dataset) => ({
    ...dataset,
    gongbao: {
      ...dataset.gongbao,
      notes: ['口径一致。'],
      changes: [{ version: '0.9.0', on: '2025-01-31', note: '更正一格' }],
    },
  }))
  expect(sheets[3]?.rows.map((row) => row.filter((cell) => cell))).toEqual([
    ['口径说明'],
    ['口径一致。'],
    [],
    ['修订'],
    ['0.9.0（2025-01-31）', '更正一格'],
  ])
})

test('sheets have names that Excel takes, each its own', async () => {
  const titles = [
    '数据字典',
    '收入/支出: [2024]?',
    `${'很长的标题'.repeat(10)}甲`,
    `${'很长的标题'.repeat(10)}乙`,
    "'引号'",
    '///',
  ]
  const { sheets } = await workbook((dataset) => ({
    ...dataset,
    tables: titles.flatMap((title, at) =>
      dataset.tables.map((table) => ({ ...table, title, name: `t${at}`, path: `t${at}.csv` })),
    ),
  }))
  const names = sheets.map(({ name }) => name)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length + 3)
  for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
  expect(names.slice(1, 3)).toEqual(['数据字典 2', '收入 支出   2024'])
  expect(names[6]).toBe('t5')
})
