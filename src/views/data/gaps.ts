import type { Measure } from '../../model/benefit/measure.ts'
import { type Conflict, conflictsOf } from '../../model/data/conflicts.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import type { Policy } from '../../model/policy/policy.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Source } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'

/** Something recorded with a part missing; `missing` names the parts in Chinese. */
export interface Incomplete<T> {
  readonly of: T
  readonly missing: readonly string[]
}

/** What the site does not know, said openly (DESIGN §10). Targets without figures come from the board. */
export interface Gaps {
  readonly conflicts: readonly Conflict[]
  /** More was announced than could be recorded. */
  readonly unrecorded: readonly { readonly dataset: Dataset; readonly announced: number; readonly recorded: number }[]
  /** Documents that are only named. */
  readonly stubs: readonly Policy[]
  readonly policies: readonly Incomplete<Policy>[]
  readonly measures: readonly Incomplete<Measure>[]
  readonly sources: readonly Incomplete<Source>[]
  /** Groups whose members no source lists. */
  readonly groups: readonly Organization[]
  readonly indicators: readonly Indicator[]
}

export function gapsOf(site: Site): Gaps {
  const observed = new Set(site.observations.map((one) => one.indicator))
  return {
    conflicts: conflictsOf(site.observations, site.indicators),
    unrecorded: [...site.datasets.values()].flatMap(unrecorded),
    stubs: [...site.policies.values()].filter((policy) => policy.text === 'stub'),
    policies: incomplete(site.policies, missingOfPolicy),
    measures: incomplete(site.measures, missingOfMeasure),
    sources: incomplete(site.sources, missingOfSource),
    groups: [...site.organizations.values()].filter((one) => one.membersUnknown),
    indicators: [...site.indicators.values()].filter((one) => !observed.has(one.id)),
  }
}

/** Rows of a dataset against the number its source announced; the first table is the one that counts. */
export function recordedRows(dataset: Dataset): number {
  return dataset.tables[0]?.summary.rows ?? 0
}

function unrecorded(dataset: Dataset): Gaps['unrecorded'] {
  const announced = dataset.gongbao.announced?.count
  const recorded = recordedRows(dataset)
  return announced !== undefined && announced > recorded ? [{ dataset, announced, recorded }] : []
}

function incomplete<T>(all: ReadonlyMap<string, T>, missing: (one: T) => string[]): Incomplete<T>[] {
  return [...all.values()].map((of) => ({ of, missing: missing(of) })).filter((one) => one.missing.length > 0)
}

function missingOfPolicy(policy: Policy): string[] {
  return absent({
    发文字号: policy.docNumber,
    成文日期: policy.adoptedOn,
    发布日期: policy.publishedOn,
    索引号: policy.indexNumber,
  })
}

function missingOfMeasure(measure: Measure): string[] {
  const { channel } = measure
  return absent({
    兑现单位: measure.provider,
    金额: measure.amount,
    起止日期: measure.windows.some((one) => one.opens || one.closes) || undefined,
    材料: measure.materials[0],
    办理渠道: channel?.url ?? channel?.address ?? channel?.phone ?? channel?.note,
  })
}

function missingOfSource(source: Source): string[] {
  const missing = absent({ 题名: source.title, 日期: source.date, 网址: source.url })
  return source.completeness === '完整' ? missing : [...missing, `全文（现有${source.completeness}）`]
}

function absent(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields)
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
}
