import { formatDate } from '../../model/number/date.ts'
import { promiseText } from '../../model/target/promise.ts'
import type { Target } from '../../model/target/target.ts'
import type { Assessment } from '../../progress/assessment.ts'
import { judgedFigure, shareWords } from './judged-figure.ts'

/** The heading of a target's chart: what the picture shows, as one conclusion. */
export function chartTitle(target: Target, assessment: Assessment): string {
  const figure = assessment.series.length > 0 ? judgedFigure(target, assessment, true) : undefined
  if (figure) return `${target.title}：${[figure, shareWords(target, assessment)].filter((part) => part).join('，')}`
  const goal = promiseText(target)
  if (target.every) return `${target.title}：${goal}，有没有做到没有公开`
  if (target.deadline) return `${target.title}：到${endOf(target.deadline)}要 ${goal}，走到哪里没有公开`
  return `${target.title}：要求 ${goal}，没有期限，也没有公开数字`
}

/** What the lines and marks of the chart mean; only those that are drawn. */
export function chartSubtitle(
  kind: string,
  unit: string | undefined,
  drawn: { readonly path: boolean; readonly figures: boolean; readonly before: boolean; readonly empty: boolean },
): string {
  const marks = [
    drawn.path ? '虚线为目标路径' : '',
    drawn.figures ? '实线与圆点为公开数字' : '',
    drawn.empty ? '斜纹为没有数字的时段' : '',
    drawn.before ? '空心菱形为规划期前的数字' : '',
  ].filter((mark) => mark !== '')
  const measured = [kind, unit === '比率' ? '%' : unit].filter((part) => part).join('，')
  return [measured, marks.join('，')].filter((part) => part !== '').join('；')
}

/** 2023年底 for the last day of a year. */
function endOf(day: string): string {
  return day.endsWith('-12-31') ? `${day.slice(0, 4)}年底` : formatDate(day, 'zh')
}
