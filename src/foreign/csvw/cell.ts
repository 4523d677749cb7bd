import type { Datatype } from './datatype.ts'
import { defaultDatatype } from './datatype.ts'
import type { Inherited } from './inherited.ts'
import { brokenLimit } from './limits.ts'
import { valueKey } from './value.ts'

/** What is wrong with one cell. */
export type CellFault =
  | { readonly type: 'required' }
  | { readonly type: 'datatype'; readonly value: string }
  | { readonly type: 'limit'; readonly value: string; readonly constraint: string; readonly limit: string }

export interface ReadCell {
  /** The same text for equal values of a column, if the column is part of a key; nothing for no value. */
  readonly key: string | undefined
  readonly faults: readonly CellFault[]
}

/** Of each column so many different texts are remembered with what they mean. */
const maxRemembered = 1000

/** Makes the reader of a column's cells (Model for Tabular Data §6.4). Keys are made only where `isKeyed`. */
export function cellReader(column: Inherited, isKeyed: boolean): (text: string) => ReadCell {
  const datatype = column.datatype ?? defaultDatatype
  const nulls = new Set(column.null ?? [''])
  const separator = column.separator ?? null
  const isRequired = column.required ?? false
  const otherwise = column.default ?? ''
  const nothing: ReadCell = { key: undefined, faults: isRequired ? [{ type: 'required' }] : [] }
  const remembered = new Map<string, ReadCell>()

  return (written) => {
    const known = remembered.get(written)
    if (known) return known
    const found = read(written)
    if (remembered.size < maxRemembered) remembered.set(written, found)
    return found
  }

  function read(written: string): ReadCell {
    const text = normalised(written, datatype) || otherwise
    if (nulls.has(text) && (separator !== null || text !== '')) return nothing
    if (separator === null) return readOne(text)
    if (text === '') return isRequired ? nothing : { key: '', faults: [] }
    const items = split(text, separator).map((item) => readOne(keepsSpaces(datatype) ? item : item.trim()))
    return { key: items.map((item) => item.key ?? '\0').join('\u0001'), faults: items.flatMap((item) => item.faults) }
  }

  function readOne(said: string): ReadCell {
    const text = said || otherwise
    if (nulls.has(text)) return separator === null ? nothing : { key: undefined, faults: [] }
    const value = datatype.read(text)
    if (!value) return { key: text, faults: [{ type: 'datatype', value: text }] }
    const broken = brokenLimit(datatype.limits, text, value, datatype.base)
    const faults: CellFault[] = broken
      ? [{ type: 'limit', value: text, constraint: broken.name, limit: broken.limit }]
      : []
    return { key: isKeyed ? valueKey(value) : '', faults }
  }
}

const verbatim = new Set(['string', 'json', 'xml', 'html', 'anyAtomicType'])

function normalised(text: string, { base }: Datatype): string {
  if (verbatim.has(base.name) || !/\s/.test(text)) return text
  const flat = text.replaceAll(/[\r\n\t]/g, ' ')
  return base.name === 'normalizedString' ? flat : flat.trim().replaceAll(/\s{2,}/g, ' ')
}

function keepsSpaces({ base }: Datatype): boolean {
  return base.name === 'string' || base.name === 'anyAtomicType'
}

function split(text: string, separator: string): string[] {
  return separator === '' ? [text] : text.split(separator)
}
