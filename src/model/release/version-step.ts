import type { ReleaseChanges, Step, TableChange } from './release.ts'
import { hasColumnChanges, isEmptyDiff } from './table-diff.ts'

/** A step and what asks for it, in words for the editor. */
export interface StepDemand {
  readonly step: Step
  readonly why: string
}

/**
 * What the changes ask for at least, the strictest demand first; empty where nothing changed
 * (https://datapackage.org/recipes/data-package-version/). MAJOR: a table or column renamed, removed, moved or
 * retyped, a column added, a constraint tightened, rows removed that others may refer to. MINOR: a table or rows added, a
 * constraint loosened. PATCH: errors in the data corrected, descriptions changed.
 */
export function stepDemands(changes: Pick<ReleaseChanges, 'tables' | 'described'>): StepDemand[] {
  const demands = changes.tables.flatMap(tableDemands)
  if (changes.described.length > 0)
    demands.push({ step: 'patch', why: `描述有改动（${changes.described.join('、')}）` })
  return demands.sort((a, b) => rank[b.step] - rank[a.step])
}

/** The version that follows. Before 1.0.0 a breaking change moves the second number, anything else the third. */
export function nextVersion(version: string, step: Step): string {
  const [major, minor, patch] = numbersOf(version)
  const least = draftStep(version, step)
  if (least === 'major') return `${major + 1}.0.0`
  return least === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** Whether the way from one version to the next is at least the step. */
export function isStepEnough(from: string, to: string, step: Step): boolean {
  const taken = stepTaken(from, to)
  return taken !== undefined && rank[taken] >= rank[draftStep(from, step)]
}

/** Negative where `a` comes before `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/** Undefined where the second version is not later. */
export function stepTaken(from: string, to: string): Step | undefined {
  if (compareVersions(from, to) >= 0) return undefined
  const [old, now] = [numbersOf(from), numbersOf(to)]
  if (now[0] > old[0]) return 'major'
  return now[1] > old[1] ? 'minor' : 'patch'
}

const rank: Readonly<Record<Step, number>> = { patch: 1, minor: 2, major: 3 }

function draftStep(from: string, step: Step): Step {
  if (numbersOf(from)[0] > 0) return step
  return step === 'major' ? 'minor' : 'patch'
}

function tableDemands({ table, status, diff, tightened, loosened }: TableChange): StepDemand[] {
  if (status === 'added') return [{ step: 'minor', why: `增加了表 ${table}` }]
  if (status === 'removed') return [{ step: 'major', why: `删去了表 ${table}` }]
  const demands: StepDemand[] = []
  if (tightened.length > 0) demands.push({ step: 'major', why: `${table}：${tightened.join('、')} 的约束收紧了` })
  if (loosened.length > 0) demands.push({ step: 'minor', why: `${table}：${loosened.join('、')} 的约束放宽了` })
  if (!diff || isEmptyDiff(diff)) return demands
  if (hasColumnChanges(diff.columns)) demands.push({ step: 'major', why: `${table}：列有增减、改名、换位或换类型` })
  // Without a key a corrected row looks like one removed and one added.
  const corrected = diff.key.length > 0 ? diff.changed.length : Math.min(diff.added.length, diff.removed.length)
  const isKeyed = diff.key.length > 0
  const removed = isKeyed ? diff.removed.length : diff.removed.length - corrected
  const added = isKeyed ? diff.added.length : diff.added.length - corrected
  if (removed > 0) demands.push({ step: 'major', why: `${table}：删去 ${removed} 行` })
  if (added > 0) demands.push({ step: 'minor', why: `${table}：增加 ${added} 行` })
  if (corrected > 0) demands.push({ step: 'patch', why: `${table}：更正 ${corrected} 行` })
  return demands
}

function numbersOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}
