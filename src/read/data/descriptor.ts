import { notForPublication } from '../../issues/doc.ts'
import { reservedName } from '../../issues/site.ts'
import { profileColumn, schemaFault, unsupportedPattern } from '../../issues/tbl.ts'
import type { DataPackage, DataResource, TableSchema } from '../../model/data/dataset.ts'
import { dataPackage } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { compilePattern, patternsIn } from '../table/pattern.ts'
import { formulaFault, isFormula, show } from '../table/table-cell.ts'
import { readRecord } from '../text/record.ts'
import type { Path, Yaml } from '../text/yaml.ts'
import { parseYaml } from '../text/yaml.ts'
import { dataRooms } from './data-rooms.ts'
import { isRegister, profileOf, registerSchemas } from './table-profile.ts'

/** A dataset as its descriptor says it is, before any table has been read. */
export interface Descriptor {
  /** Name of the folder, and so of the dataset. */
  readonly id: string
  readonly file: string // e.g. "data/yw-economy/datapackage.yaml"
  readonly yaml: Yaml
  readonly value: DataPackage
}

/** Reads `data/<id>/datapackage.yaml`: the fields themselves, and whether they agree with each other. */
export function readDescriptor(text: string, file: string): { descriptor?: Descriptor; issues: Issue[] } {
  const id = file.split('/').at(-2) ?? ''
  const yaml = parseYaml(text, file)
  const { value, issues } = readRecord(dataPackage, yaml)
  if (!value) return { issues }
  return { descriptor: { id, file, yaml, value }, issues: [...issues, ...checkPackage(id, value, yaml)] }
}

function checkPackage(id: string, value: DataPackage, yaml: Yaml): Issue[] {
  const issues: Issue[] = []
  if (value.name !== id)
    issues.push(
      fault(
        yaml,
        ['name'],
        `name 是“${value.name}”，文件夹是“${id}”，两者应当一致`,
        `name is “${value.name}” in the folder “${id}”`,
      ),
    )
  if (dataRooms.includes(id))
    issues.push(issue(reservedName, yaml.at(['name']), { found: id, suggestion: `${id}-data` }))
  if (value.gongbao.disclosure === '禁止开放') {
    const at = yaml.at(['gongbao', 'disclosure'])
    issues.push(issue(notForPublication, at, { disclosure: value.gongbao.disclosure }))
  }
  for (const key of ['name', 'path'] as const) {
    const all = value.resources.map((resource) => resource[key])
    for (const [index, one] of all.entries()) {
      if (all.indexOf(one) === index) continue
      issues.push(fault(yaml, ['resources', index, key], `${key} “${one}”用了两次`, `${key} “${one}” is used twice`))
    }
  }
  for (const [index, resource] of value.resources.entries()) {
    // Its JSON twin would take the place of datapackage.json.
    if (resource.path === 'datapackage.csv') {
      issues.push(
        fault(
          yaml,
          ['resources', index, 'path'],
          '文件名 datapackage.csv 已有他用',
          'the name datapackage.csv is taken',
        ),
      )
    }
    issues.push(...checkSchema(resource.schema, yaml, ['resources', index, 'schema']))
    issues.push(...checkProfile(resource, yaml, ['resources', index]))
  }
  return issues
}

function checkSchema(schema: TableSchema, yaml: Yaml, path: Path): Issue[] {
  const names = schema.fields.map((field) => field.name)
  const issues: Issue[] = []
  const known = (columns: readonly string[], ...where: (string | number)[]) => {
    for (const name of columns) {
      if (names.includes(name)) continue
      const guess = nearest(name, names)
      issues.push(fault(yaml, [...path, ...where], `fields 里没有“${name}”列`, `there is no field “${name}”`, guess))
    }
  }
  for (const [index, { name, title = '', type, constraints }] of schema.fields.entries()) {
    const at = [...path, 'fields', index]
    for (const [key, text] of [
      ['name', name],
      ['title', title],
    ] as const) {
      if (isFormula(text)) issues.push(formulaFault(text)(yaml.at([...at, key])))
    }
    if (names.indexOf(name) !== index)
      issues.push(fault(yaml, [...at, 'name'], `列名“${name}”用了两次`, `the field “${name}” is named twice`))
    if (constraints.pattern !== undefined) {
      const where = [...at, 'constraints', 'pattern']
      const written = constraints.pattern
      const wrong = compilePattern(written).fault
      if (wrong === 'syntax') {
        issues.push(
          fault(yaml, where, `“${show(written)}”不是正则表达式`, `“${show(written)}” is no regular expression`),
        )
      } else if (wrong) issues.push(issue(unsupportedPattern, yaml.at(where), { pattern: show(written) }))
    }
    if (constraints.jsonSchema) {
      const where = [...at, 'constraints', 'jsonSchema']
      for (const wrong of patternsIn(constraints.jsonSchema)) {
        if (compilePattern(wrong, false).fault === 'unsupported')
          issues.push(issue(unsupportedPattern, yaml.at(where), { pattern: show(wrong) }))
      }
    }
    if (type !== 'number' && type !== 'integer' && type !== 'year') continue
    for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const) {
      const limit = constraints[key]
      if (limit === undefined || Number.isFinite(Number(limit))) continue
      issues.push(
        fault(yaml, [...at, 'constraints', key], `${key} “${limit}”不是数字`, `${key} “${limit}” is no number`),
      )
    }
  }
  known(schema.primaryKey ?? [], 'primaryKey')
  for (const [index, columns] of (schema.uniqueKeys ?? []).entries()) known(columns, 'uniqueKeys', index)
  for (const [index, key] of schema.foreignKeys.entries()) {
    known(key.fields, 'foreignKeys', index, 'fields')
    if (key.fields.length === key.reference.fields.length) continue
    issues.push(
      fault(
        yaml,
        [...path, 'foreignKeys', index],
        '外键两边的列数不同',
        'the two sides of the foreign key differ in length',
      ),
    )
  }
  return issues
}

function checkProfile(resource: DataResource, yaml: Yaml, path: Path): Issue[] {
  const profile = resource['gongbao:profile']
  if (profile === 'register' && !isRegister(resource.name)) {
    const all = Object.keys(registerSchemas)
    const text = `登记表只有 ${all.join('、')}，没有“${resource.name}”`
    return [
      fault(yaml, [...path, 'name'], text, `there is no register “${resource.name}”`, nearest(resource.name, all)),
    ]
  }
  const names = resource.schema.fields.map((field) => field.name)
  return profileOf(resource)
    .required.filter((name) => !names.includes(name))
    .map((name) => {
      const guess = nearest(name, names)
      const params = { profile, name, ...(guess === undefined ? {} : { nearest: guess }) }
      return issue(profileColumn, yaml.at([...path, 'schema', 'fields']), params)
    })
}

function fault(yaml: Yaml, path: Path, zh: string, en: string, guess?: string): Issue {
  return issue(schemaFault, yaml.at(path), { zh, en, ...(guess === undefined ? {} : { nearest: guess }) })
}
