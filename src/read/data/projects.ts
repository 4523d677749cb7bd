import type { Project } from '../../model/data/project.ts'
import type { TableRow } from '../table/table-result.ts'

/** Rows of a table with profile `projects`; a row with a fault is left out. */
export function toProjects(rows: readonly TableRow[], dataset: string): Project[] {
  return rows.flatMap(({ values, faulty }) => {
    const id = values.get('id')
    const name = values.get('name')
    const region = values.get('region')
    const status = values.get('status')
    const source = values.get('source')
    if (faulty.size > 0 || !id || !name || !region || !status || !source) return []
    const investment = values.get('investment')
    return [
      {
        id,
        dataset,
        name,
        region,
        list: values.get('list'),
        sector: values.get('sector'),
        area: values.get('area'),
        investment: investment === undefined ? undefined : Number(investment),
        investmentPrinted: values.get('investmentPrinted'),
        status,
        statusOn: values.get('statusOn'),
        plannedOpening: values.get('plannedOpening'),
        owner: values.get('owner'),
        source,
        locator: values.get('locator'),
        note: values.get('note'),
      },
    ]
  })
}
