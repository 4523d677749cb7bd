import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableField } from '../../../src/model/data/dataset.ts'
import type { CellRules } from '../../../src/read/table/cell-value.ts'
import { compileJsonSchema } from '../../../src/read/table/json-schema.ts'
import { compileCell } from '../../../src/read/table/table-cell.ts'

const at = { file: 'a.csv', line: 2, column: 1 }

/** The codes that a field gives for each text; nothing for a text that is fine. */
function judge(
  field: Partial<TableField> & Pick<TableField, 'type'>,
  texts: readonly string[],
  rules: CellRules = 'standard',
): string[] {
  const whole = { name: 'x', constraints: {}, ...field } as TableField
  const check = compileCell(whole, 'x', (text) => text === '', rules, compileJsonSchema)
  return texts.map((text) => check(text)?.(at).code ?? '')
}

const good = (count: number) => Array.from({ length: count }, () => '')
const wrong = (count: number) => Array.from({ length: count }, () => 'TBL-011')

describe('the standard types', () => {
  test.each([
    ['number', ['1', '-1.5', '+.5', '1.', '1e-3', 'NaN', 'INF', '-INF']],
    ['integer', ['1', '-1', '+007']],
    ['boolean', ['true', 'True', 'TRUE', '1', 'false', '0']],
    ['date', ['2024-02-29', '1999-12-31']],
    ['time', ['15:00:00', '23:59:59.5', '00:00:00Z']],
    ['datetime', ['2024-01-26T15:00:00', '2024-01-26T15:00:00.300-05:00', '2024-01-26T15:00:00Z']],
    ['year', ['2024', '-0044', '12024', '2024Z']],
    ['yearmonth', ['2024-01', '2024-12']],
    ['duration', ['P1Y', 'P1Y2M3DT4H5M6.5S', '-P3M', 'PT0S']],
    ['geopoint', ['90.50, 45.50', '-180,90', '0,0']],
    ['object', ['{}', '{"a":[1]}']],
    ['array', ['[]', '[1,{"a":2}]']],
    ['geojson', ['{"type":"Point","coordinates":[1,2]}', '{"type":"Feature","geometry":null,"properties":null}']],
    ['list', ['a,b', 'a', ',']],
    ['any', ['x', '=1+1', '[']],
  ] as const)('%s takes what the standard allows', (type, texts) => {
    expect(judge({ type }, texts)).toEqual(good(texts.length))
  })

  test.each([
    ['number', ['x', '1-2', '0x1', '--1']],
    ['integer', ['1.5', '1e3', 'INF']],
    ['boolean', ['yes', 'tRue', '2']],
    ['date', ['2023-02-29', '2024-13-01', '2024-1-1', '01/02/2024']],
    ['time', ['15:00', '24:00:00', '3pm']],
    ['datetime', ['2024-01-26', '2024-01-26 15:00:00', '2023-02-30T00:00:00', '2024-01-26T15:00']],
    ['year', ['24', 'x2024', '2024-01']],
    ['yearmonth', ['2024-13', '2024-1', '202401']],
    ['duration', ['P', 'PT', 'P1S', '1Y', 'P1.5Y', 'P1M1Y']],
    ['geopoint', ['181,0', '0,91', '1', '1,2,3', 'a,b', '[1,2]']],
    ['object', ['[]', '1', 'null', '{a:1}', '"x"', '{"a":1e400}', '{"a":[-1e999]}']],
    ['array', ['{}', '1', '[1']],
    ['geojson', ['{}', '{"type":"Point"}', '{"type":"Point","coordinates":["1",2]}', '{"type":"Feature"}']],
  ] as const)('%s refuses what it does not', (type, texts) => {
    expect(judge({ type }, texts)).toEqual(wrong(texts.length))
  })

  test('strings follow their format', () => {
    expect(judge({ type: 'string', format: 'email' }, ['a@b.cn', 'a.b'])).toEqual(['', 'TBL-012'])
    expect(judge({ type: 'string', format: 'uri' }, ['https://a.cn', 'urn:x', 'a b'])).toEqual(['', '', 'TBL-012'])
    const links = ['https://a.cn', 'urn:x', 'javascript:x', 'file:///a', 'https://a:b@a.cn/']
    const refused = Array.from({ length: 4 }, () => 'TBL-012')
    expect(judge({ type: 'string', format: 'uri' }, links, 'house')).toEqual(['', ...refused])
    expect(judge({ type: 'string', format: 'binary' }, ['MzAwMTI=', 'x?'])).toEqual(['', 'TBL-012'])
    const id = '1b4e28ba-2fa1-11d2-883f-0016d3cca427'
    expect(judge({ type: 'string', format: 'uuid' }, [id, id.slice(1)])).toEqual(['', 'TBL-012'])
  })

  test('points and GeoJSON follow their format', () => {
    expect(judge({ type: 'geopoint', format: 'array' }, ['[1, 2]', '["1", "2"]', '1,2'])).toEqual(['', '', 'TBL-011'])
    const points = ['{"lon":1,"lat":2}', '{"lon":1}', '{"lon":1,"lat":2,"z":3}']
    expect(judge({ type: 'geopoint', format: 'object' }, points)).toEqual(['', 'TBL-011', 'TBL-011'])
    const shapes = ['{"type":"Topology","objects":{},"arcs":[]}', '{"type":"Point","coordinates":[1,2]}']
    expect(judge({ type: 'geojson', format: 'topojson' }, shapes)).toEqual(['', 'TBL-011'])
  })

  test('numbers are written as the field says', () => {
    const german = { type: 'number', decimalChar: ',', groupChar: '.' } as const
    expect(judge(german, ['1.234,5', '1234', '-0,5'])).toEqual(good(3))
    expect(judge({ type: 'number', decimalChar: ',' }, ['1.5'])).not.toEqual([''])
    expect(judge({ type: 'integer', groupChar: ',' }, ['1,000,000', '1000'])).toEqual(good(2))
    expect(judge({ type: 'number', bareNumber: false }, ['€ 95', '95%', '-5 万元', '¥-1.5'])).toEqual(good(4))
    expect(judge({ type: 'number', bareNumber: false }, ['无'])).toEqual(wrong(1))
  })

  test('words for true and false are those of the field', () => {
    const field = { type: 'boolean', trueValues: ['是'], falseValues: ['否'] } as const
    expect(judge({ ...field, trueValues: [...field.trueValues], falseValues: ['否'] }, ['是', '否', 'true'])).toEqual([
      '',
      '',
      'TBL-011',
    ])
  })

  test('the items of a list are of its type', () => {
    const field = { type: 'list', itemType: 'integer', delimiter: ';' } as const
    expect(judge(field, ['1;2', '1;a', '1,2'])).toEqual(['', 'TBL-011', 'TBL-011'])
  })
})

