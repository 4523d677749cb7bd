import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumeral, toChineseNumeral } from '../../../src/model/number/chinese-number.ts'

test.each<[string, number]>([
  ['五', 5],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十二', 32],
  ['一百零五', 105],
  ['一百一十', 110],
  ['一千零二十', 1020],
  ['二〇二一', 2021],
  ['二○二一', 2021],
  ['两千', 2000],
  ['壹佰贰拾', 120],
  ['三萬兩千', 32000],
  ['一万零五百', 10500],
  ['十五亿三千万', 1_530_000_000],
  ['一万亿', 1_000_000_000_000],
  ['１２', 12],
  ['５.２万', 52000],
  ['3千5百', 3500],
  ['零', 0],
])('%s is %i', (text, value) => {
  expect(parseNumeral(text)).toBe(value)
})

test.each(['', '十百千万', '三百五', '一百十', '一万五', '百', '万', '五个', '1,000', '-5', '一亿五百万', 'ⅩⅡ'])(
  '“%s” is not exactly one number',
  (text) => {
    expect(parseNumeral(text)).toBeUndefined()
  },
)

test('numerals follow the rules of the spoken language', () => {
  expect([0, 7, 10, 11, 20, 100, 105, 110, 111, 1000, 1001, 1010, 1100, 9999].map(toChineseNumeral)).toEqual(
    '零 七 十 十一 二十 一百 一百零五 一百一十 一百一十一 一千 一千零一 一千零一十 一千一百 九千九百九十九'.split(' '),
  )
})

test('there is no numeral above 9999 or for a fraction', () => {
  expect(() => toChineseNumeral(10_000)).toThrow(RangeError)
  expect(() => toChineseNumeral(1.5)).toThrow(RangeError)
})

test('every numeral is read back as its number', () => {
  for (let n = 0; n <= 9999; n++) expect(parseNumeral(toChineseNumeral(n))).toBe(n)
})

test('numerals with 万 and 亿 are read back as their sum', () => {
  const part = fc.integer({ min: 1000, max: 9999 })
  fc.assert(
    fc.property(part, part, part, (yi, wan, rest) => {
      const text = `${toChineseNumeral(yi)}亿${toChineseNumeral(wan)}万${toChineseNumeral(rest)}`
      expect(parseNumeral(text)).toBe(yi * 1e8 + wan * 1e4 + rest)
    }),
  )
})

test('any text gives a whole safe number, a decimal, or nothing', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'零一二两三九十百千万亿〇0195.'), maxLength: 60 })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), signs), (text) => {
      const value = parseNumeral(text)
      if (value !== undefined) expect(Math.abs(value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER)
      else expect(value).toBeUndefined()
    }),
  )
})
