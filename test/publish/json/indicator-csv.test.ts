import { expect, test } from 'vitest'
import { indicatorCsv } from '../../../src/publish/json/indicator-csv.ts'
import { indicatorFacts } from '../../../src/views/data/indicator-facts.ts'
import { exampleCity } from '../../example-city.ts'

const { site } = await exampleCity()

test('every figure of an indicator is a row with its printed form, its source and its place in the data', () => {
  for (const indicator of site.indicators.values()) {
    const [header = '', ...lines] = indicatorCsv(site, indicator).trimEnd().split('\n')
    const { observations } = indicatorFacts(site, indicator.id)
    expect(lines).toHaveLength(observations.length)
    const columns = header.split(',')
    lines.forEach((line, index) => {
      const one = observations[index]
      if (line.includes('"') || !one) return
      const cells = line.split(',')
      const at = (name: string) => cells[columns.indexOf(name)]
      expect([at('indicator'), at('region'), at('period'), at('value'), at('dataset'), at('row')]).toEqual([
        indicator.id,
        one.region,
        one.period.text,
        String(one.value),
        one.dataset,
        String(one.place.line),
      ])
    })
  }
})

test('an indicator without figures has the header alone', () => {
  const [indicator] = site.indicators.values()
  if (!indicator) throw new Error('the city has no indicator')
  expect(indicatorCsv({ ...site, observations: [] }, indicator)).toMatch(
    /^indicator_name,region_name,indicator,[^\n]+\n$/,
  )
})