describe('dates in a form of their own', () => {
  test.each([
    ['date', '%d/%m/%Y', ['31/12/2020', '1/2/2020'], ['2020-12-31', '31/02/2020']],
    ['date', '%Y年%m月%d日', ['2020年1月9日'], ['2020年13月9日']],
    ['datetime', '%d %b %y %H:%M', ['05 Nov 24 16:00', '5 nov 70 0:05'], ['05 Foo 24 16:00']],
    ['time', '%I:%M %p', ['3:05 PM', '12:00 am'], ['15:05 PM']],
    ['date', '%Y-%j', ['2020-366', '2021-001'], ['2021-366', '2021-000']],
    ['datetime', '%Y-%m-%dT%H:%M:%S.%f%z', ['2020-01-01T00:00:00.123456+0800'], ['2020-01-01T00:00:00']],
    ['date', 'fmt:%F', ['2020-01-01'], ['20200101']],
  ] as const)('%s %s', (type, format, texts, others) => {
    expect(judge({ type, format }, texts)).toEqual(good(texts.length))
    expect(judge({ type, format }, others)).toEqual(wrong(others.length))
  })

  test('any reads what can be read', () => {
    const days = ['2020-1-5', '2020/01/05', '2020年1月5日', '5 January 2020', '2020.1.5']
    expect(judge({ type: 'date', format: 'any' }, days)).toEqual(good(5))
    expect(judge({ type: 'date', format: 'any' }, ['明天', '2020-02-31', '12'])).toEqual(wrong(3))
  })

  test('limits are read in the form of the field', () => {
    const field: TableField = {
      name: 'x',
      type: 'date',
      format: '%d/%m/%Y',
      constraints: { minimum: '15/06/2020', maximum: '14/06/2021' },
    }
    expect(judge(field, ['16/05/2020', '01/07/2020', '30/06/2021'])).toEqual(['TBL-016', '', 'TBL-017'])
  })

  test('every day reads back in every order', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const [year, month, day] = date.toISOString().slice(0, 10).split('-')
          expect(judge({ type: 'date', format: '%d.%m.%Y' }, [`${day}.${month}.${year}`])).toEqual([''])
        },
      ),
    )
  })
})

