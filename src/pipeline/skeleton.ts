import { placeholder } from '../model/policy/placeholder.ts'
import type { Site } from '../model/site.ts'

/** What `npm run new` can write. */
export const skeletonKinds = ['policy', 'measure', 'dataset'] as const
export type SkeletonKind = (typeof skeletonKinds)[number]

/** What a skeleton takes from the site: all that is true of every record of this place. */
export type SkeletonSite = Pick<Site, 'config' | 'regions'>

export interface SkeletonOptions {
  readonly id: string
  /** Absent: a placeholder. */
  readonly title?: string | undefined
}

/**
 * The files of a new record by path. Nothing in them is made up: what only the editor knows is an empty field or a
 * placeholder, and the check names each until it is filled in.
 */
export function skeleton(
  kind: SkeletonKind,
  site: SkeletonSite,
  options: SkeletonOptions,
): ReadonlyMap<string, string> {
  switch (kind) {
    case 'policy':
      return new Map([[`content/policies/${options.id}.md`, policy(site, options)]])
    case 'measure':
      return new Map([[`content/measures/${options.id}.md`, measure(site, options)]])
    default:
      return new Map([
        [`data/${options.id}/datapackage.yaml`, descriptor(options, site)],
        [`data/${options.id}/${options.id}.csv`, 'period,value\n'],
      ])
  }
}

function titleLine({ title }: SkeletonOptions, words: string): string {
  return `title: ${title === undefined ? placeholder(words) : JSON.stringify(title)}`
}

function regionLine({ config }: SkeletonSite): string {
  return config.region ? `region: "${config.region}"` : 'region: # 六位区划代码'
}

function policy(site: SkeletonSite, options: SkeletonOptions): string {
  return `---
${titleLine(options, '官方全称，书名号照写')}
docNumber: # 发文字号，如 某政办发〔2024〕1号；原件没有的改写为 docNumberNote: 原文未见
kind: # 文种：通知、意见、规划、计划、方案、办法……
issuers: [] # 机构标识，见 data/registers/organizations.csv
${regionLine(site)}
adoptedOn: # 成文日期，照原件落款
disclosure: # 公开方式：主动公开、依申请公开、不予公开
text: # 收录程度：full 全文、excerpt 节录、digest 要点、stub 仅题录
source: # 来源标识，见 data/registers/sources.csv
summary: ${placeholder('用一两句白话写清楚这份文件管什么')}
# 收录当天写 addedOn，“最新收录”按它排。
---

## 一、主要目标

${placeholder('按原文的序号写标题，目标的数字写在句子里，外面加标记，写法见编者手册')}

## 二、重点任务

### （一）${placeholder('任务名称')}

${placeholder('任务的要点；原文写有责任单位的，另起一行照录')}
`
}

function measure(site: SkeletonSite, options: SkeletonOptions): string {
  const { region } = site.config
  const place = site.regions.get(region)?.name ?? region
  return `---
${titleLine(options, '事项名称')}
kind: # 类别：补贴、奖励、贷款……，见编者手册
${regionLine(site)}
recipients: ${placeholder('谁可以拿')}
eligibility: # 每个条件一行；只有办理单位知道的写 confirm
  all:
    - { field: region, op: within, value: "${region}", label: 在${place} }
    - { field: confirm, op: unknown, label: ${placeholder('一个条件')} }
# 依据的文件和条款写 policy: 文件标识 与 clause: c2-1-1；金额写 amount；起止日期写 windows。原文没有的不写。
source: # 来源标识，见 data/registers/sources.csv
summary: ${placeholder('用一句白话写清楚给谁、给多少')}
---

${placeholder('补充说明；没有的删去这一段')}
`
}

function descriptor(options: SkeletonOptions, { config }: SkeletonSite): string {
  const { id } = options
  return `name: ${id}
${titleLine(options, '数据集名称')}
description: ${placeholder('这张表收了什么、从哪里来、口径是什么、覆盖哪些地方和时期、哪些没有收以及为什么')}
version: 0.1.0
created: # 建立日期
keywords: []
licenses: []
resources:
  - name: ${id}
    path: ${id}.csv
    schema:
      fields:
        - { name: period, title: 时期, description: ${placeholder('口径')}, type: string, constraints: { required: true } }
        - { name: value, title: 数值, description: ${placeholder('口径和单位')}, type: number }
      primaryKey: period
gongbao:
  disclosure: # 开放属性：无条件开放、受限开放、禁止开放
  updateCycle: # 更新周期：每日、每周、每月、每季、每年、不定期、一次性
  updatedOn: # 数据的更新日期
  provider: # 开放主体${config.publisher ? `，如 ${config.publisher}` : ''}
`
}
