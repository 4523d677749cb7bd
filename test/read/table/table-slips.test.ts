import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Files, TableFile } from '../../../src/read/files.ts'
import { readSite } from '../../../src/read/root.ts'
import { base, overlay } from '../overlay.ts'

// The slips of a hand that copies figures into a table, and what a spreadsheet does to it: each is named at its cell,
// none is silent, none says more than two things.

const file = 'data/example/observations.csv'
const sound = readFileSync(`${base}/${file}`, 'utf8')
const [header = '', first = '', ...others] = sound.trimEnd().split('\n')
const files: Files = await overlay(base)

async function found(text: string): Promise<string[]> {
  const bytes = Buffer.from(text)
  const table: TableFile = {
    ...(files.tables.get(file) as TableFile),
    open: async function* () {
      yield bytes
    },
  }
  const { issues } = await readSite(
    { ...files, tables: new Map([...files.tables, [file, table]]) },
    { asOf: '2026-11-20' },
  )
  return issues.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

/** The row in place of the first one, with the codes that it gives, each with line and column. */
const slips: readonly (readonly [slip: string, row: string, codes: string])[] = [
  ['年份 1024', 'shop-new,990100,1024,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-016 2:17'],
  ['年份 2202', 'shop-new,990100,2202,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-016 2:17'],
  ['202406', 'shop-new,990100,202406,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['值带单位', 'shop-new,990100,2024-01/2024-06,4.9万,家,4.9万家,,,sl-news,第一段,虚构示例,', 'TBL-025 2:33'],
  ['值带家', 'shop-new,990100,2024-01/2024-06,30家,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-025 2:33'],
  ['全角', 'shop-new,990100,2024-01/2024-06,３０,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-023 2:33'],
  ['全角printed', 'shop-new,990100,2024-01/2024-06,30,家,３０家,,,sl-news,第一段,虚构示例,', 'NUM-007 2:38'],
  ['千分位', 'shop-new,990100,2024-01/2024-06,"1,000",家,1000家,,,sl-news,第一段,虚构示例,', 'TBL-024 2:33'],
  ['小数逗号', 'shop-new,990100,2024-01/2024-06,"30,5",家,30.5家,,,sl-news,第一段,虚构示例,', 'TBL-053 2:33'],
  ['百分号', 'shop-new,990100,2024-01/2024-06,30%,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-025 2:33'],
  ['2020/6', 'shop-new,990100,2024/6,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['2020-13', 'shop-new,990100,2020-13,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['2020Q5', 'shop-new,990100,2020Q5,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['2020-Q5', 'shop-new,990100,2020-Q5,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['2020.6', 'shop-new,990100,2020.6,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['2024-6', 'shop-new,990100,2024-6,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['两位年份', 'shop-new,990100,24,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['倒时期', 'shop-new,990100,2024-06/2024-01,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['年份 0202', 'shop-new,990100,0202,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-016 2:17'],
  ['excel serial', 'shop-new,990100,44508,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['2024-02-30', 'shop-new,990100,2024-02-30,30,家,30家,,,sl-news,第一段,虚构示例,', 'OBS-006 2:17'],
  ['空时期', 'shop-new,990100,,30,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-013 2:17'],
  ['区域名', 'shop-new,示例市,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:10'],
  ['区域错', 'shop-new,990109,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:10'],
  ['区域小数', 'shop-new,990100.0,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:10'],
  ['区域空', 'shop-new,,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-013 2:10'],
  ['区域E', 'shop-new,9.901E+05,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-027 2:10'],
  ['区域前导', 'shop-new,0990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:10'],
  ['指标大写', 'SHOP-NEW,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:1'],
  ['指标名', '新增小店,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:1'],
  ['指标下划线', 'shop_new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'REF-001 2:1'],
  ['指标空', ',990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-013 2:1'],
  ['printed无数', 'shop-new,990100,2024-01/2024-06,30,家,家,,,sl-news,第一段,虚构示例,', 'OBS-015 2:38'],
  ['printed词', 'shop-new,990100,2024-01/2024-06,30,家,若干家,,,sl-news,第一段,虚构示例,', 'OBS-015 2:38'],
  ['printed空', 'shop-new,990100,2024-01/2024-06,30,家,,,,sl-news,第一段,虚构示例,', 'TBL-013 2:38'],
  ['printed-', 'shop-new,990100,2024-01/2024-06,30,家,-,,,sl-news,第一段,虚构示例,', 'OBS-015 2:38'],
  ['差10', 'shop-new,990100,2024-01/2024-06,300,家,30家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
  ['差100', 'shop-new,990100,2024-01/2024-06,3000,家,30家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
  ['差1e4', 'shop-new,990100,2024-01/2024-06,300000,家,30家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
  ['小10', 'shop-new,990100,2024-01/2024-06,3,家,30家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
  ['换位', 'shop-new,990100,2024-01/2024-06,13,家,31家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
  ['约丢', 'shop-new,990100,2024-01/2024-06,30,家,约30家,,,sl-news,第一段,虚构示例,', 'OBS-007 2:38'],
  ['超丢', 'shop-new,990100,2024-01/2024-06,30,家,超30家,,,sl-news,第一段,虚构示例,', 'OBS-007 2:38'],
  ['近丢', 'shop-new,990100,2024-01/2024-06,30,家,近30家,,,sl-news,第一段,虚构示例,', 'OBS-007 2:38'],
  ['余丢', 'shop-new,990100,2024-01/2024-06,30,家,30余家,,,sl-news,第一段,虚构示例,', 'OBS-007 2:38'],
  ['约错', 'shop-new,990100,2024-01/2024-06,30,家,约30家,超,,sl-news,第一段,虚构示例,', 'OBS-017 2:43'],
  ['approx词', 'shop-new,990100,2024-01/2024-06,30,家,30家,大约,,sl-news,第一段,虚构示例,', 'TBL-014 2:42'],
  ['status错', 'shop-new,990100,2024-01/2024-06,30,家,30家,,正确,sl-news,第一段,虚构示例,', 'TBL-014 2:43'],
  ['status en', 'shop-new,990100,2024-01/2024-06,30,家,30家,,final,sl-news,第一段,虚构示例,', 'TBL-014 2:43'],
  ['来源空', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,,第一段,虚构示例,', 'TBL-013 2:44'],
  ['来源错', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-newz,第一段,虚构示例,', 'REF-001 2:44'],
  ['来源大写', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,SL-NEWS,第一段,虚构示例,', 'REF-001 2:44'],
  ['来源名', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,示例日报,第一段,虚构示例,', 'REF-001 2:44'],
  ['移右', ',shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例', 'TBL-056 2:1'],
  ['移左', '990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,,', 'TBL-056 2:1'],
  ['少逗号', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例', 'OBS-002 2:60'],
  ['少逗号2', 'shop-new,990100,2024-01/2024-06,30家,30家,,,sl-news,第一段,虚构示例,', 'OBS-002 2:60'],
  ['多逗号note', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构,示例,', 'OBS-002 2:62'],
  ['单位错', 'shop-new,990100,2024-01/2024-06,30,户,30家,,,sl-news,第一段,虚构示例,', 'NUM-003 2:36'],
  ['单位空', 'shop-new,990100,2024-01/2024-06,30,,30家,,,sl-news,第一段,虚构示例,', 'TBL-013 2:36'],
  ['万家', 'shop-new,990100,2024-01/2024-06,30,万家,30万家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33|NUM-003 2:36'],
  ['负数', 'shop-new,990100,2024-01/2024-06,-30,家,-30家,,,sl-news,第一段,虚构示例,', 'OBS-010 2:39'],
  ['负数2', 'shop-new,990100,2024-01/2024-06,-30,家,30家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33|OBS-018 2:33'],
  ['对调', 'shop-new,990100,2024-01/2024-06,30家,家,30,,,sl-news,第一段,虚构示例,', 'TBL-025 2:33'],
  ['value空', 'shop-new,990100,2024-01/2024-06,,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-013 2:33'],
  ['value文字', 'shop-new,990100,2024-01/2024-06,三十,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-011 2:33'],
  ['value -', 'shop-new,990100,2024-01/2024-06,-,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-011 2:33'],
  ['value待', 'shop-new,990100,2024-01/2024-06,待公布,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-011 2:33'],
  ['百分比率', 'shop-growth,990100,2024,12.5,比率,12.5%,,,sl-news,第一段,虚构示例,', 'NUM-004 2:25'],
  ['百分号值', 'shop-growth,990100,2024,12.5%,比率,12.5%,,,sl-news,第一段,虚构示例,', 'TBL-025 2:25'],
  ['单位%', 'shop-growth,990100,2024,12.5,%,12.5%,,,sl-news,第一段,虚构示例,', 'NUM-001 2:25|NUM-003 2:30'],
  ['比率大', 'shop-growth,990100,2024,0.00125,比率,12.5%,,,sl-news,第一段,虚构示例,', 'NUM-001 2:25'],
  ['千分', 'shop-growth,990100,2024,0.125,比率,12.5‰,,,sl-news,第一段,虚构示例,', 'NUM-001 2:25'],
  ['1e400', 'shop-new,990100,2024-01/2024-06,1e400,家,30家,,,sl-news,第一段,虚构示例,', 'NUM-013 2:33'],
  ['多点', 'shop-new,990100,2024-01/2024-06,3.0.0,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-011 2:33'],
  ['空格', 'shop-new,990100,2024-01/2024-06, 30 ,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-026 2:33'],
  ['中空格', 'shop-new,990100,2024-01/2024-06,3 0,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-011 2:33'],
  ['O', 'shop-new,990100,2024-01/2024-06,3O,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-011 2:33'],
  ['printedO', 'shop-new,990100,2024-01/2024-06,30,家,3O家,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
  ['supersedes', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,example/99', 'REF-001 2:61'],
  ['supersedes self', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,example/2', 'OBS-019 2:61'],
  ['#REF!', 'shop-new,990100,2024-01/2024-06,#REF!,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-050 2:33'],
  ['#N/A', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,#N/A,', 'TBL-050 2:56'],
  ['#N/A printed', 'shop-new,990100,2024-01/2024-06,30,家,#N/A,,,sl-news,第一段,虚构示例,', 'TBL-050 2:38'],
  ['####', 'shop-new,990100,########,30,家,30家,,,sl-news,第一段,虚构示例,', 'TBL-050 2:17'],
  ['####note', 'shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,######,', 'TBL-050 2:56'],
  ['unit printed 亿', 'shop-new,990100,2024-01/2024-06,30,家,30亿元,,,sl-news,第一段,虚构示例,', 'NUM-001 2:33'],
]

test('the row they are made of is sound', async () => {
  expect(first).toBe('shop-new,990100,2024-01/2024-06,30,家,30家,,,sl-news,第一段,虚构示例,')
  expect(await found(sound)).toEqual([])
  expect(slips.length).toBeGreaterThan(60)
})

test.each(slips)('%s', async (_, row, codes) => {
  expect(await found([header, row, ...others, ''].join('\n'))).toEqual(codes.split('|'))
  expect(codes.split('|').length).toBeLessThanOrEqual(2)
})

test('a period in Chinese words is asked for in the form of the standard', async () => {
  expect(await found(sound.replace('2024-01/2024-06', '2023年'))).toEqual(['OBS-006 2:17'])
})

describe('a table that a spreadsheet has saved', () => {
  const saved: readonly (readonly [what: string, change: (text: string) => string, codes: readonly string[]])[] = [
    ['a mark at the start', (text) => `\ufeff${text}`, ['TBL-007 1:1']],
    ['semicolons', (text) => text.replaceAll(',', ';'), ['TBL-001 1:1']],
    ['tabs', (text) => text.replaceAll(',', '\t'), ['TBL-001 1:1']],
    ['full-width commas', (text) => text.replaceAll(',', '，'), ['TBL-001 1:1']],
    ['a line for Excel', (text) => `sep=,\n${text}`, ['TBL-001 1:1']],
    ['a line for Excel and semicolons', (text) => `sep=;\r\n${text.replaceAll(',', ';')}`, ['TBL-001 1:1']],
    ['empty columns', (text) => text.replaceAll('\n', ',,,\n'), ['TBL-005 1:89']],
    ['empty cells in the rows', (text) => text.replaceAll('\n', ',,\n').replace(',,\n', '\n'), ['TBL-055 2:62']],
    ['empty rows', (text) => `${text}${`${','.repeat(11)}\n`.repeat(30)}`, ['TBL-006 6:1']],
    ['no row', () => `${header}\n`, ['TBL-049 1:1']],
    ['the same row twice', (text) => `${text}${first}\n`, ['OBS-003 6:1']],
    ['other line ends, which harm nobody', (text) => text.replaceAll('\n', '\r\n'), []],
  ]

  test.each(saved)('%s', async (_, change, codes) => expect(await found(change(sound))).toEqual(codes))
})
