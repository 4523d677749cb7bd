import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lastDayOf } from '../model/number/date.ts'
import { packageYaml, registersYaml, siteYaml } from './made-root.ts'

/** How large the made-up root is. */
export interface Size {
  /** A multiple of the targets of one plan. */
  readonly targets: number
  readonly months: number
}

/** The day to build it for: the last of 36 months from the opening of the plans. */
export const manyTargetsDay = '2026-12-31'

const perPlan = 40
const kinds = ['cumulative', 'level', 'threshold'] as const

/**
 * Writes a root of made-up plans of 40 targets each into a folder: every target has a figure for each month from 2024-01
 * on, and in its indicator as many neighbours as there are plans. Deterministic.
 */
export async function writeManyTargets(folder: string, { targets, months }: Size): Promise<void> {
  const plans = Array.from({ length: Math.ceil(targets / perPlan) }, (_, at) => at)
  const files = new Map<string, string>([
    ['content/site.yaml', siteYaml],
    ['content/glossary.yaml', 'terms: []\n'],
    ['content/pages/about.mdx', '---\ntitle: 关于\nsummary: 虚构示例。\n---\n\n## 这是什么\n\n虚构示例。\n'],
    ...plans.map((plan): [string, string] => [`content/policies/plan-${plan}.md`, planText(plan)]),
    ['data/registers/datapackage.yaml', registersYaml],
    ['data/registers/regions.csv', `code,name,level\n${plans.map((at) => `${region(at)},地区${at},县\n`).join('')}`],
    ['data/registers/organizations.csv', `id,name,kind,region\noffice,示例办公室,政府办公室,${region(0)}\n`],
    ['data/registers/indicators.csv', indicatorsCsv()],
    ['data/registers/sources.csv', sourcesCsv(plans)],
    ['data/months/datapackage.yaml', monthsYaml],
    ['data/months/observations.csv', observationsCsv(plans, months)],
  ])
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

const numbers = Array.from({ length: perPlan }, (_, at) => at)

function kindOf(target: number): (typeof kinds)[number] {
  return kinds[target % kinds.length] ?? 'level'
}

function region(plan: number): string {
  return String(990100 + plan)
}

function planText(plan: number): string {
  return `---
title: 示例计划${plan}
docNumber: 示政办发〔2024〕${plan + 1}号
kind: 计划
issuers: [office]
region: "${region(plan)}"
adoptedOn: 2024-01-02
publishedOn: 2024-01-02
planPeriod: { from: 2024-01-01, to: 2027-12-31 }
disclosure: 主动公开
text: digest
source: doc
---

示例。

## 一、主要目标

${numbers.map((at) => `:target[${promise(at)}]{#t${at} indicator=i${at} kind=${kindOf(at)}${baseline(at)}}。`).join('\n\n')}
`
}

function promise(target: number): string {
  switch (kindOf(target)) {
    case 'cumulative':
      return '累计新增 6000 家以上'
    case 'level':
      return '达到 3000 家'
    case 'threshold':
      return '不超过 110 家'
  }
}

function baseline(target: number): string {
  return kindOf(target) === 'level' ? ' baseline=1000@2023-12-31' : ''
}

function indicatorsCsv(): string {
  const rows = numbers.map((at) => {
    const kind = kindOf(at) === 'cumulative' ? 'flow,up,示例,sum' : 'stock,up,示例,last'
    return `i${at},指标${at},示例,家,${kind}\n`
  })
  return `id,name,definition,unit,kind,direction,topic,aggregation\n${rows.join('')}`
}

function observationsCsv(plans: readonly number[], months: number): string {
  const rows = plans.flatMap((plan) =>
    numbers.flatMap((target) =>
      Array.from({ length: months }, (_, month) => {
        const value = figure(target, month, plan)
        return `i${target},${region(plan)},${periodOf(target, month)},${value},家,${value}家,${sourceOf(plan, month)}\n`
      }),
    ),
  )
  return `indicator,region,period,value,unit,printed,source\n${rows.join('')}`
}

function figure(target: number, month: number, plan: number): number {
  const ripple = (month * 7 + plan * 3 + target) % 13
  return kindOf(target) === 'level' ? 1000 + 45 * (month + 1) + ripple : 100 + ripple
}

/** A month for an amount, its last day for a count of what is there. */
function periodOf(target: number, month: number): string {
  const [year, number] = [2024 + Math.floor(month / 12), (month % 12) + 1]
  const text = `${year}-${String(number).padStart(2, '0')}`
  return kindOf(target) === 'cumulative' ? text : `${text}-${lastDayOf(year, number)}`
}

/** The monthly reports of one place and one quarter are one source. */
function sourceOf(plan: number, month: number): string {
  return `report-${plan}-${Math.floor(month / 3)}`
}

function sourcesCsv(plans: readonly number[]): string {
  const reports = plans.flatMap((plan) =>
    Array.from({ length: 12 }, (_, at) => `${sourceOf(plan, at * 3)},政府网页,示例月报,示例办公室,,完整,官方发布\n`),
  )
  const document = 'doc,政府文件,示例文件,示例办公室,2024-01-02,完整,官方原文\n'
  return `id,kind,title,publisher,date,completeness,reliability\n${document}${reports.join('')}`
}

const monthsYaml = packageYaml('months', 'observations', {
  observations: 'indicator region period value unit printed source',
})
