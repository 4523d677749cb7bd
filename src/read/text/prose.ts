import type { z } from 'zod'
import { badFileName, reservedName, wrongRoom } from '../../issues/site.ts'
import { id as idSchema, maxIdLength, reservedIds } from '../../model/field.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { meantRoom } from '../meant-room.ts'
import { noMemory, type ReadMemory } from '../memory.ts'
import type { Document } from './front-matter.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readRecord } from './record.ts'

/** A prose file whose front matter has been read; `fields` is absent when it had errors. */
export interface Prose<T> extends Document {
  readonly id: string
  readonly file: string
  readonly fields?: T
  /** The folder it belongs to, where it stands in a wrong one. */
  readonly meant?: string
}

/** Reads every file of one folder. The file name is the id is the address. */
export function readProse<S extends z.ZodType>(
  texts: ReadonlyMap<string, string>,
  folder: string,
  ending: '.md' | '.mdx',
  schema: S,
  /** Names that are rooms of the site: a file of that name would stand at their address. */
  reserved: readonly string[] = [],
  memory: ReadMemory = noMemory,
): { entries: Prose<z.output<S>>[]; issues: Issue[] } {
  const entries: Prose<z.output<S>>[] = []
  const found: (readonly Issue[])[] = []
  for (const [file, text] of texts) {
    if (!file.startsWith(`${folder}/`) || !file.endsWith(ending)) continue
    const name = file.slice(folder.length + 1, -ending.length)
    if (!idSchema.safeParse(name).success) {
      found.push([nameFault(name, ending, file)])
      continue
    }
    if (reserved.includes(name)) {
      const at = { file, line: 1, column: 1 }
      found.push([issue(reservedName, at, { found: name, suggestion: `${name}-1${ending}` })])
      continue
    }
    const { document, record } = memory.recall(`head ${file}`, [text], () => {
      const split = splitFrontMatter(text, file)
      return { document: split, record: readRecord(schema, split.yaml) }
    })
    found.push(document.issues)
    if (document.issues.length > 0) {
      entries.push({ ...document, id: name, file })
      continue
    }
    const room = folder.slice('content/'.length)
    const meant = record.value === undefined ? meantRoom(room, name, document.yaml.value) : undefined
    if (meant) {
      found.push([issue(wrongRoom, { file, line: 1, column: 1 }, { ...meant, folder })])
      entries.push({ ...document, id: name, file, meant: meant.name })
      continue
    }
    found.push(record.issues)
    entries.push({ ...document, id: name, file, ...(record.value === undefined ? {} : { fields: record.value }) })
  }
  return { entries, issues: found.flat() }
}

/** SITE-002: a name that is no id, with one that would be. */
function nameFault(name: string, ending: string, file: string): Issue {
  const plain = name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  const isReserved = reservedIds.test(plain)
  const reason = name.length > maxIdLength ? ('long' as const) : isReserved ? ('reserved' as const) : undefined
  const short = plain.slice(0, maxIdLength / 4).replace(/-$/, '')
  const suggestion = `${isReserved ? `${plain}-1` : reason === 'long' ? short : plain || 'yw-zbf-2021-38'}${ending}`
  const params = { found: `${name}${ending}`, suggestion, ...(reason === undefined ? {} : { reason }) } as const
  return issue(badFileName, { file, line: 1, column: 1 }, params)
}
