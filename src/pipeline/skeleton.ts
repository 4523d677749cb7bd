import type { Organization } from '../model/organization.ts'
import type { Site } from '../model/site.ts'

/** What `npm run new` can write. */
export const skeletonKinds = ['policy', 'measure', 'dataset'] as const
export type SkeletonKind = (typeof skeletonKinds)[number]

export interface SkeletonOptions {
  readonly id: string
  readonly title: string
  readonly asOf: string
}

/**
 * The files of a new record by path. They pass the check as they stand, with ids taken from the registers of this
 * site; what the editor must replace is said in a remark beside it.
 */
export function skeleton(kind: SkeletonKind, site: Site, options: SkeletonOptions): ReadonlyMap<string, string> {
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

function policy(site: Site, { title, asOf }: SkeletonOptions): string {
  return `---
title: ${JSON.stringify(title)} # 官方全称，书名号照写
docNumberNote: 原文未见 # 有文号的改写为 docNumber: 某政办发〔2024〕1号
kind: 通知
issuers: [${issuerOf(site)?.id ?? ''}] # 机构标识，见 data/registers/organizations.csv
region: "${site.config.region}"
adoptedOn: ${asOf} # 成文日期
disclosure: 主动公开
text: digest # full 全文、excerpt 节录、digest 要点、stub 仅题录
source: ${firstOf(site.sources)} # 来源标识，见 data/registers/sources.csv
summary: 请用一两句白话写清楚这份文件管什么。
addedOn: ${asOf}
---

## 一、主要目标

请按原文的序号写标题。目标的数字写在句子里，外面加标记，写法见编者手册。

## 二、重点任务

### （一）任务名称

请写任务的要点。原文写有责任单位的，另起一行照录。
`
}

function measure(site: Site, { title }: SkeletonOptions): string {
  const { region } = site.config
  const place = site.regions.get(region)?.name ?? region
  return `---
title: ${JSON.stringify(title)}
kind: 补贴
region: "${region}"
recipients: 请写谁可以拿
eligibility: # 每个条件一行；只有办理单位知道的写 confirm
  all:
    - { field: region, op: within, value: "${region}", label: 在${place} }
    - { field: confirm, op: unknown, label: 请写一个条件 }
# 依据的文件和条款写 policy: 文件标识 与 clause: c2-1-1；金额写 amount；起止日期写 windows。原文没有的不写。
source: ${firstOf(site.sources)} # 来源标识，见 data/registers/sources.csv
summary: 请用一句白话写清楚给谁、给多少。
---

请补充说明；没有的可以删掉这一段。
`
}

function descriptor({ id, title, asOf }: SkeletonOptions, site: Site): string {
  return `name: ${id}
title: ${JSON.stringify(title)}
description: 请写清楚这张表收了什么、从哪里来、口径是什么、覆盖哪些地方和时期、哪些没有收以及为什么，让没有看过原文的人也能放心引用。
version: 0.1.0
created: ${asOf}
keywords: []
licenses: []
resources:
  - name: ${id}
    path: ${id}.csv
    schema:
      fields:
        - { name: period, title: 时期, description: 请写口径。, type: string, constraints: { required: true } }
        - { name: value, title: 数值, description: 请写口径和单位。, type: number }
      primaryKey: period
gongbao:
  disclosure: 无条件开放
  updateCycle: 不定期
  updatedOn: ${asOf}
  provider: ${JSON.stringify(site.config.publisher)}
`
}

/** The office that documents of this place come from, to start with. */
function issuerOf({ organizations, config }: Site): Organization | undefined {
  const own = [...organizations.values()].filter(({ region }) => region === config.region)
  const byKind = (kind: Organization['kind']) => own.find((one) => one.kind === kind)
  return byKind('政府办公室') ?? byKind('政府') ?? own[0] ?? [...organizations.values()][0]
}

function firstOf(register: ReadonlyMap<string, unknown>): string {
  return register.keys().next().value ?? ''
}
