import { formatDate } from '../../model/number/date.ts'
import type { Policy } from '../../model/policy/policy.ts'
import type { Validity } from '../../model/policy/validity.ts'
import type { RelationLine } from './policy-relations.ts'

/** A remark above the text of a policy. */
export interface PolicyNotice {
  readonly title: string
  readonly text: string
  /** Only for what is no longer in force. */
  readonly attention: boolean
  /** Leads to the dashboard of the plan. */
  readonly plan: boolean
}

interface Standing {
  /** Computed validity and why. */
  readonly validity: Validity['is']
  readonly reason?: string | undefined
  readonly relations: readonly RelationLine[]
  /** Promises whose deadline has passed without a public figure. */
  readonly withoutFigure: number
  /** Benefits that rest on the policy, and how many of them nobody can claim any more. */
  readonly benefits?: { readonly total: number; readonly over: number }
  readonly asOf: string
}

/** What a reader must know before reading: force, the end of the plan and of its benefits, how much of the text is here. */
export function policyNotices(policy: Policy, standing: Standing): PolicyNotice[] {
  return [...force(standing), ...planOver(policy, standing), ...benefitsOver(standing), ...incomplete(policy)]
}

function force({ validity, reason }: Standing): PolicyNotice[] {
  const because = reason ? `${reason}。` : ''
  switch (validity) {
    case '废止':
    case '失效':
      return [{ title: `本文件已${validity}`, text: `${because}仅供查考。`, attention: true, plan: false }]
    case '已修改':
    case '部分失效':
      return [{ title: `本文件${validity}`, text: `${because}引用前请核对现行文本。`, attention: false, plan: false }]
    case '已过实施期':
      return [{ title: '本文件已过实施期', text: `${because}条款和数额留作查考。`, attention: true, plan: false }]
    case '尚未施行':
      return [{ title: '本文件尚未施行', text: because, attention: false, plan: false }]
    default:
      return []
  }
}

function planOver(policy: Policy, { asOf, relations, withoutFigure }: Standing): PolicyNotice[] {
  const end = policy.planPeriod?.to
  if (!end || end >= asOf) return []
  const followed = relations.some((line) => line.label === '被替代')
  const total = policy.targets.length
  const figures = withoutFigure > 0 ? `${total} 项目标中 ${withoutFigure} 项没有检索到公开完成数。` : ''
  return [
    {
      title: `规划期已于${formatDate(end, 'zh')}结束`,
      text: followed ? figures : `没有登记后续文件或结项说明${figures ? `；${figures}` : '。'}`,
      attention: false,
      plan: total > 0,
    },
  ]
}

/** A notice can stay in force while everything it gives is over; a reader must not look for it in vain. */
function benefitsOver({ benefits }: Standing): PolicyNotice[] {
  if (!benefits || benefits.total === 0 || benefits.over < benefits.total) return []
  return [
    {
      title: `文件里的 ${benefits.total} 项惠企事项都已截止或终止`,
      text: '现在不能申领；条款和数额留作查考。',
      attention: false,
      plan: false,
    },
  ]
}

function incomplete(policy: Policy): PolicyNotice[] {
  if (policy.text === 'stub') {
    return [
      {
        title: '仅题录',
        text: '只在别处见到这份文件的名称，正文没有收录。若您有原件或正式公布的网页，请告诉我们。',
        attention: false,
        plan: false,
      },
    ]
  }
  if (policy.text === 'excerpt') {
    return [{ title: '节录', text: '只收录了部分条文，引用请核对原件。', attention: false, plan: false }]
  }
  return []
}
