import { expect, test } from 'vitest'
import type { TableChange } from '../../../src/model/release/release.ts'
import { reasonFor, revisionsIn, selectorOf } from '../../../src/model/release/release-reasons.ts'

const table: TableChange = {
  table: 'observations',
  status: 'changed',
  rows: { before: 3, after: 3 },
  tightened: [],
  loosened: [],
  diff: {
    key: ['indicator', 'period'],
    columns: {
      before: ['indicator', 'period', 'value'],
      after: [],
      added: [],
      removed: ['locator'],
      retyped: [],
      moved: false,
    },
    added: [['new', '2025', '1']],
    removed: [['old', '2024', '']],
    changed: [
      {
        key: ['shop-new', '2026-01/2026-06'],
        cells: [
          { column: 'value', old: '400', new: '401' },
          { column: 'note', old: '', new: '补充' },
          { column: 'extra', new: 'x' },
        ],
      },
    ],
  },
}

test('a revision is a value that was published and now reads otherwise or is gone', () => {
  expect(revisionsIn({ tables: [table] }).map(selectorOf)).toEqual([
    'locator',
    'shop-new/2026-01/2026-06/value',
    'old/2024',
  ])
})

test('a table that is gone is one revision', () => {
  const { diff: _, ...gone } = table
  expect(revisionsIn({ tables: [{ ...gone, status: 'removed' }] }).map(selectorOf)).toEqual(['observations'])
})

test('the selector of a revision fits it, and the most exact reason counts', () => {
  for (const one of revisionsIn({ tables: [table] })) {
    const exact = { for: selectorOf(one), text: '更正' }
    expect(reasonFor(one, [{ for: '*', text: '全部' }, exact])).toBe(exact)
  }
})

test('a reason for other words does not fit', () => {
  const [, cell] = revisionsIn({ tables: [table] })
  if (!cell) throw new Error('no revision')
  expect(reasonFor(cell, [{ for: 'shop-new/2025', text: '更正' }])).toBeUndefined()
  expect(reasonFor(cell, [{ for: 'observations/shop-new', text: '更正' }])?.text).toBe('更正')
})
