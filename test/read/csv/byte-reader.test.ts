import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataResource } from '../../../src/model/data/dataset.ts'
import { plainDate, plainInteger, plainNumber, plainText } from '../../../src/read/csv/byte-cell.ts'
import type { ByteColumn } from '../../../src/read/csv/byte-column.ts'
import { byteColumn, judge, missing, unsure } from '../../../src/read/csv/byte-column.ts'
import { csvScanner } from '../../../src/read/csv/csv.ts'
import { createIssueList } from '../../../src/read/issue-list.ts'
import { readTable, textReader } from '../../../src/read/table/table.ts'
import { tableReader } from '../../../src/read/table/table-reader.ts'
import type { TableOptions, TableResult } from '../../../src/read/table/table-result.ts'

type Reading = Pick<TableOptions, 'file' | 'resource' | 'referenced'>

/** The same table through text alone: what the bytes are compared with. */
function readAsText(data: Uint8Array, options: Reading): TableResult {
  const issues = createIssueList()
  const reader = tableReader({ ...options, open: () => fail() }, issues, false, undefined)
  const source = textReader(csvScanner(reader), 'utf-8')
  source.write(data)
  source.end()
  return reader.finish({ bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') })
}

function fail(): never {
  throw new Error('the text is given')
}

function readAsBytes(data: Uint8Array, cuts: readonly number[], options: Reading): Promise<TableResult> {
  const places = [0, ...cuts.map((cut) => cut % (data.length + 1)).sort((a, b) => a - b), data.length]
  return readTable({
    ...options,
    open: async function* () {
      for (const [index, from] of places.slice(0, -1).entries()) yield data.subarray(from, places[index + 1])
    },
  })
}

/** Everything a reading has found, in plain values. */
function found({ table, issues, keys, uses }: TableResult) {
  return {
    summary: table?.summary,
    header: table?.header,
    issues: issues.map(({ code, line, column, message }) => `${code} ${line}:${column} ${message.zh}`),
    keys: keys.map((one) => [...one.keys]),
    uses: uses.map((one) => [...one.uses]),
  }
}

const fields = [
  { name: 'id', constraints: { required: true } },
  { name: 'day', type: 'date', constraints: { minimum: '2001-01-01' } },
  { name: 'amount', type: 'number', constraints: { minimum: -5, maximum: 99_999_999 } },
  { name: 'count', type: 'integer', missingValues: ['', '-', '7'] },
  { name: 'name', constraints: { maxLength: 12 } },
  { name: 'kind', constraints: { enum: ['甲', '乙', '丙'] } },
  { name: 'code', constraints: { pattern: '[A-Z]\\d{2,}' } },
  { name: 'flag', type: 'boolean' },
]
const resource = dataResource.parse({
  name: 'shops',
  path: 'shops.csv',
  schema: {
    fields,
    primaryKey: 'id',
    uniqueKeys: [['day', 'count', 'name']],
    foreignKeys: [
      { fields: 'kind', reference: { resource: 'kinds', fields: 'id' } },
      { fields: ['kind', 'code'], reference: { resource: 'codes', fields: ['a', 'b'] } },
    ],
    missingValues: ['', '无'],
  },
})
const options = { file: 'data/shops/shops.csv', resource, referenced: [['id'], ['kind', 'flag']] }
const names = fields.map((field) => field.name)

/** Row `at` of a table without faults. */
const soundRow = (at: number) => [
  `a${at}`,
  `20${String((at % 90) + 10)}-0${(at % 9) + 1}-${String((at % 28) + 1).padStart(2, '0')}`,
  `${at / 8}`,
  `${at}`,
  `示例${at}店`,
  ['甲', '乙', '丙'][at % 3] ?? '',
  `B${at + 10}`,
  at % 2 ? 'true' : 'false',
]

const sound = fc.nat({ max: 1e7 }).chain((at) => fc.constant(soundRow(at)))
const oddCell = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '无',
      '-',
      '7',
      ' ',
      ' x',
      'x ',
      '　',
      '=1',
      '+1',
      '-1',
      '@a',
      '1E+05',
      '手机13905791234',
      '微信',
      '2024-02-29',
    ],
    ...[
      '2023-02-29',
      '2000-12-31',
      '1.50',
      '.5',
      '5.',
      '-0',
      '1e3',
      '1,5',
      'a"b',
      'a\nb',
      '𠮷',
      '\u200b',
      '\u00a0',
      '某址',
      '－1',
    ],
    ...[
      '2147483647',
      '4294967295',
      '123456789012',
      '12345678901234567',
      '0.1234567890123456',
      'QQ群 12345678',
      '丁',
      'é',
      '1 2 3 4 5 6 7 8 9 0 1',
    ],
  ),
  fc.string({
    unit: fc.constantFrom('1', '9', '.', '-', ' ', 'Q', 'w', 'e', '市', '（', 'é', '𠮷', '"', ','),
    maxLength: 14,
  }),
)
/** Long numbers, some of them of people. */
const codeCell = fc
  .tuple(
    fc.constantFrom('', 'r', 'Z', '-', ' ', '.', '号', '/', '86'),
    fc.oneof(
      fc.stringMatching(/^\d{9,20}$/),
      fc.constantFrom('13905791234', '110101199003077758', '6222021001116245702'),
    ),
    fc.constantFrom('', 'X', '-1', ' 1', '.5', '元', 'q'),
  )
  .map((parts) => parts.join(''))
