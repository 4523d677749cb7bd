import { z } from 'zod'
import { id, isoDate, line, named, webAddress } from '../field.ts'
import type { Block } from '../policy/markdown.ts'
import { rule } from './eligibility-rule.ts'

export const measureKinds = [
  '补贴',
  '奖励',
  '减税',
  '降费',
  '减租',
  '贴息',
  '担保',
  '贷款产品',
  '保险',
  '免费服务',
  '消费红包',
  '人才支持',
  '参赛征集',
  '要素指标',
  '倡议',
  '培训',
] as const

export const claimModes = ['免申即享', '即申即享', '承诺兑现', '申报审核', '自动享受'] as const

/** Front matter of `content/measures/<id>.md`: a 惠企事项. What the source does not say is left out and shown as 原文未写. */
export const measureFields = z.strictObject({
  title: named('名称', line),
  kind: named('类别', z.enum(measureKinds)),
  /** The policy it rests on, and the clause of it. */
  policy: named('依据文件', id.optional()),
  clause: named('条款', z.string().optional()),
  /** 兑现单位 */
  provider: named('兑现单位', id.optional()),
  region: named('区域', z.string().regex(/^\d{6}$/)),
  recipients: named('适用对象', line),
  eligibility: named('资格条件', rule),
  amount: named(
    '金额',
    z
      .strictObject({
        value: named('数值', z.number().optional()),
        to: named('上限值', z.number().optional()),
        unit: named('单位', line.optional()),
        per: named('计量对象', line.optional()),
        cap: named('封顶', z.number().optional()),
        form: named('形式', line.optional()),
        /** As the source prints it, e.g. 500元/人. */
        printed: named('原样', line),
      })
      .optional(),
  ),
  windows: named(
    '申领时间',
    z
      .array(
        z.strictObject({
          opens: named('开始', isoDate.optional()),
          closes: named('截止', isoDate.optional()),
          /** Where the source gives only words: 春节期间. */
          words: named('原文时间', line.optional()),
          dateNote: named('时间说明', line.optional()),
          firstCome: named('先到先得', z.boolean().default(false)),
        }),
      )
      .default([]),
  ),
  claimMode: named('兑现方式', z.enum(claimModes).optional()),
  /** 免申即享 needs all four (通城 2022). */
  noApplication: named(
    '免申条件',
    z
      .strictObject({
        clearRecipients: named('受益对象明确', z.boolean().default(false)),
        evidence: named('认定有据', z.boolean().default(false)),
        standardAmount: named('标准数额具体', z.boolean().default(false)),
        inForce: named('文件时限有效', z.boolean().default(false)),
      })
      .optional(),
  ),
  steps: named('办理步骤', z.array(line).default([])),
  materials: named('材料', z.array(line).default([])),
  channel: named(
    '办理渠道',
    z
      .strictObject({
        url: named('网址', webAddress.optional()),
        address: named('地址', line.optional()),
        phone: named('电话', line.optional()),
        note: named('说明', line.optional()),
      })
      .optional(),
  ),
  payoutWithin: named('兑现时限', line.optional()),
  stacking: named('能否叠加', line.optional()),
  /** `倡议` measures encourage, they entitle nobody. */
  entitlement: named('可主张', z.boolean().default(true)),
  /** Ended, suspended…: only where a source says so. */
  ended: named(
    '已终止',
    z.strictObject({ on: named('日期', isoDate.optional()), reason: named('理由', line) }).optional(),
  ),
  source: named('来源', id),
  locator: named('位置', line.optional()),
  summary: named('摘要', line),
})
export type MeasureFields = z.output<typeof measureFields>
export type MeasureWindow = MeasureFields['windows'][number]

/** 免申即享, 自动享受: it comes without an application, so nothing is opened or closed to applicants. */
export function isAutomatic({ claimMode }: Pick<MeasureFields, 'claimMode'>): boolean {
  return claimMode === '免申即享' || claimMode === '自动享受'
}

export interface Measure extends MeasureFields {
  readonly id: string
  readonly file: string
  readonly blocks: readonly Block[]
}
