import { expect, test } from 'vitest'
import type { Release } from '../../../src/model/release/release.ts'
import { diffTables } from '../../../src/model/release/table-diff.ts'
import { revisedFigures, revisionFinder } from '../../../src/views/data/revised-figures.ts'

const columns = ['id', 'value', 'note'].map((name) => ({ name, type: 'string' }))

/** Releases on the first of each month, newest first, made of the states of one table. */
function releases(...tables: (readonly (readonly string[])[])[]): Release[] {
  return tables
    .map((rows, index): Release => {
      const before = tables[index - 1]
      const head = { version: `1.${index}.0`, on: `2026-0${index + 1}-01`, note: 'x' }
      const reasons = [{ for: 'value', text: '核定' }]
      const table = { table: 't', rows: { before: 0, after: rows.length }, tightened: [], loosened: [] }
      const diff = before && diffTables({ columns, rows: before }, { columns, rows }, [['id']])
      const changes = { ...head, dataset: 'd', reasons, described: [] }
      return {
        ...head,
        reasons,
        files: [],
        changes: { ...changes, tables: [{ ...table, status: diff ? 'changed' : 'added', ...(diff && { diff }) }] },
      }
    })
    .reverse()
}

test('a revised figure has each of its values with the days between which it stood', () => {
  const [figure, ...others] = revisedFigures(
    releases([['a', '1', '']], [['a', '2', 'x']], [['a', '2', 'x']], [['a', '3', 'x']]),
  )
  expect(others).toEqual([])
  expect(figure).toEqual({
    table: 't',
    key: { id: 'a' },
    column: 'value',
    states: [
      { version: '1.0.0', on: '2026-01-01', until: '2026-02-01', value: '1' },
      { version: '1.1.0', on: '2026-02-01', until: '2026-04-01', value: '2', reason: '核定' },
      { version: '1.3.0', on: '2026-04-01', value: '3', reason: '核定' },
    ],
  })
})

test('a figure begins with the release that brought its row, and ends with the one that took it away', () => {
  const [figure] = revisedFigures(releases([], [['a', '1', '']], [['a', '2', '']], []))
  expect(figure?.states.map(({ version, until, value }) => [version, until, value])).toEqual([
    ['1.1.0', '2026-03-01', '1'],
    ['1.2.0', '2026-04-01', '2'],
    ['1.3.0', undefined, undefined],
  ])
})

test('a blank that is filled is no revision, but the next change of it is', () => {
  expect(revisedFigures(releases([['a', '', '']], [['a', '1', '']]))).toEqual([])
  const [figure] = revisedFigures(releases([['a', '', '']], [['a', '1', '']], [['a', '2', '']]))
  expect(figure?.states.map(({ version, value }) => [version, value])).toEqual([
    ['1.1.0', '1'],
    ['1.2.0', '2'],
  ])
})

test('the figure of a cell is found by its row', () => {
  const find = revisionFinder(revisedFigures(releases([['a', '1', '']], [['a', '2', '']])))
  const row = (id: string) => (column: string) => (column === 'id' ? id : undefined)
  expect(find('t', 'value', row('a'))?.states).toHaveLength(2)
  expect(find('t', 'note', row('a'))).toBeUndefined()
  expect(find('t', 'value', row('b'))).toBeUndefined()
  expect(find('other', 'value', row('a'))).toBeUndefined()
})
