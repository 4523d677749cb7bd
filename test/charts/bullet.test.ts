import { describe, expect, test } from 'vitest'
import { bulletSvg } from '../../src/charts/bullet.ts'
import { judge, row, targetWith } from '../progress/fixture.ts'
import { xmlFault } from './charts.ts'

const oracle = targetWith({
  title: '企业数',
  kind: 'level',
  value: 160,
  from: '2024-01-01',
  deadline: '2026-12-31',
  baseline: { value: 100, on: '2023-12-31' },
})

function bulletOf(value: number): string {
  return bulletSvg(oracle, judge(oracle, [row('2025-06-30', value)], { asOf: '2025-08-01' }))
}

describe('the bullet of a target', () => {
  test('40 % of the way is a bar of 0.4 × 192 in the colour of 略有滞后, with the pace at 49.9 % of 192', () => {
    const svg = bulletOf(124)
    expect(svg).toContain('<rect class="bullet__value bullet__value--slight" x="1" y="7" width="76.8" height="6"/>')
    expect(svg).toContain('<path class="bullet__pace" d="M95.8 1v18"/>')
    expect(svg).toContain('<path class="bullet__goal" d="M192 2v16"/>')
  })

  test('a value further away than the baseline is a triangle to the left', () => {
    expect(bulletOf(96)).toContain('<path class="bullet__value bullet__value--reverse" d="M1 10l9-6v12z"/>')
  })

  test('a value past 125 % ends in an arrow', () => {
    expect(bulletOf(200)).toContain('M230 4v12l9-6z')
  })

  test('without figures the track is dashed, empty and says so', () => {
    const target = targetWith({ title: '新增小微企业' })
    const svg = bulletSvg(target, judge(target, []))
    expect(svg).toContain('bullet__track--empty')
    expect(svg).not.toContain('bullet__value')
    expect(svg).not.toContain('bullet__pace')
    expect(svg).toContain('aria-label="新增小微企业：目标≥ 52,000 家；没有公开数字"')
  })

  test('4.9万户 before the period of a target of 52,000 is a diamond at 49 ÷ 52 × 192', () => {
    const target = targetWith()
    const svg = bulletSvg(target, judge(target, [row('2020', 49_000, { unit: '户', printed: '4.9万户' })]))
    expect(svg).toContain('<path class="bullet__base" d="M180.9 4.5l5.5 5.5-5.5 5.5-5.5-5.5z"/>')
    expect(svg).toContain('2020年 4.9万户，规划期前')
  })

  test('a reference figure 17 times the target is an arrow at the right end', () => {
    const target = targetWith({ kind: 'yearly', value: 160, unit: '批次' })
    const svg = bulletSvg(target, judge(target, [row('2020', 2731, { unit: '批次' })]))
    expect(svg).toContain('<path class="bullet__base" d="M228 5v10l9-5z"/>')
  })

  test('the bar of a pending target keeps the neutral colour', () => {
    const target = targetWith({ value: 200e8, unit: '元', from: '2020-01-01', deadline: '2020-12-31' })
    const svg = bulletSvg(target, judge(target, [row('2020-06-10', 184.6e8, { unit: '元' })]))
    expect(svg).toContain('<rect class="bullet__value bullet__value--pending" x="1" y="7" width="177.2" height="6"/>')
    expect(svg).toContain('d="M85 1v18"')
  })

  test('nothing is drawn where no number was promised, or no deadline and no figure exists', () => {
    const words = targetWith({ kind: 'qualitative', value: undefined })
    const open = targetWith({ kind: 'ratio', value: 0.01, unit: '比率', deadline: undefined })
    expect(bulletSvg(words, judge(words, []))).toBe('')
    expect(bulletSvg(open, judge(open, []))).toBe('')
  })

  test('is valid XML without style, whatever the title', () => {
    const target = targetWith({ title: '“规下”<升>&"规上"' })
    const svg = bulletSvg(target, judge(target, []))
    expect(xmlFault(svg)).toBeUndefined()
    expect(svg).not.toContain('style=')
  })
})
