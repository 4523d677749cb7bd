import { expect, it } from 'vitest'
import { tableField } from '../../../src/model/data/dataset.ts'
import { csvwDatatype } from '../../../src/publish/metadata/csvw-datatype.ts'
import { csvwName } from '../../../src/publish/metadata/csvw-metadata.ts'

it.each([
  [{}, 'string'],
  [{ type: 'integer' }, 'integer'],
  [
    { type: 'integer', constraints: { minimum: 1, exclusiveMaximum: 10 } },
    { base: 'integer', minimum: 1, maxExclusive: 10 },
  ],
  [
    { type: 'number', decimalChar: ',', groupChar: '.' },
    { base: 'number', format: { decimalChar: ',', groupChar: '.' } },
  ],
  [{ type: 'number', bareNumber: false }, 'string'],
  [
    { type: 'string', constraints: { pattern: '\\d{6}' } },
    { base: 'string', format: '^(?:\\d{6})$' },
  ],
  [
    { type: 'string', constraints: { enum: ['甲', 'a|b'] } },
    { base: 'string', format: '^(?:甲|a\\|b)$' },
  ],
  [
    { type: 'string', constraints: { minLength: 1, maxLength: 3 } },
    { base: 'string', minLength: 1, maxLength: 3 },
  ],
  [{ type: 'string', format: 'uri' }, 'anyURI'],
  [{ type: 'date' }, 'date'],
  [
    { type: 'date', constraints: { minimum: '2020-01-01' } },
    { base: 'date', minimum: '2020-01-01' },
  ],
  [
    { type: 'date', format: '%d/%m/%Y' },
    { base: 'date', format: 'dd/MM/yyyy' },
  ],
  [{ type: 'date', format: '%j of %Y' }, 'string'],
  [
    { type: 'datetime', format: '%Y-%m-%d %H:%M' },
    { base: 'dateTime', format: 'yyyy-MM-dd HH:mm' },
  ],
  [{ type: 'time' }, 'time'],
  [{ type: 'year' }, 'gYear'],
  [{ type: 'yearmonth' }, 'gYearMonth'],
  [{ type: 'duration' }, 'duration'],
  [{ type: 'list', itemType: 'integer' }, 'integer'],
  [{ type: 'geojson' }, 'json'],
  [{ type: 'geopoint' }, 'string'],
  [
    { type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
    { base: 'boolean', format: '是|否' },
  ],
  [
    { type: 'boolean', trueValues: ['是', 'Y'] },
    { base: 'string', format: '^(?:是|Y|false|False|FALSE|0)$' },
  ],
])('%j is the datatype %j', (field, datatype) => {
  expect(csvwDatatype(tableField.parse({ name: 'a', ...field }))).toEqual(datatype)
})

it('a column of plain truth values is boolean only where all its values are known', () => {
  const field = tableField.parse({ name: 'a', type: 'boolean' })
  expect(csvwDatatype(field, new Set(['true', 'false']))).toBe('boolean')
  expect(csvwDatatype(field, new Set(['TRUE']))).toMatchObject({ base: 'string' })
  expect(csvwDatatype(field)).toMatchObject({ base: 'string' })
})

it.each([
  ['printedUnit', 'printedUnit'],
  ['_row', '%5Frow'],
  ['a-b.c', 'a%2Db%2Ec'],
  ["it's (x)*", 'it%27s%20%28x%29%2A'],
  ['年份', '%E5%B9%B4%E4%BB%BD'],
])('the column %s can stand in a template as %s', (header, name) => {
  expect(csvwName(header)).toBe(name)
  expect(decodeURIComponent(csvwName(header))).toBe(header)
})
