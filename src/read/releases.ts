import type { DataPackage } from '../model/dataset.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { dateOrder, ledgerFault, noReason, restrictedRelease, stepTooSmall, versionOrder } from '../model/issues/rel.ts'
import type { Release, ReleaseEntry } from '../model/release.ts'
import { releaseLedger } from '../model/release.ts'
import { parseReleaseChanges } from '../model/release-changes.ts'
import { reasonFor, revisionsIn, selectorOf } from '../model/release-reasons.ts'
import { compareVersions, isStepEnough, nextVersion, stepDemands } from '../model/version-step.ts'
import type { Files } from './files.ts'
import { checkFrozenFiles, frozenFolder } from './frozen-files.ts'
import { readRecord } from './record.ts'
import type { Path, Yaml } from './yaml.ts'
import { parseYaml } from './yaml.ts'

/** Where the ledger of a dataset stands. */
export function ledgerPath(dataset: string): string {
  return `data/${dataset}/releases.yaml`
}

/**
 * The releases of a dataset, newest first, and whether they still are what they were: the ledger
 * `data/<id>/releases.yaml`, the frozen files below `data/<id>/releases/`, and what each release says it changed.
 */
export async function readReleases(
  files: Files,
  { id, value }: { readonly id: string; readonly value: Pick<DataPackage, 'gongbao'> },
  today: string,
): Promise<{ releases: Release[]; issues: Issue[] }> {
  const path = ledgerPath(id)
  const text = files.texts.get(path)
  if (text === undefined) return { releases: [], issues: await checkFrozenFiles(files, id, []) }
  const yaml = parseYaml(text, path)
  const ledger = readRecord(releaseLedger, yaml)
  if (!ledger.value) return { releases: [], issues: ledger.issues }
  const entries = ledger.value.releases
  const releases: Release[] = []
  const issues = [
    ...ledger.issues,
    ...checkOrder(entries, yaml, today),
    ...(await checkFrozenFiles(files, id, entries)),
  ]
  const { disclosure } = value.gongbao
  if (disclosure !== '无条件开放') issues.push(issue(restrictedRelease, yaml.at(['releases']), { disclosure }))
  for (const [index, entry] of entries.entries()) {
    const changes = await readChanges(files, id, entry)
    const before = entries[index - 1]
    const at = (...more: Path) => yaml.at(['releases', index, ...more])
    if (!changes) {
      const zh = `版本 ${entry.version} 的 changes.json 缺失或读不懂`
      issues.push(issue(ledgerFault, at('version'), { zh, en: `changes.json of ${entry.version} cannot be read` }))
      continue
    }
    issues.push(...checkEntry({ ...entry, changes }, before, at))
    releases.push({ ...entry, changes })
  }
  return { releases: releases.reverse(), issues }
}

async function readChanges(files: Files, id: string, { version }: ReleaseEntry) {
  const file = files.frozen.get(`${frozenFolder(id, version)}changes.json`)
  if (!file) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of file.open()) chunks.push(chunk)
  return parseReleaseChanges(Buffer.concat(chunks).toString())
}

/** REL-003 and REL-004: versions grow, dates do not go back. */
function checkOrder(entries: readonly ReleaseEntry[], yaml: Yaml, today: string): Issue[] {
  return entries.flatMap(({ version, on }, index) => {
    const before = entries[index - 1]
    const issues: Issue[] = []
    const at = (key: string) => yaml.at(['releases', index, key])
    if (on > today) issues.push(issue(dateOrder, at('on'), { on, than: today, what: 'future' }))
    if (!before) return issues
    if (compareVersions(before.version, version) >= 0)
      issues.push(issue(versionOrder, at('version'), { version, before: before.version }))
    if (on < before.on) issues.push(issue(dateOrder, at('on'), { on, than: before.on, what: 'before' }))
    return issues
  })
}

/** What the release says of itself against the ledger, its step, and the reasons of its revisions. */
function checkEntry(release: Release, before: ReleaseEntry | undefined, at: (...path: Path) => Place): Issue[] {
  const { version, changes, reasons } = release
  const place = at('version')
  const issues: Issue[] = []
  const sums = before?.files.find((file) => file.name === 'SHA256SUMS')?.sha256
  const { previous } = changes
  if (changes.version !== version || previous?.version !== before?.version || previous?.sha256 !== sums) {
    const zh = `版本 ${version} 的 changes.json 说的前一个版本是 ${previous?.version ?? '（没有）'}，与发布记录里的不是同一份`
    const en = `changes.json of ${version} names another release before it than the ledger`
    issues.push(issue(ledgerFault, place, { zh, en }))
  }
  for (const name of ['datapackage.json', 'SHA256SUMS']) {
    if (release.files.some((file) => file.name === name)) continue
    const zh = `版本 ${version} 的文件里没有 ${name}`
    issues.push(issue(ledgerFault, at('files'), { zh, en: `${version} lists no ${name}` }))
  }
  const [demand] = before ? stepDemands(changes) : []
  if (before && demand && compareVersions(before.version, version) < 0) {
    const { version: from } = before
    if (!isStepEnough(from, version, demand.step)) {
      const least = nextVersion(from, demand.step)
      issues.push(issue(stepTooSmall, place, { from, to: version, why: demand.why, least }))
    }
  }
  const bare = revisionsIn(changes).filter((one) => reasonFor(one, reasons) === undefined)
  const [first] = bare
  if (first) {
    const { old, new: now } = first
    const values = { ...(old !== undefined && { old }), ...(now !== undefined && { new: now }) }
    issues.push(
      issue(noReason, at('reasons'), { version, selector: selectorOf(first), more: bare.length - 1, ...values }),
    )
  }
  return issues
}
