import { packageLimit } from '../../issues/pkg.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'

/**
 * How much of a stranger's package is looked at. Nothing that people describe comes near; what goes beyond would take
 * hours, or more memory than there is.
 */
const limits = {
  resources: { most: 2000, zh: '资源', en: 'resources' },
  paths: { most: 2000, zh: 'path 里的文件', en: 'files in path' },
  fields: { most: 5000, zh: '列', en: 'columns' },
  uniqueKeys: { most: 100, zh: 'uniqueKeys', en: 'unique keys' },
  foreignKeys: { most: 100, zh: 'foreignKeys', en: 'foreign keys' },
} as const

/** PKG-013 where there are more of something than are looked at. */
export function tooMany(what: keyof typeof limits, count: number, at: () => Place): Issue[] {
  const { most, zh, en } = limits[what]
  if (count <= most) return []
  return [
    issue(packageLimit, at(), {
      zh: `${zh}有 ${count} 个，上限是 ${most}`,
      en: `${count} ${en}, the limit is ${most}`,
    }),
  ]
}

/** JSON is held as a whole while it is read, and takes many times its size then. */
export const maxJsonLength = 64 * 1024 * 1024

/** A longer line of NDJSON has lost its line breaks. */
export const maxLineLength = 16 * 1024 * 1024

/** PKG-013 for JSON that is too long to be held. */
export function tooLong(what: 'json' | 'line', at: Place): Issue {
  const [megabytes, zh, en] =
    what === 'json' ? [maxJsonLength, 'JSON', 'JSON of'] : [maxLineLength, '一行', 'a line of']
  const limit = `${megabytes / 2 ** 20} MB`
  return issue(packageLimit, at, { zh: `${at.file}：${zh}超过 ${limit}`, en: `${at.file}: ${en} more than ${limit}` })
}
