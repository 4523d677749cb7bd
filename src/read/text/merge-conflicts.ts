import { mergeConflict } from '../../issues/txt.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Files, TableFile } from '../files.ts'
import { lineStartsOf } from './line-starts.ts'

/** What git writes where two versions of a line met: seven signs, then a blank or the end of the line. */
const marker = /^(?:<{7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?\r?$|^={7}\r?$/gm

const signs = ['<<<<<<<', '=======', '>>>>>>>']
// As bytes: tables are not decoded for this.
const starts = signs.map((sign) => Buffer.from(`\n${sign}`))
const overlap = 8

/**
 * TXT-010, once a file: a root that is half merged holds two versions of its content, and nothing else can be said of
 * it. What was released is compared byte for byte elsewhere.
 */
export async function findMergeConflicts({ texts, tables }: Files): Promise<Issue[]> {
  const found = [...texts].flatMap(([file, text]) => toIssue(conflictsIn(text), file))
  for (const table of tables.values()) {
    if (await mayHold(table)) found.push(...toIssue(await conflictsInTable(table), table.path))
  }
  return found
}

interface Conflict {
  readonly line: number
  readonly words: string
}

function toIssue([first, ...rest]: readonly Conflict[], file: string): Issue[] {
  if (!first) return []
  const found = first.words.length > 40 ? `${first.words.slice(0, 40)}…` : first.words
  return [issue(mergeConflict, { file, line: first.line, column: 1 }, { found, count: rest.length + 1 })]
}

function conflictsIn(text: string): Conflict[] {
  if (!signs.some((sign) => text.includes(sign))) return []
  const lines = lineStartsOf(text)
  return [...text.matchAll(marker)].map((found) => ({ line: lines.placeOf(found.index).line, words: found[0].trim() }))
}

async function mayHold(table: TableFile): Promise<boolean> {
  let before: Uint8Array = Buffer.from('\n')
  try {
    for await (const chunk of table.open()) {
      const joint = Buffer.concat([before, chunk.subarray(0, overlap)])
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      if (starts.some((sign) => joint.includes(sign) || bytes.includes(sign))) return true
      before = Buffer.concat([before, chunk.subarray(-overlap)]).subarray(-overlap)
    }
  } catch {
    // Said where the table is read.
  }
  return false
}

async function conflictsInTable(table: TableFile): Promise<Conflict[]> {
  const decoder = new TextDecoder()
  const found: Conflict[] = []
  let rest = ''
  let lines = 0
  const read = (text: string) => {
    found.push(...conflictsIn(text).map((one) => ({ ...one, line: one.line + lines })))
    lines += text.split('\n').length - 1
  }
  for await (const chunk of table.open()) {
    const text = rest + decoder.decode(chunk, { stream: true })
    const end = text.lastIndexOf('\n') + 1
    read(text.slice(0, end))
    rest = text.slice(end)
  }
  read(rest)
  return found
}
