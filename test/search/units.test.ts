import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gap, unitsOf } from '../../src/search/units.ts'

const texts = (text: string) => unitsOf(text).map((unit) => unit.text)

test.each([
  ['义政办发〔2021〕38号', ['义', '政', '办', '发', '2021', '38', '号']],
  ['义政办发[2021] 38号', ['义', '政', '办', '发', '2021', '38', '号']],
  ['ＡＡＡ级', ['aaa', '级']],
  ['2.5%以上', ['2.5%', '以', '上']],
  ['“首贷户”', ['首', '贷', '户']],
  ['企业，个人。', ['企', '业', gap, '个', '人']],
  ['，企业', ['企', '业']],
  ['', []],
])('%s', (text, expected) => {
  expect(texts(text)).toEqual(expected)
})

test('every unit says where it stands in the text as written', () => {
  for (const { text, start, end } of unitsOf('到２０２３年底，5.2万家。')) {
    if (text !== gap) expect('到２０２３年底，5.2万家。'.slice(start, end).normalize('NFKC').toLowerCase()).toBe(text)
  }
})

test('units never overlap and never leave the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let last = 0
      for (const { start, end } of unitsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeGreaterThanOrEqual(last)
        last = end
      }
    }),
  )
})
