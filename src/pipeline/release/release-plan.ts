import type { Dataset } from '../../model/data/dataset.ts'
import type { Release, ReleaseChanges, ReleaseReason } from '../../model/release/release.ts'
import { type Revision, reasonFor, revisionsIn } from '../../model/release/release-reasons.ts'
import {
  compareVersions,
  isStepEnough,
  nextVersion,
  type StepDemand,
  stepDemands,
} from '../../model/release/version-step.ts'
import type { Files } from '../../read/files.ts'
import { compareWithRelease } from '../../read/release/release-compare.ts'

/** What the editor says about a release. */
export interface ReleaseRequest {
  readonly note: string
  readonly on: string
  readonly version?: string | undefined
  readonly reasons: readonly ReleaseReason[]
}

/** A release that could be made, and why it may not be. */
export interface ReleasePlan {
  readonly dataset: Dataset
  readonly newest?: Release | undefined
  readonly changes: ReleaseChanges
  /** What the changes ask for, the strictest first; none for a first release. */
  readonly demands: readonly StepDemand[]
  /** Revisions nobody has explained. */
  readonly bare: readonly Revision[]
  /** Nothing differs from the newest release. */
  readonly isEmpty: boolean
  /** Other reasons to refuse, in words for the editor. */
  readonly refusals: readonly string[]
}

/** Compares a dataset with its newest release and works out the next one. Writes nothing. */
export async function planRelease(dataset: Dataset, files: Files, request: ReleaseRequest): Promise<ReleasePlan> {
  const [newest] = dataset.releases
  const comparison = await compareWithRelease(dataset, newest, files)
  const demands = newest ? stepDemands(comparison) : []
  const [demand] = demands
  const version = request.version ?? proposedVersion(dataset, newest, demand)
  const { on, note } = request
  const revisions = revisionsIn(comparison)
  const reasons = request.reasons.filter((reason) => revisions.some((one) => reasonFor(one, [reason])))
  const sums = newest?.files.find((file) => file.name === 'SHA256SUMS')?.sha256
  const changes: ReleaseChanges = {
    dataset: dataset.id,
    version,
    on,
    note,
    ...(newest && sums && { previous: { version: newest.version, sha256: sums } }),
    ...(demand && { step: demand.step }),
    reasons,
    ...comparison,
  }
  return {
    dataset,
    newest,
    changes,
    demands,
    bare: revisions.filter((one) => reasonFor(one, reasons) === undefined),
    isEmpty: newest !== undefined && demands.length === 0,
    refusals: refusalsOf(dataset, newest, demand, { version, on }),
  }
}

/** A dataset that counted its versions before it had a ledger goes on from there; a draft becomes 1.0.0. */
function proposedVersion(dataset: Dataset, newest: Release | undefined, demand: StepDemand | undefined): string {
  if (newest) return nextVersion(newest.version, demand?.step ?? 'patch')
  return compareVersions(dataset.version, '1.0.0') > 0 ? dataset.version : '1.0.0'
}

function refusalsOf(
  { gongbao }: Dataset,
  newest: Release | undefined,
  demand: StepDemand | undefined,
  { version, on }: { readonly version: string; readonly on: string },
): string[] {
  const refusals: string[] = []
  if (gongbao.disclosure !== '无条件开放') refusals.push(`开放属性是“${gongbao.disclosure}”，不发布文件。`)
  if (!newest) return refusals
  if (on < newest.on) refusals.push(`发布日期 ${on} 早于上一个版本 ${newest.version} 的 ${newest.on}。`)
  if (compareVersions(newest.version, version) >= 0) refusals.push(`版本 ${version} 不大于已发布的 ${newest.version}。`)
  else if (demand && !isStepEnough(newest.version, version, demand.step)) {
    refusals.push(`版本 ${version} 加得太小：${demand.why}，至少应为 ${nextVersion(newest.version, demand.step)}。`)
  }
  return refusals
}
