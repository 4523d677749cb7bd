import { describe, expect, it } from 'vitest'
import { figureWords } from '../../src/model/figure-words.ts'
import type { Observation } from '../../src/model/observation.ts'

describe('figureWords', () => {
  it.each([
    ['18.06万户', 180600, '户', undefined, '18.06万户'],
    ['65萬戶', 650000, '户', '超', '65萬戶'],
    ['half a million', 500000, '家', '约', '约 500,000 家'],
    ['5.71 billion yuan', 5.71e9, '元', undefined, '57.1 亿元'],
    ['12.1%', 0.121, '比率', undefined, '12.1%'],
    ['1,000+', 1000, '家', '以上', '1,000 家以上'],
  ] as const)('says %s in Chinese', (printed, value, unit, approx, words) => {
    expect(figureWords({ printed, value, unit, approx } as Observation)).toBe(words)
  })
})
