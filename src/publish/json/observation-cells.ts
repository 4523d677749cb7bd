import type { Observation } from '../../model/register/observation.ts'
import { sourceName } from '../../model/register/source.ts'
import type { Site } from '../../model/site.ts'

/** Columns of a figure in the CSV beside a chart: what it says, how it is printed, and the way back to its source. */
export const observationColumns = [
  'indicator',
  'region',
  'period',
  'start',
  'end',
  'value',
  'unit',
  'printed',
  'approx',
  'status',
  'source',
  'source_name',
  'source_date',
  'source_url',
  'locator',
  'doubt',
  'doubt_since',
  'note',
] as const

/** The cells of one figure, in the order of `observationColumns`. */
export function observationCells(
  site: Pick<Site, 'sources'>,
  one: Omit<Observation, 'note'> & { readonly note?: string | undefined },
) {
  const source = site.sources.get(one.source)
  return [
    one.indicator,
    one.region,
    one.period.text,
    one.period.start,
    one.period.end,
    one.value,
    one.unit,
    one.printed,
    one.approx,
    one.status,
    one.source,
    source && sourceName(source),
    source?.date,
    source?.url,
    one.locator,
    one.doubt,
    one.doubtSince,
    one.note,
  ]
}
