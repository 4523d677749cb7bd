import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/model/register/observation.ts'
import { figureWords, valueWords } from '../../../src/views/progress/figure-words.ts'

describe('figureWords', () => {
  it.each([
    ['18.06万户', 180600, '户', undefined, '18.06万户'],
    ['65萬戶', 650000, '户', '超', '超 65萬戶'],
    ['突破65万户', 650000, '户', '超', '突破65万户'],
    ['87家', 87, '家', '以上', '87家以上'],
    ['half a million', 500000, '家', '约', '约 500,000 家'],
    ['5.71 billion yuan', 5.71e9, '元', undefined, '57.1 亿元'],
    ['12.1%', 0.121, '比率', undefined, '12.1%'],
    ['1,000+', 1000, '家', '以上', '1,000 家以上'],
  ] as const)('says %s in Chinese', (printed, value, unit, approx, words) => {
    expect(figureWords({ printed, value, unit, approx } as Observation)).toBe(words)
    const doubt = '疑为误译'
    expect(figureWords({ printed, value, unit, approx, doubt } as Observation)).toBe(`${words}（存疑）`)
  })

  it('gives a column of values the hedge and the doubt as well', () => {
    expect(valueWords({ value: 640000, unit: '户', approx: '超' })).toBe('超 640,000 户')
    expect(valueWords({ value: 2731, unit: '批次', doubt: '口径疑不同' })).toBe('2,731 批次（存疑）')
  })
})
