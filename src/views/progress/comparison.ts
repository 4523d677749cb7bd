import type { Indicator } from '../../model/register/indicator.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { type Target, targetKey } from '../../model/target/target.ts'
import { compareText } from '../../model/text-order.ts'
import type { Assessment } from '../../progress/assessment.ts'
import type { Board } from '../../progress/board.ts'
import { allTargets } from './elsewhere.ts'

/** An amount for every ten thousand inhabitants, and the population that it was divided by. */
export interface PerInhabitants {
  readonly value: number
  readonly unit: string
  readonly population: Observation
}

/** A promise beside others of the same definition. */
export interface ComparedPromise {
  readonly target: Target
  readonly assessment: Assessment
  /** Of what is promised. Absent where no population was published for the place by then. */
  readonly promised?: PerInhabitants | undefined
  /** Of the latest figure. */
  readonly latest?: PerInhabitants | undefined
}

/** What looks the same and is counted otherwise: shown beside, never in one series. */
export interface OtherDefinition {
  readonly indicator: Indicator
  readonly why: string
  readonly targets: readonly Target[]
  /** How many figures there are. */
  readonly figures: number
}

/** One promise in several places. */
export interface Comparison {
  /** By region, then deadline. */
  readonly promises: readonly ComparedPromise[]
  readonly regions: number
  /** Near matches, by either side of the register, those that are promised somewhere first. */
  readonly others: readonly OtherDefinition[]
}

type Compared = Pick<Site, 'policies' | 'indicators' | 'observations'> & {
  /** Names the indicator that counts the inhabitants of a place; without one nothing is divided. */
  readonly config: Pick<SiteConfig, 'populationIndicator'>
}

const inhabitants = 10_000

/** All promises of one indicator side by side. Same indicator means same definition (DESIGN §4.3). */
export function comparisonOf(site: Compared, board: Board, indicator: Indicator): Comparison {
  const targets = allTargets(site)
  const own = targets
    .filter((target) => target.indicator === indicator.id)
    .sort((a, b) => compareText(a.region, b.region) || compareText(a.deadline ?? '', b.deadline ?? ''))
  const perInhabitants = divider(site, indicator)
  return {
    promises: own.flatMap((target): ComparedPromise[] => {
      const assessment = board.assessments.get(targetKey(target))
      if (!assessment) return []
      const { latest } = assessment
      return [
        {
          target,
          assessment,
          promised: perInhabitants(target.region, target.value, target.deadline),
          latest: latest && perInhabitants(latest.region, latest.value, latest.period.end),
        },
      ]
    }),
    regions: new Set(own.map(({ region }) => region)).size,
    others: nearOf(site, indicator)
      .map(({ other, why }) => ({
        indicator: other,
        why,
        targets: targets.filter((target) => target.indicator === other.id),
        figures: site.observations.filter((row) => row.indicator === other.id).length,
      }))
      .sort((a, b) => Number(b.targets.length > 0) - Number(a.targets.length > 0)),
  }
}

/** How to divide by inhabitants, where the indicator allows it: shares, rates, ranks and days cannot be divided. */
type Divide = (region: string, value: number | undefined, on: string | undefined) => PerInhabitants | undefined

/** Divides by the population of the same place, as last published for a day on or before `on`. */
function divider({ observations, config }: Compared, { kind, unit }: Indicator): Divide {
  if ((kind !== 'flow' && kind !== 'stock') || unit === '比率') return () => undefined
  const rows = observations.filter((row) => row.indicator === config.populationIndicator)
  const replaced = new Set(rows.map((row) => row.supersedes))
  const populations = rows
    .filter((row) => !replaced.has(row.id) && (!row.status || counted.has(row.status)) && row.value > 0)
    .sort((a, b) => compareText(a.period.end, b.period.end) || compareText(a.id, b.id))
  return (region, value, on) => {
    if (value === undefined || on === undefined) return undefined
    const nearest = populations.findLast((row) => row.region === region && row.period.end <= on)
    return nearest && { value: significant((value / nearest.value) * inhabitants), unit, population: nearest }
  }
}

const counted: ReadonlySet<string> = new Set(['初步', '正式', '修订'])

/** Three significant digits: enough to compare, and no more than a population is known to. */
function significant(value: number): number {
  return Number(value.toPrecision(3))
}

/** The register writes a near match once; it holds from both sides. */
function nearOf(
  { indicators }: Pick<Site, 'indicators'>,
  indicator: Indicator,
): { readonly other: Indicator; readonly why: string }[] {
  const own = indicator.nearMatches.flatMap((match) => {
    const other = indicators.get(match.indicator)
    return other ? [{ other, why: match.why }] : []
  })
  const named = new Set(own.map(({ other }) => other.id))
  const reverse = [...indicators.values()].flatMap((other) => {
    const match = named.has(other.id) ? undefined : other.nearMatches.find((one) => one.indicator === indicator.id)
    return match ? [{ other, why: match.why }] : []
  })
  return [...own, ...reverse]
}
