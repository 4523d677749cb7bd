import type { Indicator } from '../../model/register/indicator.ts'
import type { Site } from '../../model/site.ts'
import { indicatorFacts } from '../../views/data/indicator-facts.ts'
import { guardCells, toCsv } from '../formats/csv-text.ts'
import { observationCells, observationColumns } from './observation-cells.ts'

const header = ['indicator_name', 'region_name', ...observationColumns, 'dataset', 'row']

/**
 * Every figure of an indicator, by place and time, from all datasets; sources that disagree stand in rows of their
 * own. `row` is the line in the file of its dataset.
 */
export function indicatorCsv(
  site: Pick<Site, 'observations' | 'policies' | 'indicators' | 'regions' | 'sources'>,
  indicator: Indicator,
): string {
  return toCsv([
    header,
    ...indicatorFacts(site, indicator.id).observations.map((one) =>
      guardCells([
        indicator.name,
        site.regions.get(one.region)?.name,
        ...observationCells(site, one),
        one.dataset,
        one.place.line,
      ]),
    ),
  ])
}
