import { descriptorRule } from '../../issues/pkg.ts'
import { unsupportedPattern } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { isObject } from '../../read/json/is-object.ts'
import { textOf } from '../../read/json/text-of.ts'
import { isTimeFormat } from '../../read/table/cell-time.ts'
import type { CellValue } from '../../read/table/cell-value.ts'
import { valueReader } from '../../read/table/cell-value.ts'
import { compileJsonSchema } from '../../read/table/json-schema.ts'
import { compilePattern, patternsIn } from '../../read/table/pattern.ts'
import { show } from '../../read/table/table-cell.ts'
import type { Path, Yaml } from '../../read/text/yaml.ts'
import type { Version } from './standard.ts'

type Raw = Readonly<Record<string, unknown>>

/** What the properties of a package owe each other: PKG-002. Their types have been checked before. */
export function checkPackageRules(yaml: Yaml): Issue[] {
  const value = yaml.value as Raw
  const issues = [...namedPeople(value, yaml), ...licences(value, yaml)]
  const names = listOf(value['resources']).map((one) => one['name'])
  const seen = new Set<unknown>()
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string' || isNew(seen, name)) continue
    issues.push(
      fault(yaml.at(['resources', index, 'name']), `资源名“${name}”用了两次`, `two resources are named “${name}”`),
    )
  }
  return issues
}

/** What the properties of one resource owe each other. */
export function checkResourceRules(yaml: Yaml, version: Version): Issue[] {
  const value = yaml.value as Raw
  const issues = licences(value, yaml)
  const places = ['path', 'data'].filter((key) => value[key] !== undefined)
  // Version 0 said `url`.
  if (places.length === 0 && value['url'] === undefined) {
    issues.push(fault(yaml.at([]), '资源没有 path，也没有 data', 'the resource has neither path nor data'))
  }
  if (places.length === 2)
    issues.push(fault(yaml.keyAt(['data']), 'path 和 data 只能写一个', 'path and data exclude each other'))
  const paths = Array.isArray(value['path']) ? value['path'].map(textOf) : []
  const remote = paths.filter((path) => /^https?:/i.test(path)).length
  if (remote > 0 && remote < paths.length) {
    issues.push(fault(yaml.at(['path']), '一组 path 里不能既有网址又有文件', 'path mixes addresses and files'))
  }
  if (typeof value['data'] === 'string' && value['format'] === undefined && value['mediatype'] === undefined) {
    const zh = 'data 是一段文字，要写明 format 或 mediatype'
    issues.push(fault(yaml.at(['data']), zh, 'data is a text and needs format or mediatype'))
  }
  const isTabular = value['profile'] === 'tabular-data-resource'
  if (isTabular && version === 1 && value['schema'] === undefined) {
    issues.push(fault(yaml.at(['profile']), '表格资源必须有 schema', 'a tabular resource needs a schema'))
  }
  return issues
}

/** What fields and keys of a Table Schema owe each other. */
export function checkSchemaRules(yaml: Yaml): Issue[] {
  const value = yaml.value as Raw
  const fields = listOf(value['fields'])
  const names = fields.map((field) => textOf(field['name']))
  const issues = fields.flatMap((field, index) => fieldRules(field, ['fields', index], yaml))
  const seen = new Set<unknown>()
  for (const [index, name] of names.entries()) {
    if (isNew(seen, name)) continue
    const at = yaml.at(['fields', index, 'name'])
    issues.push(fault(at, `列名“${name}”用了两次`, `two fields are named “${name}”`))
  }
  const known = (columns: unknown, path: Path): void => {
    for (const name of textsOf(columns)) {
      if (names.includes(name)) continue
      issues.push(fault(yaml.at(path), `fields 里没有“${name}”`, `there is no field “${name}”`, nearest(name, names)))
    }
  }
  known(value['primaryKey'], ['primaryKey'])
  for (const [index, key] of arrayOf(value['uniqueKeys']).entries()) known(key, ['uniqueKeys', index])
  for (const [index, key] of listOf(value['foreignKeys']).entries()) {
    const path = ['foreignKeys', index]
    known(key['fields'], [...path, 'fields'])
    const reference = key['reference'] as Raw
    const own = !reference['resource'] && reference['package'] === undefined
    if (own) known(reference['fields'], [...path, 'reference', 'fields'])
    if (textsOf(key['fields']).length === textsOf(reference['fields']).length) continue
    issues.push(fault(yaml.at(path), '外键两边的列数不同', 'the two sides of the foreign key differ in length'))
  }
  return [...issues, ...onceRules(value['missingValues'], yaml, ['missingValues'], '缺失值')]
}