/** About the limits of the fields, and what is said of people. */
const edgeCell = fc.constantFrom(
  ...['住址：义乌市稠城街道', '3幢2单元301室', '3幢2单元', '微信：gongbao2021', 'WeChat: gongbao', 'QQ:123456'],

  '-5',
  '-5.01',
  '-6',
  '99999999',
  '99999999.5',
  '100000000',
  '义'.repeat(12),
  '义'.repeat(13),
  'a'.repeat(255),
)
const mixed = fc
  .tuple(sound, fc.array(fc.tuple(fc.nat({ max: 7 }), fc.oneof(oddCell, codeCell, edgeCell)), { maxLength: 2 }))
  .map(([row, odd]) => row.map((cell, index) => odd.find(([at]) => at === index)?.[1] ?? cell))
const written = fc.constantFrom(
  (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell),
  (cell: string) => `"${cell.replaceAll('"', '""')}"`,
  (cell: string) => cell,
)
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(mixed, written).map(([row, write]) => row.map(write).join(',')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ',,,,,,,',
      'a,b',
      '"',
      'a,"b',
      '"a"b,c',
      ' , , , , , , , ',
      '无,无,无,无,无,无,无,无',
    ),
  },
)
const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
const body = fc.array(fc.tuple(line, end), { maxLength: 40 }).map((lines) => lines.flat().join(''))
const cuts = fc.array(fc.nat(), { maxLength: 12 })

function bytesOf(head: number, text: string, mark = ''): Uint8Array {
  const rows = Array.from({ length: head }, (_, at) => `${soundRow(at).join(',')}\n`)
  return Buffer.from(`${mark}${names.join(',')}\n${rows.join('')}${text}`)
}

