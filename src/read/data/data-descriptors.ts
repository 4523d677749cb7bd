import { undescribedTable } from '../../issues/tbl.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Files } from '../files.ts'
import type { Descriptor } from './descriptor.ts'
import { readDescriptor } from './descriptor.ts'

const descriptorPath = /^data\/[^/]+\/datapackage\.yaml$/

/** Every `data/<id>/datapackage.yaml`; those that cannot be read are reported and left out. */
export function readDescriptors(files: Files, add: (...issues: readonly Issue[]) => void): Descriptor[] {
  return [...files.texts].flatMap(([path, text]) => {
    if (!descriptorPath.test(path)) return []
    const { descriptor, issues } = readDescriptor(text, path)
    add(...issues)
    return descriptor ? [descriptor] : []
  })
}

/** TBL-029 for tables nobody describes. */
export function checkPaths(files: Files, descriptors: readonly Descriptor[]): Issue[] {
  const described = new Set(
    descriptors.flatMap(({ id, value }) => value.resources.map((resource) => `data/${id}/${resource.path}`)),
  )
  return [...files.tables.keys()].flatMap((path) => {
    const at = { file: path, line: 1, column: 1 }
    const folder = path.split('/').slice(0, -1).join('/')
    const descriptor = /^data\/[^/]+$/.test(folder) ? `${folder}/datapackage.yaml` : 'data/<名称>/datapackage.yaml'
    const exists = files.texts.has(descriptor)
    // A descriptor that could not be read has been reported; what it would describe is not known.
    const isKnown = !exists || descriptors.some((one) => one.file === descriptor)
    // The misspelt path of a resource is reported where it is written (TBL-028).
    const isMisspelt = [...described].some((one) => !files.tables.has(one) && nearest(one, [path]) !== undefined)
    if (described.has(path) || !isKnown || isMisspelt || !path.startsWith('data/')) return []
    return [issue(undescribedTable, at, { path, descriptor, exists })]
  })
}
