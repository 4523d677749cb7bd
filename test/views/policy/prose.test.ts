import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '../../../src/model/policy/markdown.ts'
import type { StatusId } from '../../../src/progress/assessment.ts'
import { firstUses } from '../../../src/views/policy/prose.ts'

const term = (): Inline => ({ type: 'term', term: 'first-loan', text: '首贷户' })
const target = (id: string, children: Inline[] = []): Inline => ({ type: 'target', id, children })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

describe('firstUses', () => {
  it('links a term once in the whole text', () => {
    const [first, second] = [term(), term()]
    const { terms } = firstUses([[paragraph(first)], [paragraph(second)]], () => undefined)
    expect([terms.has(first), terms.has(second)]).toEqual([true, false])
  })

  it('passes over a term inside a promise, which is a link already', () => {
    const [inside, outside] = [term(), term()]
    const { terms } = firstUses([[paragraph(target('t01', [inside]), outside)]], () => 'nofigure')
    expect([terms.has(inside), terms.has(outside)]).toEqual([false, true])
  })

  it('says a neutral status in a word once a passage', () => {
    const [a, b, c] = [target('t01'), target('t02'), target('t03')]
    const { worded } = firstUses([[paragraph(a, b)], [paragraph(c)]], () => 'nofigure')
    expect([a, b, c].map((node) => worded.has(node))).toEqual([true, false, true])
  })

  it('always says a judgement in a word', () => {
    const [a, b] = [target('t01'), target('t02')]
    const { worded } = firstUses([[paragraph(a, b)]], () => 'far')
    expect([a, b].map((node) => worded.has(node))).toEqual([true, true])
  })

  it('says each neutral status of a passage', () => {
    const [a, b] = [target('t01'), target('t02')]
    const status: Record<string, StatusId> = { t01: 'nofigure', t02: 'unable' }
    const { worded } = firstUses([[paragraph(a, b)]], (id) => status[id])
    expect([a, b].map((node) => worded.has(node))).toEqual([true, true])
  })

  it('looks into lists, tables and quotes', () => {
    const nodes = ['t01', 't02', 't03'].map((id) => target(id))
    const [a, b, c] = nodes as [Inline, Inline, Inline]
    const blocks: Block[] = [
      { type: 'list', ordered: false, start: 1, items: [[paragraph(a)]] },
      { type: 'table', head: [[b]], rows: [] },
      { type: 'quote', children: [paragraph(c)] },
    ]
    const { worded } = firstUses([blocks], () => 'achieved')
    expect(worded.size).toBe(3)
  })
})
