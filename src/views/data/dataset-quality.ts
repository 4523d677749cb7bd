import { type Conflict, conflictsOf } from '../../model/data/conflicts.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'

/** What a careful reader checks before quoting from a dataset, counted. */
export interface DatasetQuality {
  readonly figures: number
  /** Groups of figures whose sources disagree. */
  readonly conflicts: readonly Conflict[]
  /** Printed with a hedge: 约, 余, 超 … */
  readonly approximate: number
  /** Doubted by the editors, with the reason. */
  readonly doubtful: number
  /** Without a page, table or paragraph of the source. */
  readonly unlocated: number
  /** Of a source that was seen only in part. */
  readonly partial: number
  /** Told at second hand, or by the enterprise itself. */
  readonly secondHand: number
  /** By their status, e.g. 初步, 计划; those without one are not listed. */
  readonly statuses: readonly (readonly [string, number])[]
  /** Replaced by a later figure and kept. */
  readonly superseded: number
  /** Problems that the check reports in the files of this dataset. */
  readonly warnings: readonly Issue[]
}

/** Of the figures of one dataset, and of what the check said of its files. */
export function datasetQuality(
  site: Pick<Site, 'observations' | 'indicators' | 'sources'>,
  dataset: Pick<Dataset, 'id' | 'file'>,
  issues: readonly Issue[],
): DatasetQuality {
  const own = site.observations.filter((one) => one.dataset === dataset.id)
  const count = (test: (one: Observation) => boolean) => own.filter(test).length
  const sourceOf = (one: Observation) => site.sources.get(one.source)
  const replaced = new Set(own.map((one) => one.supersedes).filter((id) => id !== undefined))
  const folder = dataset.file.slice(0, dataset.file.lastIndexOf('/') + 1)
  return {
    figures: own.length,
    conflicts: conflictsOf(own, site.indicators),
    approximate: count((one) => one.approx !== undefined),
    doubtful: count((one) => one.doubt !== undefined),
    unlocated: count((one) => one.locator === undefined),
    partial: count((one) => sourceOf(one)?.completeness !== '完整'),
    secondHand: count((one) => ['转述', '企业自述'].includes(sourceOf(one)?.reliability ?? '')),
    statuses: [...Map.groupBy(own, (one) => one.status)].flatMap(([status, all]) =>
      status === undefined ? [] : [[status, all.length] as const],
    ),
    superseded: count((one) => replaced.has(one.id)),
    warnings: issues.filter((issue) => issue.file.startsWith(folder)),
  }
}
