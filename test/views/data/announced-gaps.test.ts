import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import { announcedGaps } from '../../../src/views/data/announced-gaps.ts'

describe('announcedGaps', () => {
  it('reads rows by the names of their columns, in any order', () => {
    const header = ['id', 'note', 'what', 'announced', 'recorded', 'source', 'printed']
    const preview = [['x', '没有名单', '难题', '32', '0', 's1', '32个难题']]
    expect(announcedGaps({ tables: [{ header, summary: { preview } }] } as unknown as Dataset)).toEqual([
      { what: '难题', announced: '32', recorded: '0', source: 's1', printed: '32个难题', note: '没有名单' },
    ])
  })

  it('shows nothing of a table with other columns, or of none', () => {
    expect(
      announcedGaps({ tables: [{ header: ['id'], summary: { preview: [['x']] } }] } as unknown as Dataset),
    ).toEqual([])
    expect(announcedGaps(undefined)).toEqual([])
  })
})
