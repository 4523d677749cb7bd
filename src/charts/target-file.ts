import { statusWords } from '../i18n/status.ts'
import { targetKindWords } from '../i18n/words.ts'
import type { Policy } from '../model/policy/policy.ts'
import type { Site } from '../model/site.ts'
import type { Target } from '../model/target/target.ts'
import type { Assessment } from '../progress/assessment.ts'
import { doubtLines } from '../views/data/doubt.ts'
import { chartSubtitle, chartTitle } from '../views/progress/chart-words.ts'
import { chartFile } from './chart-file.ts'
import { mostDoubts, sourceLine } from './source-line.ts'
import { statusMark } from './status-shape.ts'
import { targetDrawing } from './target-chart.ts'
import { type TargetPlot, targetPlot } from './target-plot.ts'

/** True where a target has a chart: a figure, or a number with a date. */
export function hasPicture(target: Target, assessment: Assessment): boolean {
  return targetPlot(target, assessment) !== undefined
}

/** What the marks of a target's chart mean. */
export function targetSubtitle(target: Target, assessment: Assessment, plot: TargetPlot | undefined): string {
  return chartSubtitle(targetKindWords[target.kind].zh, target.unit, {
    path: (plot?.paths.length ?? 0) > 0,
    figures: assessment.series.length > 0,
    before: (plot?.before.length ?? 0) > 0,
    empty: plot?.empty !== undefined,
  })
}

/** Sources of the figures in a target's chart, each once. */
export function targetSources(assessment: Assessment, plot: TargetPlot | undefined): string[] {
  const before = (plot?.before ?? []).flatMap((point) => point.row?.source ?? [])
  return [...new Set([...before, ...assessment.series.map((one) => one.source)])]
}

/**
 * The chart of a target as a file; nothing where there is nothing to draw. `address` is where its page stands,
 * without the protocol.
 */
export function targetFile(
  site: Site,
  policy: Policy,
  target: Target,
  assessment: Assessment,
  address: string,
): string | undefined {
  const event = policy.adoptedOn === undefined ? undefined : { day: policy.adoptedOn, name: '成文' }
  const drawing = targetDrawing(target, assessment, { id: 'way', event })
  if (!drawing) return undefined
  const status = statusWords[assessment.status].zh
  const place = site.regions.get(target.region)?.name ?? ''
  const subtitle = targetSubtitle(target, assessment, drawing.plot)
  const said = sourceLine(site, targetSources(assessment, drawing.plot), policy.docNumber ?? policy.title)
  const doubts = doubtLines([...assessment.before, ...assessment.series])
  return chartFile({
    title: `${place}${drawing.title}；状态：${status}`,
    description: `${[subtitle, ...doubts].join('。')}。${said}。截至 ${assessment.asOf}。`,
    heading: `${place}${chartTitle(target, assessment)}`,
    subtitle,
    badge: {
      mark: (x, y) => statusMark(assessment.status, x, y),
      text: `${status}（截至 ${assessment.asOf}，按公开数字）`,
    },
    drawing,
    source: [...doubts.slice(0, mostDoubts), said, `${site.config.name} · 截至 ${assessment.asOf} · ${address}`],
  })
}
