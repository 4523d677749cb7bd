import { badValue } from '../../issues/doc.ts'
import { type Issue, issue } from '../../model/issue.ts'
import { isRealDate } from '../../model/number/date.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { type Target, type TargetKind, type TargetPath, targetPaths } from '../../model/target/target.ts'
import type { TargetMark } from './mdast.ts'

type Read = Pick<Target, 'kind' | 'value' | 'from' | 'deadline' | 'baseline'>

/**
 * How a target is to be approached: `path=geometric`, `milestones="2024-12-31:40,2025-12-31:70"`. A path that the
 * target gives no ground for is an error: it would be judged as if it went by days.
 */
export function readPath(mark: TargetMark, target: Read, issues: Issue[]): Pick<Target, 'path' | 'milestones'> {
  const path = readName(mark, issues)
  const milestones = readMilestones(mark, target, issues)
  const bad = (expected: string, expectedEn: string) =>
    issues.push(issue(badValue, mark.attributeAt('path'), { ...pathKey, found: path ?? '', expected, expectedEn }))
  const { baseline, value = 0, kind } = target
  if (path === 'milestones' && mark.attributes['milestones'] === undefined)
    bad('还要写 milestones，例如 milestones="2024-12-31:40"', 'milestones has to be written as well')
  if (path === 'geometric' && (!levels.has(kind) || !baseline || baseline.value <= 0 || value <= 0))
    bad(
      '等比路径要有大于 0 的 baseline 和目标，并且是存量或比例',
      'it needs a level with a positive baseline and target',
    )
  if (path === 'seasonal' && kind !== 'cumulative' && kind !== 'yearly')
    bad('季节路径只用于累计和每年的目标', 'it is for totals and yearly amounts')
  return { ...(path && { path }), ...(milestones && { milestones }) }
}

const pathKey = { key: 'path', zh: '路径' }
const levels: ReadonlySet<TargetKind> = new Set<TargetKind>(['level', 'ratio', 'coverage'])

function readName(mark: TargetMark, issues: Issue[]): TargetPath | undefined {
  const found = mark.attributes['path']
  const known = targetPaths.find((one) => one === found)
  if (found === undefined || known) return known
  const guess = nearest(found, targetPaths)
  const words = { expected: `可以写 ${targetPaths.join('、')}`, expectedEn: `allowed: ${targetPaths.join(', ')}` }
  issues.push(
    issue(badValue, mark.attributeAt('path'), { ...pathKey, found, ...words, ...(guess && { nearest: guess }) }),
  )
  return undefined
}

function readMilestones(mark: TargetMark, target: Read, issues: Issue[]): Target['milestones'] {
  const found = mark.attributes['milestones']
  if (found === undefined) return undefined
  const bad = (expected: string, expectedEn: string) => {
    const params = { key: 'milestones', zh: '中间数', found, expected, expectedEn }
    issues.push(issue(badValue, mark.attributeAt('milestones'), params))
    return undefined
  }
  const set = found.split(/[,，]/).map((part) => /^\s*(\S+?)[:：](-?\d+(?:\.\d+)?)\s*$/.exec(part))
  const points = set.flatMap((part) => (part ? [{ on: part[1] ?? '', value: Number(part[2]) }] : []))
  if (points.length < set.length || points.some(({ on }) => !isRealDate(on).ok))
    return bad('写成 日期:数值，逗号隔开，例如 2024-12-31:40,2025-12-31:70', 'write day:value, separated by commas')
  if (!levels.has(target.kind) && target.kind !== 'cumulative' && target.kind !== 'milestone')
    return bad('只用于存量、比例、覆盖、累计和节点的目标', 'it is for levels, ratios, coverage, totals and milestones')
  const days = [target.baseline?.on ?? target.from, ...points.map(({ on }) => on), target.deadline]
  const inOrder = days.every((day, index) => index === 0 || day === undefined || day > (days[index - 1] ?? ''))
  if (!inOrder)
    return bad('日期要从早到晚，在起点以后、期限以前', 'days in order, after the baseline and before the deadline')
  return points
}
