import { z } from 'zod'
import { dangling } from '../../issues/ref.ts'
import { profileValue, required } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { guesser } from '../../model/policy/suggest.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Region } from '../../model/register/region.ts'
import type { Source } from '../../model/register/source.ts'
import { show } from '../table/table-cell.ts'
import type { TableRow } from '../table/table-result.ts'
import { shapeOf, titleOf, unwrap } from '../text/schema-shape.ts'
import type { RegisterName } from './table-profile.ts'
import { registerKey, registerSchemas } from './table-profile.ts'

/** The four registers everything else refers to. */
export interface Registers {
  readonly regions: ReadonlyMap<string, Region>
  readonly organizations: ReadonlyMap<string, Organization>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sources: ReadonlyMap<string, Source>
  /** Registers that are empty, or whose file, ids or names could not be read: that has been reported, and what refers to them is not known. */
  readonly unread: ReadonlySet<RegisterName>
}

/** Rows of one register as records by id, each through the schema of the model. */
export function readRegister<N extends RegisterName>(name: N, rows: readonly TableRow[], header: readonly string[]) {
  const schema: z.ZodType = registerSchemas[name]
  const records = new Map<string, z.output<(typeof registerSchemas)[N]>>()
  const issues: Issue[] = []
  for (const row of rows) {
    const record = toRecord(row, schema)
    const result = schema.safeParse(record)
    const id = row.values.get(registerKey(name))
    if (!result.success) issues.push(...result.error.issues.flatMap((fault) => toIssue(fault, row, schema, header)))
    // A faulty row keeps its id, so that what refers to it is not reported too; such a site is never published.
    const value = result.success ? result.data : withDefaults(record, schema)
    if (id !== undefined && !records.has(id)) records.set(id, value as z.output<(typeof registerSchemas)[N]>)
  }
  return { records, issues }
}

/** References between registers that a cell with several values can hold; the rest are foreign keys. */
export function checkRegisterLists(name: RegisterName, rows: readonly TableRow[], registers: Registers): Issue[] {
  return rows.flatMap((row) => {
    const id = row.values.get('id') ?? ''
    const each = (kind: RegisterName, column: string, ids: readonly string[]) =>
      ids.flatMap((one) => checkRegisterReference(registers, kind, one, row.at(column)))
    if (name === 'organizations')
      return each('organizations', 'members', registers.organizations.get(id)?.members ?? [])
    if (name !== 'indicators') return []
    const near = registers.indicators.get(id)?.nearMatches ?? []
    return each(
      'indicators',
      'nearMatches',
      near.map((one) => one.indicator),
    )
  })
}

/** REF-001 for one reference to a register; nothing when it is absent or found. */
export function checkRegisterReference(
  registers: Registers,
  kind: RegisterName,
  id: string | undefined,
  at: Place,
): Issue[] {
  const register: ReadonlyMap<string, { readonly name?: string; readonly title?: string }> = registers[kind]
  if (id === undefined || register.has(id) || registers.unread.has(kind)) return []
  const guess = guesserOf(registers)(id, register.keys())
  const entry = guess === undefined ? undefined : register.get(guess)
  const name = entry?.name ?? entry?.title
  const near = guess === undefined ? {} : { nearest: guess, ...(name === undefined ? {} : { nearestName: name }) }
  return [issue(dangling, at, { kind: registerNames[kind], found: show(id), ...near })]
}

const guessers = new WeakMap<Registers, ReturnType<typeof guesser>>()

function guesserOf(registers: Registers): ReturnType<typeof guesser> {
  const known = guessers.get(registers) ?? guesser()
  guessers.set(registers, known)
  return known
}

/** The registers in words. */
export const registerNames = {
  regions: { zh: '区划', en: 'region' },
  organizations: { zh: '机构', en: 'organisation' },
  indicators: { zh: '指标', en: 'indicator' },
  sources: { zh: '来源', en: 'source' },
} as const satisfies Record<RegisterName, { zh: string; en: string }>

/** Lists are divided by `|`; a pair in a list is `indicator:why`. */
function toRecord(row: TableRow, schema: z.ZodType): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(shapeOf(schema) ?? {})) {
    const text = row.values.get(key)
    if (text === undefined) continue
    const inner = unwrap(field)
    if (inner instanceof z.ZodArray)
      record[key] = text.split('|').map((part) => toItem(part, inner.element as z.ZodType))
    else if (inner instanceof z.ZodBoolean) record[key] = trueWords.has(text) || (falseWords.has(text) ? false : text)
    else record[key] = text
  }
  return record
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

function withDefaults(record: Readonly<Record<string, unknown>>, schema: z.ZodType): Record<string, unknown> {
  const shape = Object.entries(shapeOf(schema) ?? {})
  // A text that is missing is an empty one, which is like no other: whoever reads names may rely on them.
  const fallback = (field: z.ZodType) => field.safeParse(undefined).data ?? (isRequiredText(field) ? '' : undefined)
  return { ...Object.fromEntries(shape.map(([key, field]) => [key, fallback(field)])), ...record }
}

function isRequiredText(field: z.ZodType): boolean {
  return field instanceof z.ZodString
}

/** A cell that has been reported, or whose column is missing altogether, is not reported again. */
function toIssue(fault: z.core.$ZodIssue, row: TableRow, schema: z.ZodType, header: readonly string[]): Issue[] {
  const column = String(fault.path[0] ?? '')
  if (row.faulty.has(column) || !header.includes(column)) return []
  const label = titleOf(shapeOf(schema)?.[column]) ?? column
  const found = row.values.get(column)
  const at = row.at(column)
  if (found === undefined) return [issue(required, at, { column: label })]
  return [issue(profileValue, at, { column: label, found: show(found), ...expectation(fault) })]
}

function expectation(fault: z.core.$ZodIssue): { expected: string; expectedEn: string } {
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
