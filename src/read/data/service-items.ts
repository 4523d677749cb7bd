import type { ServiceItem } from '../../model/data/service-item.ts'
import type { TableRow } from '../table/table-result.ts'

/** Rows of a table with profile `services`; a row with a fault is left out. */
export function toServiceItems(rows: readonly TableRow[], dataset: string): ServiceItem[] {
  return rows.flatMap(({ values, faulty }) => {
    const id = values.get('id')
    const name = values.get('name')
    const category = values.get('category')
    const mode = values.get('mode')
    const region = values.get('region')
    const source = values.get('source')
    if (faulty.size > 0 || !id || !name || !category || !mode || !region || !source) return []
    const number = (column: string) => {
      const text = values.get(column)
      return text === undefined ? undefined : Number(text)
    }
    return [
      {
        id,
        dataset,
        name,
        organization: values.get('organization'),
        category,
        mode,
        materialsBefore: number('materialsBefore'),
        materialsAfter: number('materialsAfter'),
        timeBefore: values.get('timeBefore'),
        timeAfter: values.get('timeAfter'),
        daysBefore: number('daysBefore'),
        daysAfter: number('daysAfter'),
        stepsBefore: number('stepsBefore'),
        stepsAfter: number('stepsAfter'),
        region,
        source,
        locator: values.get('locator'),
        note: values.get('note'),
      },
    ]
  })
}
