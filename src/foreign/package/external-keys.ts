import { descriptorRule, notFetched, unsafePath } from '../../issues/pkg.ts'
import type { TableSchema } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { textOf } from '../../read/json/text-of.ts'
import { describe } from './described.ts'
import type { PackageDescriptor } from './descriptor.ts'
import { readPackage } from './descriptor.ts'
import { locate } from './locate.ts'
import { findDescriptor } from './package-folder.ts'
import type { ReadResource } from './references.ts'
import { brokenKeys } from './references.ts'
import { checkResource } from './resource.ts'

type Reference = TableSchema['foreignKeys'][number]['reference']

/**
 * Foreign keys into other packages. One that lies within the folder is read, whose own faults are no faults of this
 * package; of others it is said that they were not.
 */
export async function externalKeyFaults(
  descriptor: PackageDescriptor,
  tables: readonly ReadResource[],
): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const { schema, schemaYaml, uses } of tables) {
    for (const [index, { reference }] of (schema?.foreignKeys ?? []).entries()) {
      if (reference.package === undefined) continue
      const at = schemaYaml.at(['foreignKeys', index, 'reference'])
      const found = await keysOf(descriptor, reference, reference.package, at)
      issues.push(...found.issues)
      const name = `${reference.package}/${reference.resource}`
      if (found.keys) issues.push(...brokenKeys(uses[index], found.keys, name))
    }
  }
  return issues
}

async function keysOf({ folder }: PackageDescriptor, reference: Reference, path: string, at: Place) {
  const place = await locate(folder, path)
  if (place.type === 'unsafe') return { issues: [issue(unsafePath, at, { path })] }
  const file = place.type === 'local' ? await findDescriptor(place.file) : undefined
  const { descriptor } = file === undefined ? {} : await readPackage(file)
  if (!descriptor) return { issues: [issue(notFetched, at, { path, what: 'package' })] }
  const resource = descriptor.resources.find((one) => one.value.name === reference.resource)
  if (!resource) {
    const guess = nearest(
      reference.resource,
      descriptor.resources.map((one) => textOf(one.value.name)),
    )
    const near = guess === undefined ? {} : { nearest: guess }
    const zh = `数据包 ${path} 里没有资源“${reference.resource}”`
    return {
      issues: [issue(descriptorRule, at, { zh, en: `${path} has no resource “${reference.resource}”`, ...near })],
    }
  }
  const said = await describe(descriptor, resource)
  const { sets, isRead } = await checkResource({ descriptor, resource, ...said, referenced: [reference.fields] })
  return { issues: [], keys: isRead ? sets[0]?.keys : undefined }
}
