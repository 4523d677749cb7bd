import type { Dataset } from '../../model/data/dataset.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import { type RevisedFigure, revisedFigures, revisionFinder } from './revised-figures.ts'
import { type RevisedRow, revisedRows } from './revised-rows.ts'

/** The revised figures of a dataset, the same row by row, and how to find that of a cell. */
interface Revisions {
  readonly figures: readonly RevisedFigure[]
  readonly rows: readonly RevisedRow[]
  readonly find: ReturnType<typeof revisionFinder>
}

const known = new WeakMap<Dataset, Revisions>()

/** What later releases of a dataset changed in figures published before; worked out once. */
export function revisionsOf(dataset: Dataset): Revisions {
  const found = known.get(dataset)
  if (found) return found
  const figures = revisedFigures(dataset.releases)
  const revisions = { figures, rows: revisedRows(figures), find: revisionFinder(figures) }
  known.set(dataset, revisions)
  return revisions
}

/** A revised figure with the dataset it belongs to. */
export interface FoundRevision {
  readonly dataset: Dataset
  readonly figure: RevisedFigure
}

/** How an observation was revised after it had been published: as it is printed, else its value. */
export function observationRevision(site: Pick<Site, 'datasets'>, one: Observation): FoundRevision | undefined {
  const dataset = site.datasets.get(one.dataset)
  if (!dataset || revisionsOf(dataset).figures.length === 0) return undefined
  const { find } = revisionsOf(dataset)
  const cells: Readonly<Record<string, string | undefined>> = {
    indicator: one.indicator,
    region: one.region,
    period: one.period.text,
    source: one.source,
    status: one.status,
  }
  for (const { name } of dataset.tables) {
    const cellOf = (column: string) => cells[column]
    const figure = find(name, 'printed', cellOf) ?? find(name, 'value', cellOf)
    if (figure) return { dataset, figure }
  }
  return undefined
}

/** So many revised rows are listed on the page of changes; the rest stand in its JSON alone. */
export const listedRows = 60

/** The anchor of a revised row on the page of changes; none past those listed. */
export function revisionAnchor(
  dataset: Dataset,
  { table, key }: Pick<RevisedRow, 'table' | 'key'>,
): string | undefined {
  const wanted = JSON.stringify([table, key])
  const listed = revisionsOf(dataset).rows.slice(0, listedRows)
  const index = listed.findIndex((row) => JSON.stringify([row.table, row.key]) === wanted)
  return index === -1 ? undefined : `row-${index + 1}`
}

/** “原为 6%（1.0.0），2024-03-15 的 1.1.0 改正：核定”: the last change of a figure in one line. */
export function revisionWords({ states }: RevisedFigure): string {
  const [before, now] = states.slice(-2)
  if (!before || !now) return ''
  const reason = now.reason === undefined ? '' : `：${now.reason}`
  return `原为 ${before.value || '空'}（${before.version}），${now.on} 的 ${now.version} 改正${reason}`
}