describe('limits', () => {
  const one = (field: Partial<TableField> & Pick<TableField, 'type'>, texts: readonly string[]) => judge(field, texts)

  test('are compared by what a cell means', () => {
    expect(one({ type: 'number', constraints: { enum: [1, 2.5] } }, ['1.0', '2.50', '3'])).toEqual(['', '', 'TBL-014'])
    expect(one({ type: 'boolean', constraints: { enum: [true] } }, ['1', '0'])).toEqual(['', 'TBL-014'])
    expect(one({ type: 'duration', constraints: { maximum: 'P1Y' } }, ['P11M', 'P13M'])).toEqual(['', 'TBL-017'])
    expect(one({ type: 'yearmonth', constraints: { exclusiveMinimum: '2020-06' } }, ['2020-06', '2020-07'])).toEqual([
      'TBL-016',
      '',
    ])
    const zoned = { type: 'datetime', constraints: { minimum: '2020-01-01T00:00:00Z' } } as const
    expect(one(zoned, ['2020-01-01T07:00:00+08:00', '2020-01-01T09:00:00+08:00'])).toEqual(['TBL-016', ''])
  })

  test('count characters, items and keys', () => {
    expect(one({ type: 'string', constraints: { maxLength: 2 } }, ['𠮷𠮷', '义乌市'])).toEqual(['', 'TBL-019'])
    expect(one({ type: 'array', constraints: { minLength: 2 } }, ['[1,2]', '[1]'])).toEqual(['', 'TBL-018'])
    expect(one({ type: 'object', constraints: { maxLength: 1 } }, ['{"a":1}', '{"a":1,"b":2}'])).toEqual([
      '',
      'TBL-019',
    ])
    expect(one({ type: 'list', constraints: { maxLength: 2 } }, ['a,b', 'a,b,c'])).toEqual(['', 'TBL-019'])
  })

  test('keep to a JSON Schema, keys that are required included', () => {
    const jsonSchema = { type: 'object', required: ['open'], properties: { n: { type: 'integer' } } }
    const texts = ['{"open":null,"n":1}', '{"n":1}', '{"open":1,"n":"x"}']
    expect(one({ type: 'object', constraints: { jsonSchema } }, texts)).toEqual(['', 'TBL-034', 'TBL-034'])
  })

  test('categories are the values there are', () => {
    const categories = [{ value: 1, label: '优' }, 2]
    expect(one({ type: 'integer', categories }, ['1', '2', '3'])).toEqual(['', '', 'TBL-014'])
  })
})

describe('what we publish', () => {
  test('is stricter than the standard where programs stumble', () => {
    expect(judge({ type: 'number' }, ['NaN', 'INF'], 'house')).toEqual(wrong(2))
    expect(judge({ type: 'string' }, ['=1+1', '@x', '-'], 'house')).toEqual(['OBS-010', 'OBS-010', ''])
    expect(judge({ type: 'string' }, ['=1+1'])).toEqual([''])
    expect(judge({ type: 'string' }, ['6.93E+12'], 'house')).toEqual(['TBL-027'])
  })

  test('warns of values that end where programs cut', () => {
    expect(judge({ type: 'string' }, ['字'.repeat(255), '字'.repeat(254)], 'house')).toEqual(['TBL-035', ''])
    expect(judge({ type: 'integer' }, ['2147483647', '2147483646'], 'house')).toEqual(['TBL-035', ''])
  })

  test('says of a fraction among whole numbers that it is none', () => {
    expect(judge({ type: 'integer' }, ['3.5'], 'house')).toEqual(['TBL-011'])
  })
})

test('no text and no field makes a cell check throw', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'date', 'time', 'datetime', 'year', 'yearmonth', 'duration']
  const more = ['geopoint', 'geojson', 'object', 'array', 'list', 'any']
  const type = fc.constantFrom(...([...types, ...more] as TableField['type'][]))
  const format = fc.option(
    fc.constantFrom('default', 'any', 'array', 'object', 'topojson', 'email', '%Y-%m', '%%', 'x'),
  )
  fc.assert(
    fc.property(type, format, fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (one, form, text) => {
      const field = { type: one, ...(form === null ? {} : { format: form }) }
      expect(judge(field, [text])).toHaveLength(1)
    }),
  )
})
