import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataResource } from '../../../src/model/data/dataset.ts'
import { readTable } from '../../../src/read/table/table.ts'
import type { TableOptions } from '../../../src/read/table/table-result.ts'

type Schema = Parameters<typeof resource>[0]

function resource(schema: { readonly fields: readonly object[]; readonly [key: string]: unknown }) {
  return dataResource.parse({ name: 'shops', path: 'shops.csv', schema })
}

const plain: Schema = { fields: [{ name: 'id' }, { name: 'name', title: '店名' }, { name: 'area', type: 'number' }] }

async function read(content: string | Uint8Array, schema: Schema = plain, more: Partial<TableOptions> = {}) {
  const data = Buffer.from(content)
  const open = async function* () {
    for (let at = 0; at < data.length; at += 7) yield data.subarray(at, at + 7)
  }
  return readTable({ file: 'data/shops/shops.csv', resource: resource(schema), open, ...more })
}

async function faults(content: string | Uint8Array, schema?: Schema) {
  const { issues } = await read(content, schema)
  return issues.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

/** A column of a type, with one cell. */
const one = (field: object, cell: string) =>
  faults(`v,w\n${cell},\n`, { fields: [{ name: 'v', ...field }, { name: 'w' }] })

describe('readTable', () => {
  test('gives rows, bytes, checksum, columns and a preview', async () => {
    const text = 'id,name,area\na1,示例一店,20\na2,,3.5\na3,示例一店,100\n'
    const { table, issues } = await read(text)
    expect(issues).toEqual([])
    expect(table?.header).toEqual(['id', 'name', 'area'])
    expect(table?.summary).toEqual({
      rows: 3,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
      columns: [
        { name: 'id', filled: 3, distinct: 3 },
        { name: 'name', filled: 2, distinct: 1 },
        { name: 'area', filled: 3, distinct: 3, minimum: '3.5', maximum: '100' },
      ],
      preview: [
        ['a1', '示例一店', '20'],
        ['a2', '', '3.5'],
        ['a3', '示例一店', '100'],
      ],
    })
  })

  test('takes titles for names and columns in any order', async () => {
    const { table, rows, issues } = await read('area,店名,id\n20,示例一店,a1\n', plain, { keepRows: true })
    expect(issues).toEqual([])
    expect(table?.header).toEqual(['area', 'name', 'id'])
    expect(rows[0]?.values.get('name')).toBe('示例一店')
    expect(rows[0]?.at('id')).toEqual({ file: 'data/shops/shops.csv', line: 2, column: 9 })
  })

  test('points at the cell behind a cell of several lines, with LF, CRLF and CR', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['id,name,area', 'a1,"示例', '一店""旗舰""",大', 'a2,示例二店,小', ''].join(end)
      expect(await faults(text)).toEqual(['TBL-011 3:11', 'TBL-011 4:9'])
    }
  })

  test('lists a hundred faults of a kind and counts the rest', async () => {
    const { issues } = await read(`id,name,area\n${'a,b,c\n'.repeat(250)}`)
    expect(issues).toHaveLength(101)
    expect(issues.at(-1)).toMatchObject({ code: 'TBL-011', line: 102 })
    expect(issues.at(-1)?.message.zh).toContain('150')
  })

  test('reads GBK, GB18030 and UTF-16 to the end, so that other faults are found too', async () => {
    const gbk = Buffer.concat([Buffer.from('id,name,area\na1,'), Buffer.from([0xd2, 0xe5]), Buffer.from(',x\n')])
    expect(await faults(gbk)).toEqual(['OBS-001 1:1', 'TBL-011 2:6'])
    const utf16 = Buffer.from('\ufeffid,name,area\na1,义,x\n', 'utf16le')
    expect(await faults(utf16)).toEqual(['OBS-001 1:1', 'TBL-011 2:6'])
  })

  test('reports a file that vanishes', async () => {
    const open = async function* () {
      yield Buffer.from('id,name,area\n')
      throw Object.assign(new Error('gone'), { code: 'ENOENT' })
    }
    const { issues, table } = await readTable({ file: 'data/shops/shops.csv', resource: resource(plain), open })
    expect(issues.map((issue) => issue.code)).toEqual(['SITE-004'])
    expect(table).toBeUndefined()
  })

  test('takes any bytes without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (data) => {
        const { issues } = await read(data)
        expect(issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
    const line = fc.string({
      unit: fc.constantFrom('a', '1', ',', '"', '\n', '=', '\u0000', '\ufeff', '，'),
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(line, async (text) => void (await read(`id,name,area\n${text}`))),
      { numRuns: 300 },
    )
  })

  test('never repeats personal data', async () => {
    const { issues } = await read('id,name,area\na1,手机 13905791234,20\n')
    expect(issues.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(['PII-002 2:4'])
    expect(JSON.stringify(issues)).not.toContain('13905791234')
  })

  test('keeps the keys other tables refer to, and the places of those it uses', async () => {
    const schema = {
      ...plain,
      foreignKeys: [{ fields: ['name', 'area'], reference: { resource: 'other', fields: ['a', 'b'] } }],
    }
    const { keys, uses } = await read('id,name,area\na1,x,1\na2,x,1\na3,,\n', schema, { referenced: [['id']] })
    expect([...(keys[0]?.keys ?? [])]).toEqual(['a1', 'a2', 'a3'])
    expect([...(uses[0]?.uses.values() ?? [])].map((places) => places.map((at) => at.line))).toEqual([[2, 3]])
  })
})

describe('dialects', () => {
  const places = async (text: string, more: Partial<TableOptions>) => {
    const { table, issues } = await read(text, plain, more)
    const found = issues.map(({ code, line, column }) => `${code} ${line}:${column}`)
    return { header: table?.header, preview: table?.summary.preview, found }
  }

  test('name the columns of a file without a header by the schema', async () => {
    const dialect = { header: false, delimiter: ';' }
    expect(await places('a1;x;1\na2;y;z\n', { dialect })).toEqual({
      header: ['id', 'name', 'area'],
      preview: [
        ['a1', 'x', '1'],
        ['a2', 'y', 'z'],
      ],
      found: ['TBL-011 2:6'],
    })
    expect((await places('', { dialect })).found).toEqual([])
  })

  test('join a header of several rows and pass over what stands above it', async () => {
    const text = '示例\na,,b\nid,name,area\n#x\na1,x,1\n'
    const fields = ['a id', 'a name', 'b area'].map((name) => ({ name }))
    const dialect = { headerRows: [2, 3], commentChar: '#' }
    const { table, issues } = await read(text, { fields }, { dialect })
    expect(issues).toEqual([])
    expect(table?.header).toEqual(['a id', 'a name', 'b area'])
    expect(table?.summary.rows).toBe(1)
  })

  test('take a null sequence for a missing value', async () => {
    const { table, issues } = await read('id,name,area\na1,x,\\N\n', plain, { dialect: { nullSequence: '\\N' } })
    expect(issues).toEqual([])
    expect(table?.summary.columns[2]).toEqual({ name: 'area', filled: 0, distinct: 0 })
  })
})

describe('cells', () => {
  test.each([
    ['number', ['1', '-1.5', '+2', '.5', '1e3'], ['1,5', '一', '１', '5万', '2.5%', '3 户', '0x1f', 'NaN', '1O5']],
    ['integer', ['0', '-12'], ['1.0', '1e3', '１２']],
    ['boolean', ['true', 'FALSE', '1'], ['是', 'yes']],
    ['date', ['2024-02-29'], ['2023-02-29', '2021-13-01', '2021/11/08', '20211108']],
    ['datetime', ['2021-11-08T09:00:00Z', '2021-11-08T09:00:00+08:00'], ['2021-11-08 09:00', '2021-11-31T09:00:00Z']],
    ['time', ['09:00', '23:59:59'], ['24:00', '9:00']],
    ['year', ['2021'], ['21', '2021年']],
    ['yearmonth', ['2021-11'], ['2021-13', '202111']],
    ['any', ['一', '1'], []],
  ])('%s', async (type, good, bad) => {
    for (const cell of good) expect([cell, await one({ type }, `"${cell}"`)]).toEqual([cell, []])
    for (const cell of bad) expect([cell, (await one({ type }, `"${cell}"`)).length]).toEqual([cell, 1])
  })

  test.each([
    ['=1+1', true],
    ['+SUM(A1)', true],
    ['-cmd', true],
    ['@x', true],
    ['＝1+1', true],
    ['\t=1', true],
    ['-', false],
    ['--', false],
    ['-5', false],
    ['+5%', false],
    ['-1,234.5', false],
    ['a=b', false],
  ])('%j is a formula: %s', async (cell, formula) => {
    expect((await one({}, `"${cell}"`)).some((fault) => fault.startsWith('OBS-010'))).toBe(formula)
  })

  test('a missing value is missing, whatever the type', async () => {
    const schema = {
      fields: [{ name: 'v', type: 'number', constraints: { required: true } }],
      missingValues: ['', '未统计'],
    }
    expect(await faults('v\n未统计\n1\n', schema)).toEqual(['TBL-013 2:1'])
  })

  test('lengths count characters, not halves of them', async () => {
    expect(await one({ constraints: { maxLength: 2 } }, '𠮷𠮷')).toEqual([])
    expect(await one({ constraints: { minLength: 2 } }, '𠮷')).toEqual(['TBL-018 2:1'])
  })

  test('dates are compared as dates, years as numbers', async () => {
    expect(await one({ type: 'date', constraints: { minimum: '2021-01-01' } }, '2020-12-31')).toEqual(['TBL-016 2:1'])
    expect(await one({ type: 'year', constraints: { maximum: 2020 } }, '2021')).toEqual(['TBL-017 2:1'])
  })
})
