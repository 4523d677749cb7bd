import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/register/indicator.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import { type Target, targetKey } from '../../../src/model/target/target.ts'
import { planMatrix } from '../../../src/views/progress/plan-matrix.ts'
import { exampleCity } from '../../example-city.ts'
import { indicatorWith, judge, row, targetWith } from '../../progress/fixture.ts'

describe('planMatrix', () => {
  it('adds a cumulative target up year by year, and gives the last year the status of the board', () => {
    const matrix = matrixOf(targetWith(), [row('2021', 10_000), row('2022', 20_000), row('2023', 21_000)])
    expect(matrix?.years).toEqual([2021, 2022, 2023])
    // 10,000 ÷ 52,000 = 19.2 % after a third of the time; 30,000 ÷ 52,000 = 57.7 % after two thirds; 51,000 is short.
    expect(matrix?.cells).toEqual([
      { figure: '10,000 家', share: '19.2%', status: 'far' },
      { figure: '30,000 家', share: '57.7%', status: 'slight' },
      { figure: '51,000 家', share: '98.1%', status: 'missed' },
    ])
  })

  it('judges every year of a yearly target by itself', () => {
    const target = targetWith({ kind: 'yearly', value: 100, every: 'year' })
    const { cells } = matrixOf(target, [row('2021', 120), row('2022', 80), row('2023', 100)]) ?? {}
    expect(cells?.map((cell) => cell?.status)).toEqual(['achieved', 'missed', 'achieved'])
  })

  it('shows the last figure of the year for a level, and nothing where nothing was measured', () => {
    const target = targetWith({ kind: 'level', value: 70 })
    const rows = [row('2021-06-30', 40), row('2021-12-31', 50), row('2023-12-31', 75)]
    const { cells } = matrixOf(target, rows, '2026-11-20', indicatorWith({ kind: 'stock', aggregation: 'last' })) ?? {}
    expect(cells?.map((cell) => cell?.figure)).toEqual(['50 家', undefined, '75 家'])
    expect(cells?.[2]?.status).toBe('achieved')
  })

  it('shows the figure of the year before without a status', () => {
    const matrix = matrixOf(targetWith(), [row('2020', 49_000), row('2021', 18_000)])
    expect(matrix?.years).toEqual([2020, 2021, 2022, 2023])
    expect(matrix?.cells[0]).toEqual({ figure: '49,000 家' })
    expect(matrix?.cells.slice(2)).toEqual([undefined, undefined])
  })

  it('ends with the year of the day of the site', () => {
    expect(matrixOf(targetWith(), [row('2021', 18_000)], '2022-06-30')?.years).toEqual([2021, 2022])
  })

  it('is not there for a plan of one year or of none', () => {
    expect(matrixOf(targetWith({ from: '2023-01-01' }), [row('2023', 1)])).toBeUndefined()
    expect(matrixOf(targetWith({ from: undefined, deadline: undefined }), [row('2023', 1)])).toBeUndefined()
  })
})

describe('the example city by years', async () => {
  const { site, board } = await exampleCity()
  const known = [...site.policies.values()].flatMap((policy) => {
    const matrix = planMatrix(site, board, policy)
    return matrix ? [matrix] : []
  })

  it('ends with the status of the board, except where a year is judged by itself', () => {
    const last = known.flatMap(({ rows }) =>
      rows.flatMap(({ target, cells }) => {
        const cell = cells.at(-1)
        return cell?.status && target.kind !== 'yearly' ? [{ target, status: cell.status }] : []
      }),
    )
    expect(last.length).toBeGreaterThan(10)
    expect(last.filter(({ target, status }) => board.assessments.get(targetKey(target))?.status !== status)).toEqual([])
  })

  it('has a row for every target and a cell for every year', () => {
    for (const { years, rows } of known) {
      expect(years.length).toBeGreaterThan(1)
      expect(rows.every(({ cells }) => cells.length === years.length)).toBe(true)
      const figures = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.figure ?? []))
      expect(figures.filter((figure) => figure === '' || /NaN|undefined/.test(figure))).toEqual([])
    }
  })
})

function matrixOf(target: Target, rows: readonly Observation[], asOf = '2026-11-20', indicator = indicatorWith()) {
  const site = { indicators: new Map<string, Indicator>([['thing', indicator]]), asOf }
  const assessments = new Map([[targetKey(target), judge(target, rows, { indicator, asOf })]])
  const matrix = planMatrix(site, { assessments }, { targets: [target] })
  return matrix && { years: matrix.years, cells: matrix.rows[0]?.cells ?? [] }
}
