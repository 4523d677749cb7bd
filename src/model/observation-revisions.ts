import type { Dataset } from './dataset.ts'
import type { Observation } from './observation.ts'
import { type RevisedFigure, revisedFigures, revisionFinder } from './revised-figures.ts'
import type { Site } from './site.ts'

/** The revised figures of a dataset, and how to find that of a cell. */
interface Revisions {
  readonly figures: readonly RevisedFigure[]
  readonly find: ReturnType<typeof revisionFinder>
}

const known = new WeakMap<Dataset, Revisions>()

/** What later releases of a dataset changed in figures published before; worked out once. */
export function revisionsOf(dataset: Dataset): Revisions {
  const figures = known.get(dataset)?.figures ?? revisedFigures(dataset.releases)
  const revisions = known.get(dataset) ?? { figures, find: revisionFinder(figures) }
  known.set(dataset, revisions)
  return revisions
}

/** How the value of an observation was revised after it had been published. */
export function observationRevision(site: Pick<Site, 'datasets'>, one: Observation): RevisedFigure | undefined {
  const dataset = site.datasets.get(one.dataset)
  if (!dataset || dataset.releases.length < 2) return undefined
  const { figures, find } = revisionsOf(dataset)
  if (figures.length === 0) return undefined
  const cells: Readonly<Record<string, string | undefined>> = {
    indicator: one.indicator,
    region: one.region,
    period: one.period.text,
    source: one.source,
    status: one.status,
  }
  for (const { name } of dataset.tables) {
    const found = find(name, 'value', (column) => cells[column]) ?? find(name, 'printed', (column) => cells[column])
    if (found) return found
  }
  return undefined
}

/** So many revised figures are listed on the page of changes; the rest stand in its JSON alone. */
export const listedFigures = 60

/** The anchor of a revised figure on the page of changes; none past those listed. */
export function figureAnchor(dataset: Dataset, figure: RevisedFigure): string | undefined {
  const index = revisionsOf(dataset).figures.findIndex(
    (one) => one.table === figure.table && one.column === figure.column && isSameKey(one.key, figure.key),
  )
  return index === -1 || index >= listedFigures ? undefined : `figure-${index + 1}`
}

/** “原为 6%（1.0.0），2024-03-15 起改正，见 1.1.0：核定”: the last change of a figure in one line. */
export function revisionWords({ states }: RevisedFigure): string {
  const [before, now] = states.slice(-2)
  if (!before || !now) return ''
  const reason = now.reason === undefined ? '' : `：${now.reason}`
  return `原为 ${before.value ?? '空'}（${before.version}），${now.on} 的 ${now.version} 改正${reason}`
}

function isSameKey(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
