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
  /** The same text for equal values of a column; nothing for no value. */
  readonly key: string | undefined
  readonly faults: readonly CellFault[]
}

/** Makes the reader of a column's cells (Model for Tabular Data §6.4). */
export function cellReader(column: Inherited): (text: string) => ReadCell {
  const datatype = column.datatype ?? defaultDatatype
  const nulls = new Set(column.null ?? [''])
  const separator = column.separator ?? null
  const isRequired = column.required ?? false
  const otherwise = column.default ?? ''
  const nothing: ReadCell = { key: undefined, faults: isRequired ? [{ type: 'required' }] : [] }

  return (written) => {
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
    return { key: valueKey(value), faults }
  }
}

const verbatim = new Set(['string', 'json', 'xml', 'html', 'anyAtomicType'])

function normalised(text: string, { base }: Datatype): string {
  if (verbatim.has(base.name)) return text
  const flat = text.replaceAll(/[\r\n\t]/g, ' ')
  return base.name === 'normalizedString' ? flat : flat.trim().replaceAll(/\s{2,}/g, ' ')
}

function keepsSpaces({ base }: Datatype): boolean {
  return base.name === 'string' || base.name === 'anyAtomicType'
}

function split(text: string, separator: string): string[] {
  return separator === '' ? [text] : text.split(separator)
}
