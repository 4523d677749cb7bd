import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import type { Assessment } from '../../progress/assessment.ts'
import { guardCells, toCsv } from '../formats/csv-text.ts'
import { observationCells, observationColumns } from './observation-cells.ts'

/** How a figure enters the assessment. */
type Role = '期内' | '规划期前' | '口径不同' | '不计入'

const header = ['role', ...observationColumns]

/** The figures of one target: those that count, those from before the plan, near matches, and those that never count. */
export function targetCsv(site: Pick<Site, 'sources'>, { series, before, near, unused = [] }: Assessment): string {
  return toCsv([
    header,
    ...series.map((one) => row(site, '期内', one, one.note)),
    ...before.map((one) => row(site, '规划期前', one, one.note)),
    ...near.map(({ observation, why }) => row(site, '口径不同', observation, why)),
    ...unused.map(({ observation, why }) => row(site, '不计入', observation, why)),
  ])
}

function row(site: Pick<Site, 'sources'>, role: Role, one: Observation, note: string | undefined) {
  return guardCells([role, ...observationCells(site, { ...one, note })])
}
