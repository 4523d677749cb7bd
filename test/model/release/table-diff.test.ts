import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ComparedTable, diffTables, isEmptyDiff, type TableDiff } from '../../../src/model/release/table-diff.ts'

const text = fc.string({ unit: fc.constantFrom('a', '市', ',', '"', '\n', '\u0000', ''), maxLength: 3 })
const columnNames = fc.shuffledSubarray(['b', 'c', 'd', 'e'])

/** Tables with a key in column `id`, unique in each. */
const keyed = columnNames.chain((names) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.array(text, { minLength: 4, maxLength: 4 })), {
      selector: ([id]) => id,
      maxLength: 8,
    })
    .map((rows) =>
      table(
        ['id', ...names],
        rows.map(([id, cells]) => [String(id), ...cells.slice(0, names.length)]),
      ),
    ),
)

const twoRows = fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2')), { maxLength: 8 })

function table(names: readonly string[], rows: readonly (readonly string[])[]): ComparedTable {
  return { columns: names.map((name) => ({ name, type: 'string' })), rows }
}

/** The new table as a bag of rows, made of the old one and the diff alone. */
function applied(before: ComparedTable, diff: TableDiff, names: readonly string[]): string[] {
  const gone = diff.removed.map((row) => JSON.stringify(row))
  const stayed = before.rows.filter((row) => {
    const at = gone.indexOf(JSON.stringify(row))
    if (at !== -1) gone.splice(at, 1)
    return at === -1
  })
  expect(gone).toEqual([])
  const old = before.columns.map(({ name }) => name)
  const edited = stayed.map((row) => {
    const key = diff.key.map((name) => row[old.indexOf(name)])
    const change = diff.changed.find((one) => diff.key.length > 0 && one.key.join('/') === key.join('/'))
    const values = new Map(old.map((name, index) => [name, row[index]]))
    for (const cell of change?.cells ?? []) values.set(cell.column, cell.new)
    return names.map((name) => values.get(name) ?? '')
  })
  return bag([...edited, ...diff.added])
}

function bag(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

test('the old table and the diff give the new table, with any columns', () => {
  fc.assert(
    fc.property(keyed, keyed, (before, after) => {
      const diff = diffTables(before, after, [['id']])
      const names = after.columns.map(({ name }) => name)
      expect(applied(before, diff, names)).toEqual(bag(after.rows))
    }),
  )
})

test('the same holds without a key, where rows may repeat', () => {
  fc.assert(
    fc.property(twoRows, twoRows, (old, now) => {
      const [before, after] = [table(['a', 'b'], old), table(['a', 'b'], now)]
      const diff = diffTables(before, after, [['a']])
      expect(applied(before, diff, ['a', 'b'])).toEqual(bag(now))
    }),
  )
})

test('equal tables have an empty diff, whatever the order of their rows', () => {
  fc.assert(
    fc.property(keyed, fc.boolean(), (one, hasKey) => {
      const reversed = { ...one, rows: [...one.rows].reverse() }
      expect(isEmptyDiff(diffTables(one, reversed, hasKey ? [['id']] : []))).toBe(true)
    }),
  )
})

test('the diff is empty only for tables with the same rows and columns', () => {
  fc.assert(
    fc.property(keyed, keyed, (before, after) => {
      const same =
        JSON.stringify(before.columns) === JSON.stringify(after.columns) &&
        bag(before.rows).join() === bag(after.rows).join()
      expect(isEmptyDiff(diffTables(before, after, [['id']]))).toBe(same)
    }),
  )
})

test('with a key the order of rows makes no difference to what is found', () => {
  fc.assert(
    fc.property(keyed, keyed, (before, after) => {
      const diff = diffTables(before, after, [['id']])
      const turned = diffTables({ ...before, rows: [...before.rows].reverse() }, after, [['id']])
      expect({ ...turned, removed: bag(turned.removed) }).toEqual({ ...diff, removed: bag(diff.removed) })
    }),
  )
})

test('a changed cell is told by the key of its row', () => {
  const before = table(
    ['id', 'period', 'value'],
    [
      ['a', '2024', '1'],
      ['a', '2025', '2'],
      ['b', '2025', '3'],
    ],
  )
  const after = table(
    ['id', 'period', 'value'],
    [
      ['b', '2025', '3'],
      ['a', '2025', '5'],
      ['c', '2025', '4'],
    ],
  )
  expect(diffTables(before, after, [['id'], ['id', 'period']])).toEqual({
    key: ['id', 'period'],
    columns: {
      before: ['id', 'period', 'value'],
      after: ['id', 'period', 'value'],
      added: [],
      removed: [],
      retyped: [],
      moved: false,
    },
    added: [['c', '2025', '4']],
    removed: [['a', '2024', '1']],
    changed: [{ key: ['a', '2025'], cells: [{ column: 'value', old: '2', new: '5' }] }],
  })
})

test('columns may come, go, move and change their type', () => {
  const before = {
    columns: [
      { name: 'id', type: 'string' },
      { name: 'x', type: 'string' },
      { name: 'y', type: 'year' },
    ],
    rows: [],
  }
  const after = {
    columns: [
      { name: 'y', type: 'integer' },
      { name: 'id', type: 'string' },
      { name: 'z', type: 'date' },
    ],
    rows: [],
  }
  expect(diffTables(before, after, []).columns).toEqual({
    before: ['id', 'x', 'y'],
    after: ['y', 'id', 'z'],
    added: ['z'],
    removed: ['x'],
    retyped: [{ column: 'y', old: 'year', new: 'integer' }],
    moved: true,
  })
})
