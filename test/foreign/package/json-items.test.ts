import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonItems, valueOffsets } from '../../../src/foreign/package/json-items.ts'

test('the items of a list are where it has them', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (values, indent) => {
      const text = JSON.stringify({ data: { rows: values } }, null, indent)
      const items = [...(jsonItems(text, 'data.rows') ?? [])]
      expect(items.map((item) => JSON.parse(item.text))).toEqual(JSON.parse(JSON.stringify(values)))
      for (const item of items) expect(text.startsWith(item.text, item.offset)).toBe(true)
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
