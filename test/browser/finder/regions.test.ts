import { expect, test } from 'vitest'
import { regionChains, regionOptions } from '../../../src/browser/finder/regions.ts'
import type { Region } from '../../../src/model/register/region.ts'

const regions = new Map<string, Region>(
  [
    { code: '330000', name: '浙江省', level: '省' } as const,
    { code: '330700', name: '金华市', level: '市', parent: '330000' } as const,
    { code: '330782', name: '义乌市', level: '县', parent: '330700' } as const,
    { code: '330100', name: '杭州市', level: '市', parent: '330000' } as const,
  ].map((region) => [region.code, region]),
)

test('a region lies in itself and in those above it', () => {
  expect(regionChains(regions)['330782']).toEqual(['330782', '330700', '330000'])
})

test('a register that goes round in circles ends', () => {
  const circle = new Map<string, Region>([['1', { code: '1', name: '圆', level: '市', parent: '1' }]])
  expect(regionChains(circle)).toEqual({ '1': ['1'] })
})

test('only places that make a difference are asked for, the own one first', () => {
  expect(regionOptions(regions, new Set(['330700', '330782']), '330782').map(({ label }) => label)).toEqual([
    '义乌市',
    '金华市其他地方',
    '其他地方',
  ])
})
