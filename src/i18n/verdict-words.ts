import { formatShare } from '../model/number/format.ts'
import type { Assessment } from '../progress/assessment.ts'
import { formatPace } from '../progress/formula.ts'
import { statusWords } from './status.ts'

type Judged = Pick<Assessment, 'status' | 'p' | 'pace' | 'formula'>

/**
 * 待最终数据，完成比例 92.3%: the verdict and its number in one line, the same wherever it is repeated — in the table,
 * in the name of the picture and in the data for search engines.
 */
export function verdictWords(assessment: Judged): string {
  const { zh } = statusWords[assessment.status]
  const number = verdictNumber(assessment)
  return number ? `${zh}，${number.name} ${number.text}` : zh
}

/** The number that goes with a status: the achieved share, or the pace where there is no share. */
export function verdictNumber({
  p,
  pace,
  formula,
}: Judged): { readonly name: string; readonly value: number; readonly text: string } | undefined {
  if (p !== undefined) return { name: shareName(formula), value: p, text: formatShare(p) }
  return pace === undefined ? undefined : { name: '快慢比', value: pace, text: formatPace(pace) }
}

/** As the formula calls it: 完成比例, or 达到比例 where periods are counted. */
function shareName(formula: Judged['formula']): string {
  const line = formula.find(({ parts: [first] }) => typeof first === 'object' && first.symbol === 'p')
  return line?.label.zh ?? '完成比例'
}
