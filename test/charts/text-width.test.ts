import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceText, textWidth, wrapText } from '../../src/charts/text-width.ts'

describe('the width of text', () => {
  test('a Han character is one em, a digit three fifths', () => {
    expect(textWidth('小微企业')).toBe(56)
    expect(textWidth('52')).toBeCloseTo(16.8)
  })

  test('the space between Han and digits is counted', () => {
    expect(textWidth('截至6月')).toBeCloseTo(14 * (3 + 0.6 + 2 / 8))
  })

  test('lines break after punctuation and never inside a number', () => {
    expect(wrapText('2020年当年，规划期前', 92)).toEqual(['2020年当年，', '规划期前'])
    expect(wrapText('目标52,000家', 40)).toEqual(['目标', '52,000', '家'])
  })

  test('balanced lines are as few as wrapping needs', () => {
    expect(balanceText('其后没有检索到公开数字', 120)).toEqual(['其后没有检索', '到公开数字'])
  })

  test('wrapping loses no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'目标，。0123a （）%') }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          expect(wrapText(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })
})
