import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatNumber,
  formatParts,
  formatRounded,
  formatShare,
  formatValue,
} from '../../../src/model/number/format.ts'

describe('formatValue', () => {
  it.each([
    [52000, '家', '52,000 家'],
    [0.025, '比率', '2.5%'],
    [0.07, '比率', '7%'],
    [1, '比率', '100%'],
    [0.5694, '比率', '56.94%'],
    [-0.003, '比率', '−0.3%'],
    [0, '百分点', '0 个百分点'],
    [3.6e10, '元', '360 亿元'],
    [18_460_000_000, '元', '184.6 亿元'],
    [9_946_000_000, '元', '99.46 亿元'],
    [31_240_400, '元', '3,124.04 万元'],
    [30_000, '元', '3 万元'],
    [500, '元', '500 元'],
    [0, '元', '0 元'],
    [123_456_789, '元', '12,345.6789 万元'],
    [1_234_567_890_123, '元', '123,456,789.0123 万元'],
    [354_791, '人次', '354,791 人次'],
    [0.1 + 0.2, undefined, '0.3'],
    [1e21, undefined, '1,000,000,000,000,000,000,000'],
    [1.5e-7, undefined, '0.00000015'],
  ])('writes %d %s as %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text)
  })

  it('gives the unit apart for columns that print it once', () => {
    expect(formatParts(20_000_000_000, '元')).toEqual({ number: '200', unit: '亿元' })
    expect(formatParts(0.1, '比率')).toEqual({ number: '10', unit: '%' })
  })

  it('keeps the value of every whole number and every percentage of four decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(read(formatNumber(n))).toBe(n)
        expect(read(formatValue(n / 1e6, '比率'))).toBeCloseTo(n / 1e4, 9)
        expect(formatValue(n / 1e6, '比率')).toMatch(/^−?[\d,]+(\.\d{1,4})?%$/)
      }),
    )
  })

  it('never changes an amount by naming it in 亿 or 万', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (n) => {
        const { number, unit } = formatParts(n, '元')
        const scale = unit === '亿元' ? 1e8 : unit === '万元' ? 1e4 : 1
        expect(Math.round(read(number) * scale)).toBe(n)
      }),
    )
  })
})

describe('formatShare', () => {
  it.each([
    [0.923, 1, '92.3%'],
    [0.5694, 2, '56.94%'],
    [1, 1, '100%'],
    [1 / 3, 1, '33.3%'],
    [0.10005, 2, '10.01%'],
    [2.0949, 1, '209.5%'],
  ])('writes %d to %d decimals as %s', (share, digits, text) => {
    expect(formatShare(share, digits)).toBe(text)
  })
})

describe('formatRounded', () => {
  it('rounds half away from zero on both sides', () => {
    expect(formatRounded(1.005, 2)).toBe('1.01')
    expect(formatRounded(-1.005, 2)).toBe('−1.01')
    expect(formatRounded(47.488, 1)).toBe('47.5')
    expect(formatRounded(-0.04, 1)).toBe('0')
  })
})

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [87_700, '87.7 KB'],
    [999_960, '1 MB'],
    [81_500_000, '81.5 MB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

function read(text: string): number {
  return Number(text.replace('−', '-').replace(/[,%]/g, ''))
}
