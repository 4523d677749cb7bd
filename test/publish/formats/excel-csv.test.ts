import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excelCsvFormat } from '../../../src/publish/formats/excel-csv.ts'
import { fields, made, odd } from './made-dataset.ts'
import { readCsv, unguarded } from './read-back.ts'

const table = made([]).dataset.tables[0]

function written(rows: readonly (readonly string[])[]): Buffer {
  if (!table) throw new Error('no table')
  const format = excelCsvFormat(table)
  return Buffer.from(format.head + format.rows(rows) + format.tail())
}

test('a file begins with the mark of UTF-8, and its rows end as Excel expects', () => {
  const bytes = written([['a', '1', '2', '2024', '', '', '']])
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(bytes.toString().slice(1)).toBe('code,amount,count,year,day,moment,open\r\na,1,2,2024,,,\r\n')
})

test.each([
  ['010100', '="010100"'],
  ['330782199001011234', '="330782199001011234"'],
  ['2024-01', '="2024-01"'],
  ['1-2', '="1-2"'],
  ['1E5', '="1E5"'],
  ['TRUE', '="TRUE"'],
  ['12:30', '="12:30"'],
  ['Mar 1', '="Mar 1"'],
  ['50%', '="50%"'],
  ['2021年3月', '="2021年3月"'],
  ['(123)', '="(123)"'],
  ['￥1,000', '="￥1,000"'],
  ['１２３', '="１２３"'],
  ['-5', '="-5"'],
  ['91330782MA2E8XXXX0', '91330782MA2E8XXXX0'],
  ['=1+1', "'=1+1"],
  ['+8657985x', "'+8657985x"],
  ['-x', "'-x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['＝1+1', "'＝1+1"],
  ["'x", "''x"],
  ['—', '—'],
  ['--', '--'],
  ['2021年底', '2021年底'],
])('the text “%s” is written %s', (text, cell) => {
  expect(readCsv(written([[text, '', '', '', '', '', '']]))[1]?.[0]).toBe(cell)
})

test.each([
  ['-0.5', '-0.5'],
  ['123456789012345', '123456789012345'],
  ['1234567890123456', '="1234567890123456"'],
  ['007', '="007"'],
  ['未统计', '未统计'],
])('the number “%s” is written %s', (text, cell) => {
  expect(readCsv(written([['', text, '', '', '', '', '']]))[1]?.[1]).toBe(cell)
})

const rows = fc.array(fc.tuple(...fields.map(() => odd)), { maxLength: 6 })

test('no cell runs as a formula, other than a constant text', () => {
  fc.assert(
    fc.property(rows, (cells) => {
      for (const cell of readCsv(written(cells)).flat()) {
        if (/^="[^"=]*"$/.test(cell) || /^-?\d+(\.\d+)?$/.test(cell) || /^-*$/.test(cell)) continue
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      }
    }),
  )
})

test('without the guards the cells are those of the table', () => {
  fc.assert(
    fc.property(rows, (cells) => {
      expect(
        readCsv(written(cells))
          .slice(1)
          .map((row) => row.map(unguarded)),
      ).toEqual(cells)
    }),
  )
})