describe('reading bytes', () => {
  test('finds what reading text finds, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        body,
        cuts,
        fc.constantFrom(0, 19, 20, 60),
        fc.constantFrom('', '\ufeff'),
        async (text, places, head, mark) => {
          const data = bytesOf(head, text, mark)
          const inBytes = found(await readAsBytes(data, places, options))
          const withoutMark = inBytes.issues.filter((one) => !one.startsWith('TBL-007 '))
          expect({ ...inBytes, issues: withoutMark }).toEqual(found(readAsText(data, options)))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('finds the same in columns of more values than are counted', async () => {
    await fc.assert(
      fc.asyncProperty(body, cuts, async (text, places) => {
        const data = bytesOf(1100, text)
        expect(found(await readAsBytes(data, places, options))).toEqual(found(readAsText(data, options)))
      }),
      { numRuns: 15 },
    )
  })

  test('finds the same in one column, in blank lines and in text of any kind', async () => {
    const single = {
      ...options,
      resource: dataResource.parse({ ...resource, schema: { fields: [{ name: 'id' }] } }),
      referenced: [],
    }
    const any = fc.string({
      unit: fc.constantFrom('a', '市', '𠮷', ',', '"', '\n', '\r', ' ', '\u0000', '\ufeff'),
      maxLength: 80,
    })
    await fc.assert(
      fc.asyncProperty(any, cuts, async (text, places) => {
        const data = Buffer.from(`id\n${Array.from({ length: 20 }, (_, at) => `${at}\n`).join('')}${text}`)
        expect(found(await readAsBytes(data, places, single))).toEqual(found(readAsText(data, single)))
      }),
      { numRuns: 1000 },
    )
  })

  test('counts the rows that csv-parse reads', async () => {
    const clean = fc.array(fc.tuple(sound, written), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(clean, cuts, async (rows, places) => {
        const data = bytesOf(20, rows.map(([row, write]) => `${row.map(write).join(',')}\n`).join(''))
        const { table } = await readAsBytes(data, places, options)
        const records = parse(Buffer.from(data)) as string[][]
        expect(table?.summary.rows).toBe(records.length - 1)
        const filled = names.map((_, index) => records.slice(1).filter((row) => row[index] !== '').length)
        expect(table?.summary.columns.map((column) => column.filled)).toEqual(
          filled.map((count, index) => (index === 3 ? records.slice(1).filter((row) => row[3] !== '7').length : count)),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('gives up at the first byte that is no UTF-8, also where a character is cut by the end', async () => {
    for (const tail of [[0xff], [0xe5, 0x9d], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      const data = Buffer.concat([bytesOf(40, ''), Buffer.from(tail)])
      const { issues } = await readAsBytes(data, [data.length - 1, data.length - 2], options)
      expect(issues[0]?.code).toBe('OBS-001')
    }
  })

  test('keeps many keys apart, and names the first line of one that comes again', async () => {
    const schema = { fields: [{ name: 'id' }], primaryKey: 'id' }
    const ids = Array.from({ length: 50_000 }, (_, at) => `k${at}\n`)
    const data = Buffer.from(`id\n${ids.join('')}k7\nk49999\n`)
    const { issues } = await readAsBytes(data, [9999, 77_777], {
      ...options,
      resource: dataResource.parse({ ...resource, schema }),
      referenced: [],
    })
    expect(issues.map(({ line, message }) => [line, message.zh.includes('9'), message.zh.includes('50001')])).toEqual([
      [50_002, true, false],
      [50_003, true, true],
    ])
  })
})

describe('a column of more values than are counted', () => {
  const reader = tableReader({ ...options, open: () => fail() }, createIssueList(), false, undefined)
  const scanner = csvScanner(reader)
  scanner.write(Buffer.from(bytesOf(20, '')).toString())
  const table = reader.passable() ?? fail()
  const columns = table.columns.map((column) => byteColumn(column, table))
  for (let at = 0; at < 1100; at++) {
    const cells = soundRow(at)
    for (const [index, column] of columns.entries()) judgeText(column, cells[index] ?? '')
  }

  function judgeText(column: ByteColumn, text: string): number {
    const data = Buffer.from(`${text},`)
    return judge(column, data, 0, data.length - 1)
  }

  test('judges by rules, and only what reading text lets pass', () => {
    expect(columns.filter((one) => one.known === undefined).map((one) => one.column.name)).toEqual([
      'id',
      'day',
      'amount',
      'count',
      'name',
    ])
    fc.assert(
      fc.property(fc.nat({ max: 7 }), fc.oneof(oddCell, codeCell, edgeCell), (index, text) => {
        const own = columns[index] ?? fail()
        const outcome = judgeText(own, text)
        const { column } = own
        if (outcome === unsure) return
        expect([text, table.isFine(column, text)]).toEqual([text, true])
        expect([text, outcome === missing]).toEqual([text, column.isMissing(text)])
      }),
      { numRuns: 20_000 },
    )
  })
})

describe('cells from bytes', () => {
  const of = (text: string) => {
    const data = Buffer.from(`${text},`)
    return [data, 0, data.length - 1] as const
  }

  test('numbers are what their text says', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true }).map(String),
      fc.tuple(fc.maxSafeNat(), fc.nat({ max: 16 })).map(([value, places]) => (value / 10 ** places).toFixed(places)),
      fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', 'e'), maxLength: 18 }),
    )
    fc.assert(
      fc.property(number, (text) => {
        for (const value of [plainNumber(...of(text)), plainInteger(...of(text))]) {
          if (!Number.isNaN(value)) expect([text, value]).toEqual([text, Number(text)])
        }
      }),
      { numRuns: 20_000 },
    )
  })

  test('days are in the order of their numbers', () => {
    expect(plainDate(...of('2021-11-08'))).toBe(20211108)
    for (const text of ['2021-13-01', '2021-02-29', '2021-1-08', '2021/11/08', '2021-11-0a', '2021-11-00', '']) {
      expect([text, plainDate(...of(text))]).toEqual([text, Number.NaN])
    }
  })

  test('text is counted in characters, where all of it is harmless', () => {
    expect(plainText(...of('义乌市（示例）3 店'))).toBe(10)
    for (const text of [
      '=a',
      '-a',
      'a+b',
      'a@b',
      ' a',
      'a ',
      '某址',
      '单元',
      '微信',
      '户籍',
      'qQ',
      'WeChat',
      '1234567890',
      '𠮷',
      '\u200b',
      'é',
      'a\tb',
      '１',
    ]) {
      expect([text, plainText(...of(text))]).toEqual([text, -1])
    }
  })
})
