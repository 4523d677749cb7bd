import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Place, readPlace, writePlace } from '../../../src/browser/query/address.ts'

test('an address can be read by people', () => {
  const place: Place = {
    dataset: 'yw-economy',
    version: '1.0.0',
    table: 'observations',
    query: {
      filters: [
        { column: 'region', op: 'in', values: ['330782', '330700'] },
        { column: 'value', op: 'range', from: '10' },
        { column: 'note', op: 'missing' },
      ],
      groups: ['period'],
      across: 'region',
      measures: [{ name: 'sum', column: 'value' }],
      sort: [{ column: 'value.sum', descending: true }],
      page: 2,
    },
  }
  const address =
    '?dataset=yw-economy&version=1.0.0&table=observations&region.in=330782&region.in=330700&value.from=10&note.missing=&group=period&across=region&measure=value.sum&sort=value.sum.desc&page=2'
  expect(writePlace(place)).toBe(address)
  expect(readPlace(address)).toEqual(place)
})

test('every query comes back from its address', () => {
  const name = fc.constantFrom('value', '数值', 'a.b', 'in', 'note')
  const text = fc.string({ unit: fc.constantFrom('甲', 'a', '&', '=', ' ', '+', '.'), minLength: 1, maxLength: 5 })
  const filter = fc.oneof(
    fc.record({ column: name, op: fc.constant('in' as const), values: fc.array(text, { minLength: 1, maxLength: 3 }) }),
    fc.record({ column: name, op: fc.constant('has' as const), text }),
    fc.record({ column: name, op: fc.constant('range' as const), from: text, to: text }),
    fc.record({ column: name, op: fc.constantFrom('missing' as const, 'present' as const) }),
  )
  const query = fc.record({
    // One condition for each column: two lists of values of one column are one condition.
    filters: fc.uniqueArray(filter, { selector: ({ column }) => column, maxLength: 4 }),
    groups: fc.uniqueArray(name, { maxLength: 2 }),
    measures: fc.array(
      fc.oneof(
        fc.constant({ name: 'count' as const }),
        fc.record({ name: fc.constantFrom('sum' as const, 'median' as const), column: name }),
      ),
      { maxLength: 2 },
    ),
    sort: fc.array(fc.record({ column: name, descending: fc.boolean() }), { maxLength: 2 }),
    page: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(query, (asked) => {
      const place = { dataset: 'made-up', table: 't', query: asked }
      expect(readPlace(writePlace(place))).toEqual(place)
    }),
  )
})

test('what cannot be read is left out', () => {
  expect(readPlace('?page=-3&measure=value.destroy&measure=.sum&x=1').query).toEqual({
    filters: [],
    groups: [],
    across: undefined,
    measures: [],
    sort: [],
    page: 1,
  })
})
