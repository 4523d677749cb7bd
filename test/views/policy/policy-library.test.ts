import { describe, expect, it } from 'vitest'
import type { Source } from '../../../src/model/register/source.ts'
import { countBy, libraryRows } from '../../../src/views/policy/policy-library.ts'
import { policySample } from './policy-sample.ts'

const sources = new Map([['paper', { id: 'paper', date: '2021-03-02' } as Source]])
const policies = new Map(
  [
    policySample('old', { adoptedOn: '2019-01-01' }),
    policySample('new', { adoptedOn: '2022-12-12', kind: '举措' }),
    policySample('undated'),
  ].map((policy) => [policy.id, policy]),
)
const rows = libraryRows({ policies, sources }, () => '有效')

describe('libraryRows', () => {
  it('puts the latest first and an undated document at the date of its source', () => {
    expect(rows.map((row) => row.policy.id)).toEqual(['new', 'undated', 'old'])
  })

  it('never takes the date of a source for the year of a document', () => {
    expect(rows.map((row) => row.year)).toEqual(['2022', 'none', '2019'])
  })
})

describe('countBy', () => {
  it('counts the values of a facet, the most frequent first', () => {
    expect(countBy(rows, 'kind')).toEqual([
      ['通知', 2],
      ['举措', 1],
    ])
  })
})
