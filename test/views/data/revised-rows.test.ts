import { expect, test } from 'vitest'
import type { RevisedFigure } from '../../../src/views/data/revised-figures.ts'
import { revisedRows } from '../../../src/views/data/revised-rows.ts'

function figure(column: string, ...values: (string | undefined)[]): RevisedFigure {
  const states = values.map((value, index) => ({ version: `1.${index}.0`, on: `2026-0${index + 1}-01`, value }))
  return { table: 't', key: { id: 'a' }, column, states }
}

test('figures of a row that changed in the same releases are one entry', () => {
  const rows = revisedRows([figure('value', '6', '7'), figure('note', 'x', 'y', 'z'), figure('printed', '6家', '7家')])
  expect(rows.map(({ columns, states }) => [columns, states.map(({ values }) => values)])).toEqual([
    [
      ['value', 'printed'],
      [
        ['6', '6家'],
        ['7', '7家'],
      ],
    ],
    [['note'], [['x'], ['y'], ['z']]],
  ])
})

test('a row that was taken away has no values any more', () => {
  expect(revisedRows([figure('value', '6', undefined)])[0]?.states[1]?.values).toBeUndefined()
})
