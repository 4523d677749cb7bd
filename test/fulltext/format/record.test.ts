import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, decodeRecords, encodeRecords } from '../../../src/fulltext/format/record.ts'

const name = fc.option(fc.constantFrom('第一条', '第二条', '第十二条', '第二部分（一）', '附件 3', '总则'), {
  nil: undefined,
})
const records = fc.array(
  fc.record({
    url: fc.webPath(),
    title: fc.string({ unit: 'grapheme' }),
    number: fc.constantFrom(undefined, '义政办发〔2021〕38号'),
    where: fc.constantFrom(undefined, '市商务局'),
    status: fc.constantFrom(undefined, 'in-force'),
    textStart: fc.nat(1e9),
    blocks: fc.array(
      fc.record({
        positions: fc.nat(3000),
        characters: fc.nat(4000),
        anchor: fc.option(fc.constantFrom('c2-1', 'a12'), { nil: undefined }),
        clause: name,
      }),
    ),
  }),
  { maxLength: 4 },
)

test('records are read as they were written', () => {
  fc.assert(
    fc.property(records, (all) => {
      expect(decodeRecords(encodeRecords(all))).toEqual(all)
    }),
  )
})

test('a position leads to its block, and to the place that the block belongs to', () => {
  const record = {
    url: '/x/',
    title: '标题',
    textStart: 100,
    blocks: [
      { positions: 3, characters: 3 },
      { positions: 5, characters: 6, anchor: 'a1', clause: '第一条' },
      { positions: 4, characters: 4 },
    ],
  }
  expect(blockAt(record, 0)).toMatchObject({ index: 0, from: 100, to: 102, clause: undefined })
  expect(blockAt(record, 3)).toMatchObject({
    index: 1,
    position: 3,
    from: 103,
    to: 108,
    anchor: 'a1',
    clause: '第一条',
  })
  expect(blockAt(record, 9)).toMatchObject({
    index: 2,
    position: 8,
    from: 109,
    to: 112,
    anchor: 'a1',
    clause: '第一条',
  })
})
