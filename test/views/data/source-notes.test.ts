import { describe, expect, it } from 'vitest'
import type { Source } from '../../../src/model/register/source.ts'
import { sourceNotes } from '../../../src/views/data/source-notes.ts'

const sources = new Map(['a', 'b'].map((id) => [id, { id, publisher: id } as Source]))

describe('sourceNotes', () => {
  const notes = sourceNotes({ sources }, [
    { source: 'b', remark: '第一部分' },
    { source: 'a' },
    { source: 'b', remark: '第三段' },
    { source: 'b', remark: '第一部分' },
    { source: 'unknown' },
  ])

  it('numbers sources by first use, each once, with its remarks', () => {
    expect(notes.list.map(({ number, source, remarks }) => [number, source.id, remarks])).toEqual([
      [1, 'b', ['第一部分', '第三段']],
      [2, 'a', []],
    ])
  })

  it('finds the number of a source, and none for one that is not listed', () => {
    expect([notes.numberOf('a'), notes.numberOf('unknown')]).toEqual([2, undefined])
  })
})
