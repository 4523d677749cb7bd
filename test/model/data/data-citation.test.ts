import { describe, expect, it } from 'vitest'
import { citationOf, datasetCitations } from '../../../src/model/data/data-citation.ts'
import type { Dataset } from '../../../src/model/data/dataset.ts'

const dataset = {
  id: 'yw-economy',
  title: '经济数字 {含 R&D}_100%',
  version: '1.2.0',
  contributors: [],
  gongbao: { updatedOn: '2026-11-01', provider: '编者整理' },
} as unknown as Dataset
const config = { publisher: '公报示范站' }
const url = 'https://a.b/data/yw-economy/1.2.0/'

describe('citationOf', () => {
  const work = {
    publisher: '公报',
    title: '公开数字',
    updatedOn: '2026-11-01',
    readOn: '2026-11-20',
    url: 'https://a.b/data/x/',
  }

  it('follows GB/T 7714: who, what and which version, carrier, day of update, day of reading, address', () => {
    expect(citationOf({ ...work, version: '1.0.0' })).toBe(
      '公报. 公开数字: 1.0.0[DS/OL]. (2026-11-01)[2026-11-20]. https://a.b/data/x/.',
    )
    expect(citationOf(work)).toBe('公报. 公开数字[DS/OL]. (2026-11-01)[2026-11-20]. https://a.b/data/x/.')
  })

  it('names the publisher after the title where somebody else is the author', () => {
    expect(citationOf({ ...work, authors: ['统计局'] })).toBe(
      '统计局. 公开数字[DS/OL]. 公报, 2026(2026-11-01)[2026-11-20]. https://a.b/data/x/.',
    )
  })
})

describe('datasetCitations', () => {
  it('leaves the day of reading open where it cannot be known', () => {
    expect(datasetCitations(dataset, config, { url }).gbt).toContain('(2026-11-01)[引用日期]. https')
    expect(datasetCitations(dataset, config, { url, readOn: '2026-11-20' }).gbt).toContain('[2026-11-20]')
  })

  it('cites an earlier version with its own day', () => {
    const { gbt, apa } = datasetCitations(dataset, config, { url, version: '1.0.0', on: '2025-02-03' })
    expect(gbt).toContain(': 1.0.0[DS/OL]. (2025-02-03)')
    expect(apa).toBe(`公报示范站. (2025). ${dataset.title} (Version 1.0.0) [Data set]. ${url}`)
  })

  it('takes authors from the descriptor, and the publisher beside them', () => {
    const by = {
      ...dataset,
      contributors: [
        { title: '统计局', roles: ['author'] },
        { title: '录入', roles: ['wrangler'] },
      ],
    }
    const { gbt, apa, bibtex, ris } = datasetCitations(by, config, { url })
    expect(gbt).toMatch(/^统计局\. /)
    expect(apa).toContain('[Data set]. 公报示范站. https')
    expect(bibtex).toContain('author = {{统计局}},')
    expect(ris).toContain('AU  - 统计局\r\n')
    expect([gbt, apa, bibtex, ris].join()).not.toContain('录入')
  })

  it('writes signs of TeX so that BibTeX reads them back', () => {
    const { bibtex } = datasetCitations(dataset, config, { url })
    expect(bibtex).toContain('@misc{yw_economy_1_2_0,\n  title = {{经济数字 \\{含 R\\&D\\}\\_100\\%}},\n')
    expect(bibtex).toContain(`url = {${url}},`)
    expect(bibtex.endsWith('}\n')).toBe(true)
  })

  it('writes one RIS record from type to end', () => {
    const lines = datasetCitations(dataset, config, { url }).ris.split('\r\n')
    expect(lines[0]).toBe('TY  - DATA')
    expect(lines).toContain('DA  - 2026/11/01')
    expect(lines.slice(-2)).toEqual(['ER  - ', ''])
  })
})
