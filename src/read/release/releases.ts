import { dateOrder, ledgerFault, noReason, restrictedRelease, stepTooSmall, versionOrder } from '../../issues/rel.ts'
import type { DataPackage } from '../../model/data/dataset.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Release, ReleaseEntry } from '../../model/release/release.ts'
import { releaseLedger } from '../../model/release/release.ts'
import { parseReleaseChanges } from '../../model/release/release-changes.ts'
import { reasonFor, revisionsIn, selectorOf } from '../../model/release/release-reasons.ts'
import { compareVersions, isStepEnough, nextVersion, stepDemands } from '../../model/release/version-step.ts'
import type { Files } from '../files.ts'
import type { PrivacyGate } from '../privacy/privacy-gate.ts'
import { readRecord } from '../text/record.ts'
import type { Path, Yaml } from '../text/yaml.ts'
import { parseYaml } from '../text/yaml.ts'
import { checkCells } from './frozen-cells.ts'
import { checkFrozenFiles } from './frozen-files.ts'
import { frozenFolder, frozenText } from './frozen-folder.ts'
import { type FrozenPackage, readFrozenPackage } from './frozen-package.ts'
import { scanFrozen } from './frozen-scan.ts'
import { checkSteps, type FrozenVersion } from './frozen-step.ts'
import { checkNames, checkSums } from './frozen-sums.ts'

/** Where the ledger of a dataset stands. */
export function ledgerPath(dataset: string): string {
  return `data/${dataset}/releases.yaml`
}

export interface ReleaseReading {
  readonly today: string
  /** Contacts confirmed as public. */
  readonly gate: PrivacyGate
}

/**
 * The releases of a dataset, newest first, and whether they still are what they were: the ledger
 * `data/<id>/releases.yaml`, the frozen files below `data/<id>/releases/`, and what each release says it changed. What
 * follows from an altered file is not said beside it.
 */
export async function readReleases(
  files: Files,
  { id, value }: { readonly id: string; readonly value: Pick<DataPackage, 'gongbao'> },
  { today, gate }: ReleaseReading,
): Promise<{ releases: Release[]; issues: Issue[] }> {
  const path = ledgerPath(id)
  const text = files.texts.get(path)
  if (text === undefined) return { releases: [], issues: await checkFrozenFiles(files, id, []) }
  const yaml = parseYaml(text, path)
  const ledger = readRecord(releaseLedger, yaml)
  if (!ledger.value) return { releases: [], issues: ledger.issues }
  const entries = ledger.value.releases
  const releases: Release[] = []
  const altered = await checkFrozenFiles(files, id, entries)
  const disordered = checkOrder(entries, yaml, today)
  const issues = [...ledger.issues, ...disordered, ...altered]
  const { disclosure } = value.gongbao
  if (disclosure !== '无条件开放') issues.push(issue(restrictedRelease, yaml.at(['releases']), { disclosure }))
  let earlier: FrozenVersion | undefined
  for (const [index, entry] of entries.entries()) {
    const at = (...more: Path) => yaml.at(['releases', index, ...more])
    const folder = frozenFolder(id, entry.version)
    const described = await readFrozenPackage(files, id, entry.version)
    const changes = parseReleaseChanges((await frozenText(files, `${folder}changes.json`)) ?? '')
    const isWhole = altered.every(({ file }) => !file.startsWith(folder))
    const found = isWhole ? await checkContent(files, id, entry, described, gate, at) : { issues: [] }
    issues.push(...found.issues)
    if (changes) {
      issues.push(...checkEntry({ ...entry, changes }, entries[index - 1], at, disordered))
      const now = { release: { ...entry, changes }, described, rows: found.rows }
      if (found.rows) issues.push(...(await checkSteps(files, id, now, earlier, at('version'))))
      earlier = found.rows && now
      releases.push({ ...entry, changes })
    } else {
      earlier = undefined
      const zh = `版本 ${entry.version} 的 changes.json 缺失或读不懂`
      issues.push(issue(ledgerFault, at('version'), { zh, en: `changes.json of ${entry.version} cannot be read` }))
    }
  }
  return { releases: releases.reverse(), issues }
}

/** The files of a release that are as the ledger says. Rows are counted where nothing contradicts. */
async function checkContent(
  files: Files,
  id: string,
  entry: ReleaseEntry,
  described: FrozenPackage | undefined,
  gate: PrivacyGate,
  at: (...path: Path) => Place,
): Promise<{ issues: Issue[]; rows?: ReadonlyMap<string, number> }> {
  const folder = frozenFolder(id, entry.version)
  const sums = await frozenText(files, `${folder}SHA256SUMS`)
  const place = (index: number) => at('files', index)
  const tables = described?.resources.map(({ path }) => path) ?? []
  const faults = described ? checkNames(id, entry, tables, place) : []
  if (sums !== undefined) faults.push(...checkSums(entry, sums, described, place))
  const { issues, rows } = await scanFrozen(files, folder, entry.files, described, gate)
  if (faults.length > 0 || !described) return { issues: [...faults, ...issues, ...unreadable(entry, described, at)] }
  const differing = await checkCells(files, id, entry, described)
  return { issues: [...issues, ...differing], ...(differing.length === 0 && { rows }) }
}

function unreadable(
  { version, files }: ReleaseEntry,
  described: FrozenPackage | undefined,
  at: (...path: Path) => Place,
): Issue[] {
  const index = files.findIndex(({ name }) => name === 'datapackage.json')
  if (described || index === -1) return []
  const zh = `版本 ${version} 的 datapackage.json 读不懂`
  return [issue(ledgerFault, at('files', index), { zh, en: `datapackage.json of ${version} cannot be read` })]
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
function checkEntry(
  release: Release,
  before: ReleaseEntry | undefined,
  at: (...path: Path) => Place,
  disordered: readonly Issue[],
): Issue[] {
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
  // A date out of order and a reason that is missing have been said.
  const isSaid = { on: disordered.some((one) => one.line === at('on').line), note: false, reasons: bare.length > 0 }
  const retold = retoldParts(release).filter((key) => !isSaid[key])
  if (retold.length > 0) {
    const zh = `版本 ${version} 的${retold.map((key) => ledgerWords[key]).join('、')}与发布时写进 changes.json 的不同`
    const en = `${retold.join(', ')} of ${version} differ from its changes.json`
    issues.push(issue(ledgerFault, at(retold[0] ?? 'version'), { zh, en }))
  }
  return issues
}

const ledgerWords = { on: '日期', note: '说明', reasons: '修订原因' } as const

/** What the ledger now tells otherwise than the release did; reasons may be added, not taken back. */
function retoldParts({ on, note, reasons, changes }: Release): (keyof typeof ledgerWords)[] {
  const kept = new Set(reasons.map((one) => JSON.stringify([one.for, one.text])))
  const parts = {
    on: changes.on === on,
    note: changes.note === note,
    reasons: changes.reasons.every((one) => kept.has(JSON.stringify([one.for, one.text]))),
  }
  return (Object.keys(parts) as (keyof typeof parts)[]).filter((key) => !parts[key])
}
