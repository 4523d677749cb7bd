import type { TableField } from '../../model/data/dataset.ts'
import { geojsonReader, pointReader, readArray, readObject } from './cell-json.ts'
import { numberReader } from './cell-number.ts'
import { readDuration, readMonth, timeReader } from './cell-time.ts'

/** What a cell means: numbers and times compare, lists and JSON have a length. */
export type CellValue = string | number | boolean | object

/**
 * `house`: what this site publishes, stricter than the standard where programs stumble (formulas, NaN, codes that
 * Excel has damaged). `standard`: what Table Schema says, no more and no less.
 */
export type CellRules = 'house' | 'standard'

/** Reads the cells of one column; undefined where a text is not of the type. */
export function valueReader(field: TableField, rules: CellRules): (text: string) => CellValue | undefined {
  const isHouse = rules === 'house'
  switch (field.type) {
    case 'number':
    case 'integer':
      return numberReader(field, isHouse)
    case 'boolean': {
      const yes = new Set(field.trueValues ?? ['true', 'True', 'TRUE', '1'])
      const no = new Set(field.falseValues ?? ['false', 'False', 'FALSE', '0'])
      return (text) => (yes.has(text) ? true : no.has(text) ? false : undefined)
    }
    case 'date':
    case 'time':
    case 'datetime':
      return timeReader(field.type, field.format, isHouse)
    case 'year':
      return isHouse
        ? (text) => (/^\d{4}$/.test(text) ? Number(text) : undefined)
        : (text) => (/^-?\d{4,}(?:Z|[+-]\d{2}:\d{2})?$/.test(text) ? Number.parseInt(text, 10) : undefined)
    case 'yearmonth':
      return isHouse ? (text) => (/^\d{4}-/.test(text) ? readMonth(text) : undefined) : readMonth
    case 'duration':
      return readDuration
    case 'geopoint':
      return pointReader(field.format)
    case 'geojson':
      return geojsonReader(field.format)
    case 'object':
      return readObject
    case 'array':
      return readArray
    case 'list':
      return listReader(field, rules)
    case 'string':
    case 'any':
      return (text) => text
  }
}

/** Values that are equal in meaning have the same key: `1.0` and `1` in a column of numbers. */
export function keyOfValue(value: CellValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function listReader(field: TableField, rules: CellRules): (text: string) => CellValue | undefined {
  const read = valueReader({ name: field.name, type: field.itemType ?? 'string', constraints: {} }, rules)
  return (text) => {
    const items = text.split(field.delimiter ?? ',').map(read)
    return items.includes(undefined) ? undefined : items
  }
}