function fieldRules(field: Raw, path: Path, yaml: Yaml): Issue[] {
  const issues = [
    ...onceRules(field['missingValues'], yaml, [...path, 'missingValues'], '缺失值'),
    ...onceRules(field['categories'], yaml, [...path, 'categories'], '类别'),
  ]
  const constraints = (field['constraints'] ?? {}) as Raw
  const [type, format] = [textOf(field['type'] ?? 'any'), field['format']]
  const { pattern, jsonSchema } = constraints
  if (/^(?:date|time|datetime)$/.test(type) && typeof format === 'string' && !isTimeFormat(format)) {
    issues.push(fault(yaml.at([...path, 'format']), `“${format}”不是日期时间的格式`, `“${format}” is no time format`))
  }
  if (typeof pattern === 'string') {
    const at = yaml.at([...path, 'constraints', 'pattern'])
    const wrong = compilePattern(pattern).fault
    if (wrong === 'syntax') {
      issues.push(fault(at, `“${pattern}”不是正则表达式`, `“${pattern}” is no regular expression`))
    } else if (wrong) issues.push(issue(unsupportedPattern, at, { pattern: show(pattern) }))
  }
  if (jsonSchema !== undefined) {
    const at = yaml.at([...path, 'constraints', 'jsonSchema'])
    const wrong = patternsIn(jsonSchema).find((one) => compilePattern(one, false).fault === 'unsupported')
    if (wrong !== undefined) issues.push(issue(unsupportedPattern, at, { pattern: show(wrong) }))
    else if (!compileJsonSchema(jsonSchema as Raw)) {
      issues.push(fault(at, 'jsonSchema 读不懂', 'this JSON Schema cannot be read'))
    }
  }
  return [...issues, ...limitRules({ ...field, type }, constraints, path, yaml)]
}

/** Limits given as text must be of the type of the field; an `enum` lies within the categories. */
function limitRules(field: Raw, constraints: Raw, path: Path, yaml: Yaml): Issue[] {
  const read = valueReader({ ...field, constraints: {} } as never, 'standard')
  const isRead = (one: unknown): boolean => typeof one !== 'string' || isValue(read(one))
  const wrong = (key: string, one: unknown) =>
    fault(
      yaml.at([...path, 'constraints', key]),
      `${key} 的“${textOf(one)}”不合这一列的类型`,
      `“${textOf(one)}” of ${key} is not of the type of the field`,
    )
  const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']
  const categories = new Set(arrayOf(field['categories']).map((one) => textOf(isObject(one) ? one['value'] : one)))
  return [
    ...limits.flatMap((key) => (isRead(constraints[key]) ? [] : [wrong(key, constraints[key])])),
    ...arrayOf(constraints['enum']).flatMap((one) => {
      const isWithin = categories.size === 0 || categories.has(textOf(one))
      return isRead(one) && isWithin ? [] : [wrong('enum', one)]
    }),
  ]
}

function isValue(value: CellValue | undefined): boolean {
  return value !== undefined
}

/** Adds what was not there before. */
function isNew(seen: Set<unknown>, one: unknown): boolean {
  return seen.size < seen.add(one).size
}

/** Missing values and categories stand there once each. */
function onceRules(value: unknown, yaml: Yaml, path: Path, what: string): Issue[] {
  const texts = arrayOf(value).map((one) => (isObject(one) ? one['value'] : one))
  const seen = new Set<unknown>()
  return texts.flatMap((one, index) =>
    isNew(seen, one)
      ? []
      : [fault(yaml.at([...path, index]), `${what}“${textOf(one)}”写了两次`, `“${textOf(one)}” is listed twice`)],
  )
}

function licences(value: Raw, yaml: Yaml): Issue[] {
  return listOf(value['licenses']).flatMap((one, index) =>
    one['name'] === undefined && one['path'] === undefined
      ? [fault(yaml.at(['licenses', index]), '许可要有 name 或 path', 'a licence needs a name or a path')]
      : [],
  )
}

function namedPeople(value: Raw, yaml: Yaml): Issue[] {
  return ['contributors', 'sources'].flatMap((key) =>
    listOf(value[key]).flatMap((one, index) =>
      Object.keys(one).length === 0
        ? [fault(yaml.at([key, index]), `${key} 的这一项是空的`, `this entry of ${key} is empty`)]
        : [],
    ),
  )
}

function fault(at: Place, zh: string, en: string, guess?: string): Issue {
  return issue(descriptorRule, at, { zh, en, ...(guess === undefined ? {} : { nearest: guess }) })
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function listOf(value: unknown): readonly Raw[] {
  return arrayOf(value).filter(isObject)
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(textOf)
}
