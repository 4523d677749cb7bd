import type { DataResource, TableProfile } from './dataset.ts'

/**
 * What makes a row itself where the descriptor names no key, by profile. A revision stands beside the figure it
 * supersedes, so that the status may be needed to tell the two apart.
 */
const profileKeys: Readonly<Partial<Record<TableProfile, readonly (readonly string[])[]>>> = {
  observations: [
    ['indicator', 'region', 'period', 'source'],
    ['indicator', 'region', 'period', 'source', 'status'],
  ],
  services: [['id']],
  projects: [['id']],
  events: [['id']],
  register: [['code'], ['id']],
}

/** The columns by which rows of a table are recognised from release to release, the best first; may be none. */
export function rowKeys(table: Pick<DataResource, 'schema' | 'gongbao:profile'>): string[][] {
  const { primaryKey = [] } = table.schema
  const own = primaryKey.length > 0 ? [primaryKey] : []
  const names = new Set(table.schema.fields.map(({ name }) => name))
  const natural = profileKeys[table['gongbao:profile']] ?? []
  return [...own, ...natural].filter((key) => key.every((name) => names.has(name))).map((key) => [...key])
}
