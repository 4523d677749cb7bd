import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path/posix'
import type { TableSchema } from '../model/dataset.ts'
import type { Issue, Place } from '../model/issue.ts'
import { compareIssues, issue } from '../model/issue.ts'
import { noDescriptor, notFetched, unsafePath } from '../model/issues/pkg.ts'
import { missingTable } from '../model/issues/tbl.ts'
import { createIssueList } from '../read/issue-list.ts'
import type { Yaml } from '../read/yaml.ts'
import { parseYaml } from '../read/yaml.ts'
import type { PackageDescriptor, PackageResource } from './descriptor.ts'
import { partOf, readDialect, readPackage, readSchema } from './descriptor.ts'
import { locate } from './locate.ts'
import type { ReadResource } from './references.ts'
import { foreignKeyFaults, referencesTo } from './references.ts'
import { checkResource } from './resource.ts'
import type { Dialect } from './standard.ts'

export interface PackageReport {
  readonly issues: readonly Issue[]
  /** Files read or looked at, the descriptor included. */
  readonly files: number
}

const descriptorNames = ['datapackage.json', 'datapackage.yaml', 'datapackage.yml']

/**
 * Checks a Data Package of any origin, version 1 or 2, as it lies on this disk: its descriptor, that its files are
 * there and are the ones described, and every cell of its tables. Nothing is fetched. `path` is a folder or a
 * descriptor; places are named relative to it as given.
 */
export async function checkPackage(path: string): Promise<PackageReport> {
  const file = await findDescriptor(path)
  if (file === undefined) {
    return { issues: [issue(noDescriptor, { file: path, line: 1, column: 1 }, { path, what: 'absent' })], files: 0 }
  }
  const { descriptor, issues } = readPackage(await readFile(file, 'utf8'), file)
  if (!descriptor) return { issues, files: 1 }
  const found = createIssueList()
  found.add(...issues)
  const tables = []
  for (const resource of descriptor.resources) {
    const said = await describe(descriptor, resource)
    found.add(...said.issues)
    tables.push({ resource, name: String(resource.value.name), ...said })
  }
  let files = 1
  const read: ReadResource[] = []
  for (const { resource, isSound, ...said } of tables) {
    const referenced = referencesTo(said.name, tables)
    if (!resource.isSound) continue
    const result = await checkResource({ descriptor, resource, isSound, referenced, ...said })
    found.add(...result.issues)
    files += result.files
    read.push({ ...said, ...result })
  }
  found.add(...foreignKeyFaults(read), ...(await remoteKeys(descriptor, read)))
  return { issues: found.all().sort(compareIssues), files }
}

async function findDescriptor(path: string): Promise<string | undefined> {
  const clean = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
  const info = await stat(clean).catch(() => undefined)
  if (info?.isFile()) return clean
  for (const name of info?.isDirectory() ? descriptorNames : []) {
    const file = join(clean, name)
    if ((await stat(file).catch(() => undefined))?.isFile()) return file
  }
  return undefined
}

interface Described {
  readonly schema: TableSchema | undefined
  readonly schemaYaml: Yaml
  readonly dialect: Dialect
  /** False where schema or dialect cannot be used, so that the cells are not checked. */
  readonly isSound: boolean
  readonly issues: Issue[]
}

/** Schema and dialect of a resource, written in the descriptor or in files of their own. */
async function describe(descriptor: PackageDescriptor, { index, value }: PackageResource): Promise<Described> {
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
  const found = locate(folder, value)
  if (found.type === 'unsafe') return { issues: [issue(unsafePath, at, { path: value })] }
  if (found.type === 'remote') return { issues: [issue(notFetched, at, { path: value, what: key })] }
  const text = await readFile(found.file, 'utf8').catch(() => undefined)
  if (text === undefined) return { issues: [issue(missingTable, at, { path: found.file })] }
  const document = parseYaml(text, found.file)
  return { yaml: document, issues: [...document.issues] }
}

/** Foreign keys into other packages: local ones are read by their own check, remote ones are not fetched. */
async function remoteKeys(descriptor: PackageDescriptor, all: readonly ReadResource[]): Promise<Issue[]> {
  return all.flatMap(({ schema, schemaYaml }) =>
    (schema?.foreignKeys ?? []).flatMap(({ reference }, index) => {
      if (reference.package === undefined) return []
      const at: Place = schemaYaml.at(['foreignKeys', index, 'reference', 'package'])
      const found = locate(descriptor.folder, reference.package)
      if (found.type === 'unsafe') return [issue(unsafePath, at, { path: reference.package })]
      return [issue(notFetched, at, { path: reference.package, what: 'package' })]
    }),
  )
}
