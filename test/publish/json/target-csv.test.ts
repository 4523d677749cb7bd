import { expect, test } from 'vitest'
import { targetCsv } from '../../../src/publish/json/target-csv.ts'
import { judge, row, targetWith } from '../../progress/fixture.ts'

test('every figure of a target is a row that says how it enters the verdict, and why it does not', () => {
  const first = row('2021', 60_000)
  const verdict = judge(targetWith(), [
    row('2020', 49_000),
    first,
    row('2021', 17_000, { supersedes: first.id }),
    row('2022', 18_000, { unit: '户' }),
    row('2023', 52_000, { status: '预计' }),
  ])
  const lines = targetCsv({ sources: new Map() }, verdict).trim().split(/\r?\n/)
  const cells = lines.slice(1).map((line) => line.split(','))
  expect(cells.map(([role, , , period, , , value]) => [role, period, value])).toEqual([
    ['期内', '2021', '17000'],
    ['规划期前', '2020', '49000'],
    ['口径不同', '2022', '18000'],
    ['不计入', '2021', '60000'],
    ['不计入', '2023', '52000'],
  ])
  expect(cells.slice(3).map((line) => line.at(-1))).toEqual(['已被修订后的数字替代', '是预计数'])
})
