import { z } from 'zod'
import { badDate, badValue, fieldTwice, missingField, unknownField } from '../../issues/doc.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { isRealDate } from '../../model/number/date.ts'
import { isObject } from '../json/is-object.ts'
import { textOf } from '../json/text-of.ts'
import { adviceOn, fieldMeant, valueMeant } from './record-advice.ts'
import { schemaAt, shapeOf, titleOf, unwrap } from './schema-shape.ts'
import type { Path, Yaml } from './yaml.ts'

/**
 * Validates parsed YAML against a schema. Chinese field names are accepted for every key; all problems
 * are collected, each at the value or key it is about. `value` is set only when there was none. `isStrict`: a
 * number is no text, as in JSON.
 */
export function readRecord<S extends z.ZodType>(
  schema: S,
  yaml: Yaml,
  isStrict = false,
): { value?: z.output<S>; issues: Issue[] } {
  if (yaml.value === undefined) return { issues: [...yaml.issues] }
  const twice: Issue[] = []
  const canonical = rename(yaml.value, schema, [], yaml, twice)
  const result = isStrict ? schema.safeParse(canonical) : parseLeniently(schema, canonical, yaml)
  const read = [...yaml.issues, ...twice]
  if (result.success) {
    const endless = nonFinite(result.data, [])
    if (endless.length === 0) return { value: result.data, issues: read }
    const params = (path: Path) => ({ ...keyOf(path, schema, yaml), found: yaml.sourceOf(path) ?? '', ...noNumber })
    return { issues: [...read, ...endless.map((path) => issue(badValue, yaml.at(path), params(path)))] }
  }
  const seen = new Set<string>()
  const issues = result.error.issues
    .flatMap((fault) => toIssues(fault, schema, canonical, yaml, []))
    .filter((one) => {
      const key = `${one.line}:${one.column}:${one.code}:${one.message.zh}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  return { issues: [...read, ...withoutConsequences(result.error.issues, schema, issues, yaml)] }
}

const noNumber = { expected: '这不是一个有限的数', expectedEn: 'it is no finite number' }

function keyOf(path: Path, schema: z.ZodType, yaml: Yaml): { key: string; zh: string } {
  const key = nameOf(path, yaml)
  return { key, zh: titleOf(schemaAt(schema, path)) ?? key }
}

/** Where a value that any type may stand for holds a number without end: `1e400`, `.inf`, `.nan`. */
function nonFinite(value: unknown, path: Path): Path[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (typeof value !== 'object' || value === null || path.length > 40) return []
  const list = Array.isArray(value)
  return Object.entries(value).flatMap(([key, one]) => nonFinite(one, [...path, list ? Number(key) : key]))
}

/** A field that is missing only because its name is misspelt is one slip: the name is said. */
function withoutConsequences(
  faults: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  issues: Issue[],
  yaml: Yaml,
): Issue[] {
  const meant = faults.flatMap((fault) => {
    if (fault.code !== 'unrecognized_keys') return []
    const path = fault.path as Path
    const shape = shapeOf((path.length ? schemaAt(schema, path) : schema) ?? z.unknown()) ?? {}
    return fault.keys.flatMap((key) => {
      const field = fieldMeant(key, shape)
      return field ? [placeKey(yaml.keyAt([...path, field]), titleOf(shape[field]) ?? field, field)] : []
    })
  })
  if (meant.length === 0) return issues
  const missing = new Set(meant)
  return issues.filter((one) => one.code !== missingField.code || !missing.has(placeKey(one, '', '', one.message.zh)))
}

function placeKey(at: { line: number; column: number }, zh: string, key: string, message?: string): string {
  const words = message ?? issue(missingField, { file: '', line: 1, column: 1 }, { key, zh }).message.zh
  return `${at.line}:${at.column}:${words}`
}

/** Gives every key its English spelling and remembers how it was written. */
function rename(value: unknown, schema: z.ZodType, path: Path, yaml: Yaml, twice: Issue[]): unknown {
  const inner = unwrap(schema)
  if (Array.isArray(value)) {
    const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : z.unknown()
    return value.map((item, index) => rename(item, element, [...path, index], yaml, twice))
  }
  if (!isObject(value)) return value
  if (inner instanceof z.ZodUnion) {
    const keys = Object.keys(value)
    const fits = (one: z.ZodType) => keys.some((key) => fieldFor(key, shapeOf(one) ?? {}) !== undefined)
    const branch = (inner.options as z.ZodType[]).find(fits)
    return branch ? rename(value, branch, path, yaml, twice) : value
  }
  const shape = shapeOf(inner)
  if (!shape) return value
  const renamed: Record<string, unknown> = {}
  const written = new Map<string, string>()
  for (const [key, child] of Object.entries(value)) {
    const field = fieldFor(key, shape) ?? key
    if (Object.hasOwn(renamed, field)) {
      const other = written.get(field) ?? field
      twice.push(issue(fieldTwice, yaml.keyAt([...path, key]), { key, other }))
      continue
    }
    written.set(field, key)
    if (field !== key) yaml.alias([...path, field], key)
    const fieldSchema = shape[field]
    renamed[field] = fieldSchema ? rename(child, fieldSchema, [...path, field], yaml, twice) : child
  }
  return renamed
}

function fieldFor(key: string, shape: Readonly<Record<string, z.ZodType>>): string | undefined {
  if (Object.hasOwn(shape, key)) return key
  return Object.keys(shape).find((field) => titleOf(shape[field]) === key)
}

/** `region: 330782` is a number to YAML and a code to us: where text is wanted, the typed characters count. */
function parseLeniently<S extends z.ZodType>(schema: S, value: unknown, yaml: Yaml) {
  const first = schema.safeParse(value)
  if (first.success) return first
  const textual = first.error.issues.filter(
    (fault) =>
      fault.code === 'invalid_type' && fault.expected === 'string' && isPlain(valueAt(value, fault.path as Path)),
  )
  if (textual.length === 0) return first
  const patched = structuredClone(value)
  for (const fault of textual) setAt(patched, fault.path as Path, yaml.sourceOf(fault.path as Path))
  return schema.safeParse(patched)
}

function toIssues(fault: z.core.$ZodIssue, schema: z.ZodType, value: unknown, yaml: Yaml, prefix: Path): Issue[] {
  const path = [...prefix, ...(fault.path as Path)]
  const key = nameOf(path, yaml)
  const field = schemaAt(schema, path)
  const zh = titleOf(field) ?? key
  if (fault.code === 'unrecognized_keys') return unknownKeys(fault.keys, schema, path, yaml)
  if (fault.code === 'invalid_union') {
    const branches = [...fault.errors].sort((a, b) => weight(a) - weight(b))
    return (branches[0] ?? []).flatMap((inner) => toIssues(inner, schema, value, yaml, path))
  }
  const found = valueAt(value, path)
  const isAbsent = found === undefined || found === null
  if (isAbsent && path.length > 0) return [issue(missingField, yaml.keyAt(path), { key, zh })]
  const at = yaml.at(path)
  if (fault.code === 'invalid_format' && fault.format === 'date') {
    const checked = isRealDate(textOf(found))
    if (!checked.ok) return [issue(badDate, at, { found: textOf(found), ...checked })]
  }
  if (fault.code === 'invalid_value') {
    const allowed = fault.values.map(String)
    const guess = valueMeant(textOf(found), allowed)
    const params = {
      key,
      zh,
      found: show(found),
      expected: `可以写 ${allowed.join('、')}`,
      expectedEn: `allowed: ${allowed.join(', ')}`,
    }
    const advice = Array.isArray(found) ? adviceOn(fault, field, found, key) : undefined
    return [issue(badValue, at, { ...params, ...(guess ? { nearest: guess } : {}), ...(advice ? { advice } : {}) })]
  }
  const advice = adviceOn(fault, field, found, key)
  return [issue(badValue, at, { key, zh, found: show(found), ...expectation(fault), ...(advice ? { advice } : {}) })]
}

/** How messages call what stands at a path: an item by its list and number from 1, the whole by its file. */
function nameOf(path: Path, yaml: Yaml): string {
  const last = path.at(-1)
  if (last === undefined) return yaml.file
  if (typeof last === 'string') return last
  return `${path.findLast((step) => typeof step === 'string') ?? yaml.file}[${last + 1}]`
}

function weight(issues: readonly z.core.$ZodIssue[]): number {
  return issues.length + (issues.some((one) => one.code === 'unrecognized_keys') ? 100 : 0)
}

function unknownKeys(keys: readonly string[], schema: z.ZodType, path: Path, yaml: Yaml): Issue[] {
  const shape = shapeOf((path.length ? schemaAt(schema, path) : schema) ?? z.unknown()) ?? {}
  const names = Object.keys(shape)
  return keys.slice(0, 20).map((key) => {
    const field = fieldMeant(key, shape)
    const params = { key, known: names.map((name) => `${name}（${titleOf(shape[name]) ?? name}）`) }
    const hint = field
      ? { nearest: `${field}${/[:：]/.test(key) ? ': ' : ''}`, nearestZh: titleOf(shape[field]) ?? field }
      : {}
    return issue(unknownField, yaml.keyAt([...path, key]), { ...params, ...hint })
  })
}

function expectation(fault: z.core.$ZodIssue): { expected: string; expectedEn: string } {
  switch (fault.code) {
    case 'invalid_type':
      return {
        expected: `应是${typeNames[fault.expected] ?? fault.expected}`,
        expectedEn: `expected ${fault.expected}`,
      }
    case 'too_small':
      return { expected: '不能为空，也不能小于允许的最小值', expectedEn: 'too small or empty' }
    case 'too_big':
      return { expected: '超过允许的最大值', expectedEn: 'too big' }
    case 'invalid_format':
      return fault.format === 'url'
        ? {
            expected: '应是 http 或 https 的完整网址，例如 https://www.yw.gov.cn/',
            expectedEn: 'expected a full http or https URL',
          }
        : formExpectation(fault.format, fault.pattern ?? '')
    default:
      return { expected: fault.message, expectedEn: fault.message }
  }
}

/** What a format wants, with an example where its pattern would say nothing to people. */
function formExpectation(format: string, pattern: string): { expected: string; expectedEn: string } {
  const form = forms.find((one) => one.format === format || (one.pattern && pattern.includes(one.pattern)))
  if (form) return { expected: `格式不对，${form.zh}`, expectedEn: `wrong format, ${form.en}` }
  return { expected: `格式不对（${pattern}）`, expectedEn: `wrong format (${pattern})` }
}

const forms: readonly { format?: string; pattern?: string; zh: string; en: string }[] = [
  { format: 'datetime', zh: '应是日期和时刻（2024-11-20T09:00:00Z）', en: 'a date with time: 2024-11-20T09:00:00Z' },
  { format: 'email', zh: '应是邮箱（xx@yw.gov.cn）', en: 'an e-mail address: xx@yw.gov.cn' },
  {
    pattern: '[a-z0-9]+(-',
    zh: '只能用小写字母、数字和短横线（yw-zbf-2021-38），不超过 200 个字符，也不能是 con、nul 这类系统保留名',
    en: 'lower case, digits and hyphens only: yw-zbf-2021-38; at most 200 characters, no name of a device such as con or nul',
  },
  {
    pattern: '*\\.csv$',
    zh: '应是 .csv 文件名，只用小写字母、数字、点和横线，不带文件夹，不超过 200 个字符，也不能是系统保留名',
    en: 'the name of a .csv file: lower case, digits, dots and hyphens, no folder, at most 200 characters, no name of a device',
  },
  { pattern: '[^/?#@]', zh: '网址里不能带用户名和密码', en: 'an address without user name and password' },
  { pattern: 'Cc', zh: '不能有换行和控制字符，请写成一行', en: 'one line without control characters' },
  { pattern: '\\d{6}', zh: '应是六位区划代码（330782）', en: 'a region code of six digits: 330782' },
  {
    pattern: '[a-fA-F0-9]{32}',
    zh: '前面要写算法（sha256:9f86…），不写算法的是 32 位 MD5',
    en: 'with its algorithm in front (sha256:9f86…); 32 digits of MD5 without one',
  },
  { pattern: '^[^/\\n]+\\/.+$', zh: '应是媒体类型（text/csv）', en: 'a media type: text/csv' },
]

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
}

function show(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : textOf(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) => (node as Record<string | number, unknown> | undefined | null)?.[step],
    value,
  )
}

function setAt(value: unknown, path: Path, to: unknown): void {
  const parent = valueAt(value, path.slice(0, -1)) as Record<string | number, unknown>
  const last = path.at(-1)
  if (last !== undefined) parent[last] = to
}
