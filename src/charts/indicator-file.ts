import { indicatorKindWords } from '../i18n/words.ts'
import type { Indicator } from '../model/register/indicator.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Site } from '../model/site.ts'
import { doubtLines } from '../views/data/doubt.ts'
import { indicatorFacts } from '../views/data/indicator-facts.ts'
import { chartFile, type Drawing, innerWidth } from './chart-file.ts'
import { seriesDrawing } from './series-chart.ts'
import { dotsOf } from './series-dots.ts'
import { multiplesDrawing } from './small-multiples.ts'
import { mostDoubts, sourceLine } from './source-line.ts'

/** Figures of one place that make a picture: at least two periods. */
interface Place {
  readonly region: string
  readonly observations: readonly Observation[]
}

/** Places whose figures make a picture, the one with most figures first, at most `mostPlaces`; one figure makes none. */
export function drawnPlaces(places: readonly Place[]): readonly Place[] {
  return places
    .filter(({ observations }) => {
      const periods = dotsOf(observations, false).map(({ row }) => row.period.text)
      return new Set(periods).size > 1
    })
    .slice(0, mostPlaces)
}

/** More panels than this are no picture; the table of the page has the other places. */
export const mostPlaces = 24

/** More places than this in one picture cannot be told apart as lines; each then has a panel of its own. */
export const mostLines = 4

/** An indicator over time as a file, all places in one picture; nothing where no place has two figures. */
export function indicatorFile(site: Site, indicator: Indicator, address: string): string | undefined {
  const places = drawnPlaces(indicatorFacts(site, indicator.id).regions)
  const nameOf = ({ region }: Place) => site.regions.get(region)?.name ?? region
  const options = { id: 'series', title: indicator.name, unit: indicator.unit, stock: indicator.kind === 'stock' }
  const series = places.map((one) => ({ name: nameOf(one), observations: one.observations }))
  const drawing: (Drawing & { readonly title: string }) | undefined =
    places.length > mostLines ? multiplesDrawing(series, options, innerWidth) : seriesDrawing(series, options)
  if (!drawing) return undefined
  const unit = indicator.unit === '比率' ? '%' : indicator.unit
  const subtitle = `${indicatorKindWords[indicator.kind].zh}，${unit}；同类时期相接才连线，来源不一处不连`
  const used = new Set(places.flatMap(({ observations }) => observations.map((one) => one.source)))
  const said = sourceLine(site, used)
  const doubts = doubtLines(places.flatMap(({ observations }) => observations))
  return chartFile({
    title: drawing.title,
    description: `${[subtitle, ...doubts].join('。')}。${said}。截至 ${site.asOf}。`,
    heading: `${indicator.name}：${places.map(nameOf).join('、')}`,
    subtitle,
    drawing,
    source: [...doubts.slice(0, mostDoubts), said, `${site.config.name} · 截至 ${site.asOf} · ${address}`],
  })
}
