import { z } from 'zod'
import { profileValue, required } from '../../issues/tbl.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { show } from '../table/table-cell.ts'
import type { TableRow } from '../table/table-result.ts'
import { shapeOf, titleOf, unwrap } from '../text/schema-shape.ts'

/** A row as its schema sees it; without a value where a cell does not fit. */
export interface ReadRow<S extends z.ZodType> {
  readonly value?: z.output<S> | undefined
  /** The cells as they were given to the schema. */
  readonly record: Readonly<Record<string, unknown>>
  readonly issues: readonly Issue[]
}

/**
 * Reads rows through the schema of what they become: cells by the names of its fields, lists divided by `|`, a pair in
 * a list as `indicator:why`. A cell that has been reported is not reported again, nor one whose column is missing in
 * `header`. `given` fills fields that stand in no cell.
 */
export function rowReader<S extends z.ZodType>(
  schema: S,
  given: Readonly<Record<string, string>> = {},
  header?: readonly string[],
): (row: TableRow) => ReadRow<S> {
  const shape = shapeOf(schema) ?? {}
  const known = Object.fromEntries(Object.entries(given).filter(([key]) => key in shape))
  const cells = Object.entries(shape).flatMap(([key, field]) =>
    key in given ? [] : [{ key, read: cellReader(field) }],
  )
  return (row) => {
    const record: Record<string, unknown> = { ...known }
    for (const { key, read } of cells) {
      const text = row.values.get(key)
      if (text !== undefined) record[key] = read(text)
    }
    const result = schema.safeParse(record)
    const issues = result.success ? [] : result.error.issues.flatMap((fault) => toIssue(fault, row, shape, header))
    return { value: result.data, record, issues }
  }
}

/** The rows of a table; one with a fault, found here, by `check` or before, is left out. */
export function readRows<S extends z.ZodType>(
  rows: readonly TableRow[],
  schema: S,
  given: Readonly<Record<string, string>> = {},
  check: (row: TableRow) => readonly Issue[] = () => [],
): { readonly values: z.output<S>[]; readonly issues: Issue[] } {
  const read = rowReader(schema, given)
  const issues: Issue[] = []
  const values = rows.flatMap((row) => {
    const one = read(row)
    const faults = [...check(row), ...one.issues]
    issues.push(...faults)
    return one.value === undefined || faults.length > 0 || row.faulty.size > 0 ? [] : [one.value]
  })
  return { values, issues }
}

function cellReader(field: z.ZodType): (text: string) => unknown {
  const inner = unwrap(field)
  if (inner instanceof z.ZodArray)
    return (text) => text.split('|').map((part) => toItem(part, inner.element as z.ZodType))
  if (inner instanceof z.ZodBoolean) return (text) => trueWords.has(text) || (falseWords.has(text) ? false : text)
  return inner instanceof z.ZodNumber ? Number : (text) => text
}

const trueWords = new Set(['true', 'True', 'TRUE', '1', '是'])
const falseWords = new Set(['false', 'False', 'FALSE', '0', '否'])

function toItem(part: string, element: z.ZodType): unknown {
  const keys = Object.keys(shapeOf(element) ?? {})
  const [first, second] = keys
  if (first === undefined || second === undefined) return part.trim()
  const [, head = part, tail = ''] = /^([^:：]*)[:：]([\s\S]*)$/.exec(part) ?? []
  return { [first]: head.trim(), [second]: tail.trim() }
}

function toIssue(
  fault: z.core.$ZodIssue,
  row: TableRow,
  shape: Readonly<Record<string, z.ZodType>>,
  header: readonly string[] | undefined,
): Issue[] {
  const column = String(fault.path[0] ?? '')
  if (row.faulty.has(column) || (header && !header.includes(column))) return []
  const label = titleOf(shape[column]) ?? column
  const found = row.values.get(column)
  const at = row.at(column)
  // Without a header every column that must be there has been looked for.
  if (found === undefined) return header ? [issue(required, at, { column: label })] : []
  return [issue(profileValue, at, { column: label, found: show(found), ...expectation(fault, row) })]
}

type Expectation = { readonly expected: string; readonly expectedEn: string }

/** What the schemas of `model/data/` name by `form`. */
const forms: Readonly<Record<string, (row: TableRow) => Expectation>> = {
  time: () => ({
    expected: '时间写成 2021-12-31、2021-12、2021年底 这样的样子',
    expectedEn: 'a time looks like 2021-12-31, 2021-12 or 2021年底',
  }),
  quarter: () => ({ expected: '季度写成 2021-Q3', expectedEn: 'a quarter looks like 2021-Q3' }),
  period: () => ({
    expected: '时段写成 2020、2020-06、2020-Q2 这样的样子',
    expectedEn: 'a period looks like 2020, 2020-06 or 2020-Q2',
  }),
  rank: () => ({ expected: '名次和参评数从 1 数起，是整数', expectedEn: 'ranks are whole numbers from 1' }),
  'rank-of': ({ values }) => ({
    expected: `名次不能大于参评数 ${values.get('of')}`,
    expectedEn: `a rank is at most the number ranked, ${values.get('of')}`,
  }),
}

function expectation(fault: z.core.$ZodIssue, row: TableRow): Expectation {
  const form = fault.code === 'custom' ? forms[String(fault.params?.['form'])] : undefined
  if (form) return form(row)
  if (fault.code === 'invalid_value') {
    const allowed = fault.values.map(String)
    return { expected: `可以写 ${allowed.join('、')}`, expectedEn: `allowed: ${allowed.join(', ')}` }
  }
  if (fault.path.length > 1 && fault.code === 'too_small') {
    return { expected: '写作“标识:差别”，两样都不能空', expectedEn: 'write “id:why”, both filled' }
  }
  if (fault.code === 'invalid_format') {
    const pattern = 'pattern' in fault ? String(fault.pattern) : ''
    if (fault.format === 'url' || pattern.includes('[^/?#@]')) {
      return {
        expected: '应是 http 或 https 的完整网址，不带用户名和密码',
        expectedEn: 'expected a plain http or https URL',
      }
    }
    if (pattern.includes('Cc')) return { expected: '不能有换行和控制字符', expectedEn: 'expected one line' }
    if (fault.format === 'date') return { expected: '应是 2021-11-08 这样的日期', expectedEn: 'expected a date' }
    if (pattern.includes('\\d{6}')) return { expected: '应是六位区划代码', expectedEn: 'expected six digits' }
    return {
      expected: '只能用小写字母、数字和短横线，不超过 200 个字符，也不能是 con、nul 这类系统保留名',
      expectedEn:
        'lower-case letters, digits and hyphens only, at most 200 characters, no name of a device such as con',
    }
  }
  return { expected: '格式不对', expectedEn: fault.message }
}
