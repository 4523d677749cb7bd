import { formatShare } from '../model/number/format.ts'
import { periodLabel } from '../model/number/period.ts'
import { promiseText } from '../model/target/promise.ts'
import type { Target } from '../model/target/target.ts'
import type { Assessment, StatusId } from '../progress/assessment.ts'
import { figureWords } from '../views/progress/figure-words.ts'
import { escapeXml, xy } from './markup.ts'

/** The goal stands at four fifths: the track runs to 125 % of the target. */
const width = 240
const goalAt = 192

/**
 * One target in 240 × 20: track, goal, pace of time, latest figure in the colour of its status. Without figures the
 * track is dashed and empty. A figure from before the period is a hollow diamond. Empty text where there is nothing to
 * draw: no number was promised, or nothing is known and nothing can be.
 */
export function bulletSvg(target: Target, assessment: Assessment): string {
  const goal = target.kind === 'coverage' ? (target.value ?? 1) : target.value
  const bare = assessment.series.length === 0 && assessment.before.length === 0
  const neutral = assessment.status === 'unable' || assessment.status === 'unquantified'
  if (goal === undefined || goal <= 0 || (neutral && bare)) return ''
  const share = shareOf(target, goal, assessment)
  const body =
    share === undefined
      ? `<rect class="bullet__track bullet__track--empty" x="0.5" y="6.5" width="${width - 1}" height="7"/>`
      : `<rect class="bullet__track" x="0.5" y="4.5" width="${width - 1}" height="11"/>${bar(share, assessment.status)}`
  const pace = share === undefined || assessment.q === undefined ? '' : paceTick(assessment.q)
  const marks = `${pace}<path class="bullet__goal" d="M${goalAt} 2v16"/>${share === undefined ? before(target, goal, assessment) : ''}`
  return (
    `<svg class="bullet" viewBox="0 0 ${width} 20" role="img" aria-label="${escapeXml(nameOf(target, assessment))}">` +
    `${body}${marks}</svg>`
  )
}

/** Where the bar ends, as a share of the target; the achieved share where the target has one. */
function shareOf(target: Target, goal: number, assessment: Assessment): number | undefined {
  if (!assessment.latest) return undefined
  if (target.baseline && target.kind !== 'rate' && assessment.p !== undefined) return assessment.p
  const judged = assessment.inputs.findLast(
    ({ symbol }) => symbol === 'S' || symbol === 'ĝ' || symbol === 'y' || /^S_\d{4}$/.test(symbol),
  )
  return typeof judged?.value === 'number' ? judged.value / goal : assessment.latest.value / goal
}

function bar(share: number, status: StatusId): string {
  const color = `class="bullet__value bullet__value--${status}"`
  if (share < 0) return `<path ${color} d="M1 10l9-6v12z"/>`
  const end = Math.min(width - 2, share * goalAt)
  const arrow = share * goalAt > width - 2 ? `<path ${color} d="M${width - 10} 4v12l9-6z"/>` : ''
  return `<rect ${color} x="1" y="7" width="${xy(arrow ? width - 12 : end)}" height="6"/>${arrow}`
}

function paceTick(q: number): string {
  return `<path class="bullet__pace" d="M${xy(q * goalAt)} 1v18"/>`
}

/** The latest figure from before the period: a diamond, or an arrow where it is off the scale. */
function before(target: Target, goal: number, assessment: Assessment): string {
  const value = assessment.before.at(-1)?.value
  if (value === undefined || target.kind === 'rate') return ''
  const x = (value / goal) * goalAt
  if (x > width - 6) return `<path class="bullet__base" d="M${width - 12} 5v10l9-5z"/>`
  return x < 6 ? '' : `<path class="bullet__base" d="M${xy(x)} 4.5l5.5 5.5-5.5 5.5-5.5-5.5z"/>`
}

function nameOf(target: Target, { latest, before: earlier, p, q }: Assessment): string {
  const parts = [`${target.title}：目标${promiseText(target)}`]
  if (latest) parts.push(`${periodLabel(latest.period, 'zh')} ${figureWords(latest)}`)
  else parts.push('没有公开数字')
  if (latest && p !== undefined) parts.push(`完成比例 ${formatShare(p)}`)
  if (latest && q !== undefined) parts.push(`时间进度 ${formatShare(q)}`)
  const reference = latest ? undefined : earlier.at(-1)
  if (reference) parts.push(`${periodLabel(reference.period, 'zh')} ${figureWords(reference)}，规划期前`)
  return parts.join('；')
}
