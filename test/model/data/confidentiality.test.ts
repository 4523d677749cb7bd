import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GuardedRow } from '../../../src/model/data/confidentiality.ts'
import { confidentialityRule, disclosures } from '../../../src/model/data/confidentiality.ts'

const rule = confidentialityRule.parse({
  values: ['output'],
  count: 'firms',
  share: 'top',
  by: ['industry', 'year'],
  totals: { industry: '合计' },
})

function row(line: number, industry: string, count: number, output: number, share = 0.1): GuardedRow {
  return { line, keys: { industry, year: '2024' }, count, share, values: { output }, suppressed: [] }
}

function keptBack(one: GuardedRow): GuardedRow {
  return { ...one, values: {}, suppressed: ['output'] }
}

test('two enterprises are too few, three are enough, none give nobody away', () => {
  const found = disclosures([row(2, '甲', 2, 5), row(3, '乙', 3, 5), row(4, '丙', 0, 0)], rule)
  expect(found.map(({ type, row: { line } }) => [type, line])).toEqual([['count', 2]])
})

test('a share of just the limit may be published, more may not', () => {
  const found = disclosures([row(2, '甲', 9, 5, 0.85), row(3, '乙', 9, 5, 0.86)], rule)
  expect(found.map(({ type, row: { line } }) => [type, line])).toEqual([['share', 3]])
})

test('a single figure kept back beside a total names the smallest other row as its partner', () => {
  const rows = [keptBack(row(2, '甲', 2, 5)), row(3, '乙', 9, 70), row(4, '丙', 9, 20), row(5, '合计', 20, 95)]
  expect(disclosures(rows, rule)).toEqual([{ type: 'derivable', row: rows[0], column: 'output', with: rows[2] }])
})

test('what is still to be kept back counts as kept back, so that all is reported at once', () => {
  const rows = [row(2, '甲', 2, 5), row(3, '乙', 9, 70), row(4, '合计', 11, 75)]
  expect(disclosures(rows, rule).map(({ type, row: { line } }) => [type, line])).toEqual([
    ['count', 2],
    ['derivable', 2],
  ])
})

test('following every proposal leaves nothing that gives an enterprise away', () => {
  const part = fc.record({
    count: fc.integer({ min: 0, max: 6 }),
    output: fc.integer({ min: 0, max: 99 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      let rows = parts.map(({ count, output, share }, index) => row(index + 2, `类${index}`, count, output, share))
      const sum = (of: (one: (typeof parts)[number]) => number) => parts.reduce((so, one) => so + of(one), 0)
      rows.push(
        row(
          99,
          '合计',
          sum((one) => one.count),
          sum((one) => one.output),
        ),
      )
      for (let round = 0; round < 4; round++) {
        const found = disclosures(rows, rule)
        const lines = new Set(
          found.flatMap((one) => {
            if (one.type !== 'derivable') return [one.row.line]
            // Without another row to keep back, the total must go.
            return [one.row.line, one.with?.line ?? 99]
          }),
        )
        rows = rows.map((one) => (lines.has(one.line) ? keptBack(one) : one))
      }
      expect(disclosures(rows, rule)).toEqual([])
    }),
  )
})
