import { z } from 'zod'
import { dateSpan, id, isoDate, line, named } from '../field.ts'
import type { Place } from '../issue.ts'
import type { Target } from '../target/target.ts'
import type { Block } from './markdown.ts'
import type { Task } from './task.ts'

/** 文种: the fifteen kinds of 《党政机关公文处理工作条例》 and the plan-like kinds in use beside them. */
export const documentKinds = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
  '规划',
  '计划',
  '方案',
  '细则',
  '办法',
  '条例',
  '法律',
  '规定',
  '举措',
  '其他',
] as const

/** 文件关系, read from this document to the other: “本文件〔废止〕那份文件”. */
export const relationTypes = [
  '依据',
  '转发',
  '修改',
  '废止',
  '替代',
  '配套',
  '解读',
  '被修改',
  '被废止',
  '被替代',
] as const

/** 收录程度: how much of the official text stands here. */
export const textKinds = ['full', 'excerpt', 'digest', 'stub'] as const

export const audiences = [
  '小微企业',
  '个体工商户',
  '制造业企业',
  '科技型企业',
  '外贸企业',
  '商贸企业',
  '劳动者',
  '学生',
  '高校毕业生',
  '公众',
  '政府部门',
] as const

/** Front matter of `content/policies/<id>.md`. Field names and rules: policy-domain §3.3 E1. */
export const policyFields = z.strictObject({
  /** Full official title, book-title marks included. */
  title: named('标题', line),
  shortTitle: named('简称', line.optional()),
  /** 发文字号 as printed, e.g. 义政办发〔2021〕38号 (GB/T 9704-2012 §7.2.5). */
  docNumber: named('发文字号', line.optional()),
  /** Why there is no number, e.g. 原文未见. */
  docNumberNote: named('文号说明', line.optional()),
  indexNumber: named('索引号', line.optional()),
  registerNumber: named('统一编号', line.optional()),
  kind: named('文种', z.enum(documentKinds)),
  isNormative: named('是否行政规范性文件', z.boolean().default(false)),
  /** Issuing bodies, the host first; ids of the register of organisations. */
  issuers: named('发文机关', z.array(id).min(1)),
  drafter: named('起草单位', id.optional()),
  addressees: named('主送机关', line.optional()),
  topics: named('主题分类', z.array(line).default([])),
  audiences: named('适用对象', z.array(z.enum(audiences)).default([])),
  region: named('适用区域', z.string().regex(/^\d{6}$/)),
  /** 成文日期; a stub may leave it out and say why in `dateNote`. */
  adoptedOn: named('成文日期', isoDate.optional()),
  dateNote: named('日期说明', line.optional()),
  publishedOn: named('发布日期', isoDate.optional()),
  effectiveFrom: named('施行日期', isoDate.optional()),
  effectiveTo: named('有效期至', isoDate.optional()),
  planPeriod: named('规划期', dateSpan.optional()),
  /** 实施期: the days on which a notice gives or asks something, where they are limited: a holiday, a campaign. */
  activePeriod: named('实施期', dateSpan.optional()),
  /** Validity is computed; an override needs its reason. */
  validity: named(
    '有效性',
    z
      .strictObject({
        is: named(
          '判定',
          z.enum(['有效', '尚未施行', '规划期满', '已过实施期', '已修改', '部分失效', '失效', '废止', '未知']),
        ),
        reason: named('理由', line),
      })
      .optional(),
  ),
  disclosure: named('公开方式', z.enum(['主动公开', '依申请公开', '不予公开'])),
  relations: named(
    '文件关系',
    z
      .array(
        z.strictObject({
          type: named('关系', z.enum(relationTypes)),
          policy: named('文件', id),
          on: named('日期', isoDate.optional()),
          note: named('说明', line.optional()),
        }),
      )
      .default([]),
  ),
  text: named('收录程度', z.enum(textKinds)),
  /** “列第一位的为牵头单位”: the first unit of each 责任单位 leads. */
  leadFirst: named('首位牵头', z.boolean().default(false)),
  source: named('来源', id),
  /** One or two plain sentences for lists, search and feeds; our own words. */
  summary: named('摘要', line.optional()),
  /** The day this record entered the site; orders “最新收录”. */
  addedOn: named('收录日期', isoDate.optional()),
  /** 修订说明: what changed here after publication. */
  changeNotes: named(
    '修订说明',
    z.array(z.strictObject({ on: named('日期', isoDate), note: named('说明', line) })).default([]),
  ),
  /** sha256 of the body, for `text: full`: a changed body needs a change note. */
  bodyHash: named('正文校验码', line.optional()),
})
export type PolicyFields = z.output<typeof policyFields>

/** One numbered part of a policy; ids follow the numbering, never the words. */
export interface Clause {
  readonly id: string // e.g. "c2-1-1"
  readonly label: string // for people: "二（一）1"
  readonly number: string // verbatim: "1."
  readonly ordinal: number
  readonly level: number // 1 一、 2 （一） 3 1. 4 （1） 5 ①
  readonly heading: string // without its number
  readonly place: Place
  readonly blocks: readonly Block[]
  readonly children: readonly Clause[]
}

export interface Policy extends PolicyFields {
  readonly id: string
  readonly file: string
  /** Text before the first heading. */
  readonly preamble: readonly Block[]
  readonly clauses: readonly Clause[]
  readonly targets: readonly Target[]
  readonly tasks: readonly Task[]
  /** Glossary terms that occur in the body, in order of first use, with the clause they occur in. */
  readonly terms: readonly { readonly term: string; readonly clause: string }[]
}

/** All clauses in reading order, parents before children. */
export function allClauses(policy: Pick<Policy, 'clauses'>): Clause[] {
  const flat = (clause: Clause): Clause[] => [clause, ...clause.children.flatMap(flat)]
  return policy.clauses.flatMap(flat)
}
