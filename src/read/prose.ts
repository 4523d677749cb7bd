import type { z } from 'zod'
import { id as idSchema } from '../model/field.ts'
import type { Issue } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { badFileName, reservedName } from '../model/issues/site.ts'
import type { Document } from './front-matter.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readRecord } from './record.ts'

/** A prose file whose front matter has been read; `fields` is absent when it had errors. */
export interface Prose<T> extends Document {
  readonly id: string
  readonly file: string
  readonly fields?: T
}

/** Reads every file of one folder. The file name is the id is the address. */
export function readProse<S extends z.ZodType>(
  texts: ReadonlyMap<string, string>,
  folder: string,
  ending: '.md' | '.mdx',
  schema: S,
  /** Names that are rooms of the site: a file of that name would stand at their address. */
  reserved: readonly string[] = [],
): { entries: Prose<z.output<S>>[]; issues: Issue[] } {
  const entries: Prose<z.output<S>>[] = []
  const found: (readonly Issue[])[] = []
  for (const [file, text] of texts) {
    if (!file.startsWith(`${folder}/`) || !file.endsWith(ending)) continue
    const name = file.slice(folder.length + 1, -ending.length)
    if (!idSchema.safeParse(name).success) {
      const suggestion = `${
        name
          .replace(/[^A-Za-z0-9]+/g, '-')
          .replace(/^-|-$/g, '')
          .toLowerCase() || 'yw-zbf-2021-38'
      }${ending}`
      found.push([issue(badFileName, { file, line: 1, column: 1 }, { found: `${name}${ending}`, suggestion })])
      continue
    }
    if (reserved.includes(name)) {
      const at = { file, line: 1, column: 1 }
      found.push([issue(reservedName, at, { found: name, suggestion: `${name}-1${ending}` })])
      continue
    }
    const document = splitFrontMatter(text, file)
    found.push(document.issues)
    if (document.issues.length > 0) {
      entries.push({ ...document, id: name, file })
      continue
    }
    const record = readRecord(schema, document.yaml)
    found.push(record.issues)
    entries.push({ ...document, id: name, file, ...(record.value === undefined ? {} : { fields: record.value }) })
  }
  return { entries, issues: found.flat() }
}
