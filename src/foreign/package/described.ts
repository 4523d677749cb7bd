import { stat } from 'node:fs/promises'
import { descriptorRule, notFetched, unsafePath } from '../../issues/pkg.ts'
import { missingTable } from '../../issues/tbl.ts'
import type { TableSchema } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Yaml } from '../../read/text/yaml.ts'
import type { PackageDescriptor, PackageResource } from './descriptor.ts'
import { partOf, readDialect, readSchema } from './descriptor.ts'
import { locate } from './locate.ts'
import { readDocument } from './read-document.ts'
import type { Dialect } from './standard.ts'

export interface Described {
  readonly schema: TableSchema | undefined
  readonly schemaYaml: Yaml
  readonly dialect: Dialect
  /** False where schema or dialect cannot be used, so that the cells are not checked. */
  readonly isSound: boolean
  readonly issues: Issue[]
}

/** Schema and dialect of a resource, written in the descriptor or in files of their own. */
export async function describe(descriptor: PackageDescriptor, { index, value }: PackageResource): Promise<Described> {
  const own = await documentOf(descriptor, index, 'schema', value.schema)
  const form = await documentOf(descriptor, index, 'dialect', value.dialect)
  const schema = own.yaml ? readSchema(own.yaml, descriptor.version) : { issues: [] }
  const dialect = form.yaml ? readDialect(form.yaml) : { issues: [] }
  const issues = [...own.issues, ...form.issues, ...schema.issues, ...dialect.issues]
  return {
    schema: 'schema' in schema ? schema.schema : undefined,
    schemaYaml: own.yaml ?? descriptor.yaml,
    dialect: ('dialect' in dialect ? dialect.dialect : undefined) ?? {},
    isSound: issues.every((one) => one.severity !== 'error'),
    issues,
  }
}

async function documentOf(
  { folder, yaml }: PackageDescriptor,
  index: number,
  key: 'schema' | 'dialect',
  value: unknown,
): Promise<{ yaml?: Yaml; issues: Issue[] }> {
  const at = yaml.at(['resources', index, key])
  if (value === undefined) return { issues: [] }
  if (typeof value !== 'string') return { yaml: partOf(yaml, ['resources', index, key]), issues: [] }
  const found = await locate(folder, value)
  if (found.type === 'unsafe') return { issues: [issue(unsafePath, at, { path: value })] }
  if (found.type === 'remote') {
    // Without its dialect a table cannot be read as it is meant, and profile 2.0 wants the dialect itself.
    const params = {
      zh: `dialect 是网址 ${value}，检查时不下载`,
      en: `dialect is the remote ${value}, which is not fetched`,
    }
    return {
      issues: [
        key === 'dialect' ? issue(descriptorRule, at, params) : issue(notFetched, at, { path: value, what: key }),
      ],
    }
  }
  const isFile = (await stat(found.file).catch(() => undefined))?.isFile()
  if (!isFile) return { issues: [issue(missingTable, at, { path: found.file })] }
  return { yaml: await readDocument(found.file), issues: [] }
}
