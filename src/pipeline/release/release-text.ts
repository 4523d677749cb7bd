import { reasonFor, revisionsIn, selectorOf } from '../../model/release/release-reasons.ts'
import { releaseSummary } from '../../model/release/release-summary.ts'
import type { ReleasePlan } from './release-plan.ts'

/** So many changes of each kind are listed; the rest are counted. */
const listed = 12

const stepNames = { major: '主版本号', minor: '次版本号', patch: '修订号' } as const

/** What a release changes, which version it gets and why, and what is missing: for the editor, line by line. */
export function releaseText(plan: ReleasePlan): string {
  const { dataset, newest, changes, demands, refusals } = plan
  const from = newest ? `${newest.version}（${newest.on}）→ ` : ''
  return [
    `${dataset.id}  ${dataset.title}`,
    `  版本  ${from}${changes.version}（${changes.on}）`,
    `  说明  ${changes.note}`,
    `  变化  ${releaseSummary(changes)}`,
    ...demands.slice(0, 1).map(({ step, why }) => `  理由  ${why}，要加${stepNames[step]}`),
    ...revised(plan),
    ...rows(plan),
    ...missing(plan),
    ...refusals.map((text) => `  不能发布：${text}`),
    '',
  ].join('\n')
}

function revised({ changes }: ReleasePlan): string[] {
  const all = revisionsIn(changes)
  return cut(all, (one) => {
    const to = one.new === undefined ? '删去' : `${one.old} → ${one.new}`
    const reason = reasonFor(one, changes.reasons)
    return `  修订  ${one.table}  ${selectorOf(one)}  ${to}${reason ? `  原因：${reason.text}` : ''}`
  })
}

function rows({ newest, changes }: ReleasePlan): string[] {
  if (!newest) return []
  return changes.tables.flatMap(({ table, diff }) =>
    cut(
      diff?.added ?? [],
      (row) =>
        `  增加  ${table}  ${row
          .filter((cell) => cell !== '')
          .slice(0, 6)
          .join(',')}`,
    ),
  )
}

function missing({ bare }: ReleasePlan): string[] {
  if (bare.length === 0) return []
  const head = `  不能发布：改动公布过的数据要说明原因，还缺 ${bare.length} 处。请加上（多处同因可以只写共同的词，或写 *）：`
  return [head, ...cut(bare, (one) => `    --reason "${selectorOf(one)}: 原因"`)]
}

function cut<T>(all: readonly T[], line: (one: T) => string): string[] {
  const rest = all.length - listed
  return [...all.slice(0, listed).map(line), ...(rest > 0 ? [`    …… 另有 ${rest} 处`] : [])]
}
