import type { Dataset } from '../../model/data/dataset.ts'
import type { Interpretation } from '../../model/policy/article.ts'
import type { Policy } from '../../model/policy/policy.ts'
import type { Site } from '../../model/site.ts'

/** Something that entered the site, with the day it did. */
export type Arrival = { readonly on: string } & (
  | { readonly type: 'policy'; readonly policy: Policy }
  | { readonly type: 'dataset'; readonly dataset: Dataset }
  | { readonly type: 'interpretation'; readonly interpretation: Interpretation }
)

/** At most so many of each sort, so that one day's work on one sort never fills the list. */
const share = { policy: 3, stub: 1, dataset: 2, interpretation: 2 } as const

/** What entered last, newest first; on the same day documents with the most promises and datasets with the most rows come first. */
export function latestOf(site: Pick<Site, 'policies' | 'datasets' | 'interpretations'>): Arrival[] {
  const policies = [...site.policies.values()]
    .filter((policy) => policy.addedOn !== undefined)
    .map((policy): Arrival => ({ on: policy.addedOn ?? '', type: 'policy', policy }))
    .sort((a, b) => newest(a, b) || promises(b) - promises(a))
  const stub = (one: Arrival) => one.type === 'policy' && one.policy.text === 'stub'
  const datasets = [...site.datasets.values()].map(
    (dataset): Arrival => ({ on: dataset.gongbao.updatedOn, type: 'dataset', dataset }),
  )
  const interpretations = [...site.interpretations.values()].map(
    (interpretation): Arrival => ({ on: interpretation.publishedOn, type: 'interpretation', interpretation }),
  )
  return [
    ...policies.filter((one) => !stub(one)).slice(0, share.policy),
    ...datasets.sort((a, b) => newest(a, b) || rows(b) - rows(a)).slice(0, share.dataset),
    ...interpretations.sort(newest).slice(0, share.interpretation),
    ...policies.filter(stub).slice(0, share.stub),
  ].sort(newest)
}

function newest(a: Arrival, b: Arrival): number {
  return a.on < b.on ? 1 : a.on > b.on ? -1 : 0
}

function rows(one: Arrival): number {
  const figures = one.type === 'dataset' && one.dataset.id !== 'registers' ? one.dataset.tables : []
  return figures.reduce((sum, table) => sum + table.summary.rows, 0)
}

function promises(one: Arrival): number {
  return one.type === 'policy' ? one.policy.targets.length : 0
}
