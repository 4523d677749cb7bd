import { ledgerFault } from '../../issues/rel.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Descriptor } from '../data/descriptor.ts'
import type { Files } from '../files.ts'
import type { IssueList } from '../issue-list.ts'
import type { PrivacyGate } from '../privacy/privacy-gate.ts'
import { readReleases } from './releases.ts'
import { checkUnreleased } from './unreleased.ts'

export interface ReleaseOptions {
  /** Releases after this day are left out. */
  readonly asOf: string
  readonly today: string
  /** Contacts confirmed as public. */
  readonly gate: PrivacyGate
  /** Releases are being made: tables may differ from their last one. */
  readonly releasing?: boolean
}

/** The datasets with their releases; what is wrong with these is added to the issues. */
export async function withReleases(
  datasets: ReadonlyMap<string, Dataset>,
  descriptors: readonly Descriptor[],
  files: Files,
  { asOf, today, gate, releasing = false }: ReleaseOptions,
  issues: IssueList,
): Promise<Map<string, Dataset>> {
  const all = new Map(datasets)
  for (const descriptor of descriptors) {
    const dataset = all.get(descriptor.id)
    if (!dataset) continue
    const found = await readReleases(files, descriptor, { today, gate })
    issues.add(...found.issues)
    const known = found.releases.filter(({ on }) => on <= asOf)
    all.set(dataset.id, { ...dataset, releases: known })
    const [newest] = found.releases
    // A table with faults, or a release that was altered, would differ for that reason alone.
    const hasFault = issues.all().some((one) => one.severity === 'error' && one.file.startsWith(`data/${dataset.id}/`))
    if (!newest || hasFault || releasing) continue
    issues.add(...(await checkUnreleased(files, descriptor, dataset, newest)))
  }
  issues.add(...checkAbandoned(files))
  return all
}

/** REL-002: what was released stays published, so its dataset cannot lose its description. */
function checkAbandoned({ texts }: Files): Issue[] {
  return [...texts.keys()].flatMap((path) => {
    const folder = /^(data\/[^/]+)\/releases\.yaml$/.exec(path)?.[1]
    if (folder === undefined || texts.has(`${folder}/datapackage.yaml`)) return []
    const zh = `${folder} 有发布过的版本，却没有 datapackage.yaml，发布过的文件就不再发布了`
    const en = `${folder} has releases but no datapackage.yaml, so that they would no longer be published`
    return [issue(ledgerFault, { file: path, line: 1, column: 1 }, { zh, en })]
  })
}
