import type { Table, TableField } from '../model/dataset.ts'
import { missingTexts } from '../model/dataset.ts'

/** A table as one JSON array of objects, one row a line: numbers and booleans as such, missing values as null. */
export async function* tableJson(
  table: Table,
  rows: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  const missing = new Set(missingTexts(table.schema))
  const columns = table.header.map((name) => {
    const field = table.schema.fields.find((one) => one.name === name)
    return { key: JSON.stringify(name), value: toValue(field) }
  })
  let before = '[\n'
  for await (const batch of rows) {
    const lines = batch.map((cells) => {
      const pairs = columns.map(({ key, value }, index) => {
        const text = cells[index] ?? ''
        return `${key}:${text === '' || missing.has(text) ? 'null' : value(text)}`
      })
      return `{${pairs.join(',')}}`
    })
    if (lines.length === 0) continue
    yield before + lines.join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function toValue(field: TableField | undefined): (text: string) => string {
  switch (field?.type) {
    case 'number':
    case 'integer':
    case 'year':
      return toNumber
    case 'boolean': {
      const given = field['trueValues']
      const yes = new Set(Array.isArray(given) ? given.map(String) : ['true', 'True', 'TRUE', '1'])
      return (text) => String(yes.has(text))
    }
    default:
      return (text) => JSON.stringify(text)
  }
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A number as written where JSON allows it: an integer beyond 2^53 keeps its digits. */
function toNumber(text: string): string {
  if (jsonNumber.test(text)) return text
  const value = Number(text)
  return Number.isFinite(value) ? String(value) : JSON.stringify(text)
}
