import { XMLValidator } from 'fast-xml-parser'
import { Parser } from 'n3'
import { unparsable } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import type { BuiltPage } from './built-page.ts'
import { isData, placeIn } from './built-page.ts'

/** What is wrong with a text of a format; undefined where nothing is. */
type Fault = { readonly format: string; readonly reason: string } | undefined

/** SITE-119: files for programs can be read by programs. */
export function checkFormat(path: string, ending: string, text: string): Issue[] {
  const fault = readers[ending]?.(text)
  return fault ? [issue(unparsable, { file: path, line: 1, column: 1 }, { path, ...fault })] : []
}

/** The same for the blocks of JSON in a page. */
export function checkDataBlocks(page: BuiltPage): Issue[] {
  return page.tags.filter(isData).flatMap((tag) => {
    const fault = jsonFault(tag.text ?? '')
    return fault ? [issue(unparsable, placeIn(page, tag.offset), { path: page.path, ...fault })] : []
  })
}

const readers: Readonly<Record<string, (text: string) => Fault>> = {
  json: jsonFault,
  webmanifest: jsonFault,
  jsonld: (text) =>
    jsonFault(text) ?? (/"@context"\s*:/.test(text) ? undefined : { format: 'JSON-LD', reason: '@context' }),
  ndjson(text) {
    for (const line of text.split('\n')) {
      const fault = line === '' ? undefined : jsonFault(line)
      if (fault) return { ...fault, format: 'NDJSON' }
    }
    return undefined
  },
  xml: xmlFault,
  svg: xmlFault,
  ttl: turtleFault,
  ics: calendarFault,
}

function jsonFault(text: string): Fault {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return { format: 'JSON', reason: reasonOf(error) }
  }
}

function xmlFault(text: string): Fault {
  try {
    const found = XMLValidator.validate(text)
    if (found !== true) return { format: 'XML', reason: `${found.err.msg} (${found.err.line})` }
    return /<[A-Za-z]/.test(text) ? undefined : { format: 'XML', reason: '没有元素' }
  } catch (error) {
    return { format: 'XML', reason: reasonOf(error) }
  }
}

function turtleFault(text: string): Fault {
  try {
    return new Parser({ format: 'text/turtle' }).parse(text).length > 0
      ? undefined
      : { format: 'Turtle', reason: '没有陈述' }
  } catch (error) {
    return { format: 'Turtle', reason: reasonOf(error) }
  }
}

/** RFC 5545: components within each other, content lines of a name and a value, and what every event has. */
function calendarFault(text: string): Fault {
  const fault = (reason: string): Fault => ({ format: 'iCalendar', reason })
  const open: string[] = []
  let names = new Set<string>()
  for (const line of text
    .replace(/\r?\n[ \t]/g, '')
    .trimEnd()
    .split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+)(?:;[^:]*(?:"[^"]*"[^:]*)*)?:(.*)$/.exec(line) ?? []
    if (name === '') return fault(line)
    if (name === 'BEGIN') {
      open.push(value)
      names = new Set()
    } else if (name === 'END') {
      if (open.pop() !== value) return fault(line)
      if (value === 'VEVENT' && !['UID', 'DTSTAMP', 'DTSTART'].every((one) => names.has(one))) return fault('VEVENT')
    } else if (open.length === 0) return fault(line)
    else names.add(name.toUpperCase())
  }
  return open.length === 0 && /^BEGIN:VCALENDAR\r?\n/.test(text) ? undefined : fault('VCALENDAR')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
