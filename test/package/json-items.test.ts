import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from '../../src/package/json-fault.ts'
import { jsonItems, valueOffsets } from '../../src/package/json-items.ts'

test('the items of a list are where it has them', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (values, indent) => {
      const text = JSON.stringify({ data: { rows: values } }, null, indent)
      const items = jsonItems(text, 'data.rows')
      expect(items?.map((item) => JSON.parse(item.text))).toEqual(JSON.parse(JSON.stringify(values)))
      for (const item of items ?? []) expect(text.startsWith(item.text, item.offset)).toBe(true)
    }),
  )
})

test('the parts of an item are where it has them', () => {
  const item = ' {"a": [1, {"b": "]"}], "c\\"d": null}'
  const offsets = valueOffsets(item)
  expect([...offsets].map(([key, at]) => [key, item.slice(at, at + 4)])).toEqual([
    ['a', '[1, '],
    ['c"d', 'null'],
  ])
  expect([...valueOffsets('["x", 2]').values()]).toEqual([1, 6])
})

test('there is no list where there is none', () => {
  expect(jsonItems('{"rows": 1}', 'rows')).toBeUndefined()
  expect(jsonItems('{"rows": []}')).toBeUndefined()
  expect(jsonItems('[]', 'rows')).toBeUndefined()
})

test('a fault is found where the text stops being JSON', () => {
  expect(jsonFault('[1,]')).toBe(3)
  expect(jsonFault('{"a" 1}')).toBe(5)
  expect(jsonFault('[1] 2')).toBe(4)
  expect(jsonFault('[01]')).toBe(2)
  expect(jsonFault('')).toBe(0)
})

test('agrees with the parser of the platform', () => {
  const text = fc.oneof(
    fc.json(),
    fc.json().chain((json) => fc.nat(json.length).map((at) => json.slice(0, at) + json.slice(at + 1))),
  )
  fc.assert(
    fc.property(text, (json) => {
      let isJson = true
      try {
        JSON.parse(json)
      } catch {
        isJson = false
      }
      // Control characters in strings are the one thing it does not look at.
      fc.pre([...json].every((sign) => sign >= ' '))
      expect(jsonFault(json) === undefined).toBe(isJson)
    }),
  )
})
