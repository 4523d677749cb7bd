import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlace, writePlace } from '../../../src/browser/query/address.ts'
import {
  addFilter,
  addMeasure,
  dropMeasure,
  type Edit,
  removeFilter,
  setAcross,
  setFilter,
  setGroup,
  setMeasure,
  sortBy,
  toPage,
} from '../../../src/browser/query/edit.ts'
import type { Filter } from '../../../src/browser/query/filter.ts'
import type { AggregateName } from '../../../src/browser/query/group.ts'
import { emptyQuery, type Measure, type Query, withoutOpen } from '../../../src/browser/query/query.ts'

const column = fc.constantFrom('region', 'period', 'value')
const text = fc.constantFrom('', '330782', '5.2万', '10亿', '2021', '１０', '乱写', 'a&b=c')
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ column, op: fc.constant('in' as const), values: fc.uniqueArray(text, { maxLength: 2 }) }),
  fc.record({ column, op: fc.constant('has' as const), text }),
  fc.record({ column, op: fc.constant('range' as const), from: text, to: text }),
  fc.record({ column, op: fc.constantFrom('missing' as const, 'present' as const) }),
)
const measure: fc.Arbitrary<Measure> = fc.record({
  name: fc.constantFrom<AggregateName>('sum', 'mean', 'max'),
  column: fc.constant('value'),
})
const place = fc.nat({ max: 2 })

/** What the controls of the page do, each with what it was given when it was drawn. */
const edit: fc.Arbitrary<{ readonly do: Edit; readonly keepsFilters: boolean }> = fc.oneof(
  fc
    .oneof(
      filter.map(addFilter),
      fc.tuple(place, filter).map(([at, one]) => setFilter(at, one)),
      place.map(removeFilter),
    )
    .map((one) => ({ do: one, keepsFilters: false })),
  fc
    .oneof(
      fc.tuple(place, fc.constantFrom('', 'region', 'period')).map(([at, name]) => setGroup(at, name)),
      fc.constantFrom(undefined, 'period').map(setAcross),
      fc.tuple(place, measure).map(([at, one]) => setMeasure(at, one)),
      measure.map((one) => addMeasure(() => one)),
      fc.constant(dropMeasure),
      fc.constantFrom('region', 'value.sum').map(sortBy),
      fc.integer({ min: 1, max: 5 }).map(toPage),
    )
    .map((one) => ({ do: one, keepsFilters: true })),
)

test('any choices in any order give what their address gives when it is opened afresh', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 14 }), (edits) => {
      let query: Query = emptyQuery
      for (const one of edits) {
        const next = one.do(query)
        if (one.keepsFilters) expect(next.filters).toEqual(query.filters)
        query = next
      }
      const said = withoutOpen(query)
      const address = writePlace({ dataset: 'd', query: said })
      const again = readPlace(address).query
      expect(again).toEqual({ ...said, filters: said.filters.map(bare) })
      expect(writePlace({ dataset: 'd', query: again })).toBe(address)
    }),
    { numRuns: 300 },
  )
})

test('two conditions of one sort on one column stay two', () => {
  const filters: Filter[] = [
    { column: 'region', op: 'in', values: ['a', 'b'] },
    { column: 'region', op: 'in', values: ['b'] },
  ]
  const address = writePlace({ dataset: 'd', query: { ...emptyQuery, filters } })
  expect(readPlace(address).query.filters).toEqual(filters)
})

/** An open end is not written. */
function bare(one: Filter): Filter {
  if (one.op !== 'range') return one
  return { column: one.column, op: 'range', ...(one.from && { from: one.from }), ...(one.to && { to: one.to }) }
}
