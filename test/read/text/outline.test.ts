import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../src/model/policy/policy.ts'
import { Outline } from '../../../src/read/text/outline.ts'

function outlineOf(headings: readonly string[]) {
  const outline = new Outline()
  for (const [index, words] of headings.entries())
    outline.heading(words, 2, { file: 'a.md', line: index + 1, column: 1 })
  const flat = (clause: Clause): string[] => [`${clause.id} ${clause.label}`, ...clause.children.flatMap(flat)]
  return { ids: outline.clauses.flatMap(flat), issues: outline.issues.map(({ code, line }) => `${code}:${line}`) }
}

describe('Outline', () => {
  test('makes ids of the numbering, never of the words', () => {
    const { ids, issues } = outlineOf([
      '一、目标',
      '（一）规模',
      '(二) 质量',
      '二、任务',
      '（一）优势',
      '1. 做大',
      '2. 创新',
    ])
    expect(ids).toEqual([
      'c1 一',
      'c1-1 一（一）',
      'c1-2 一(二)',
      'c2 二',
      'c2-1 二（一）',
      'c2-1-1 二（一）1',
      'c2-1-2 二（一）2',
    ])
    expect(issues).toEqual([])
  })

  test('lets numbering run on across siblings (义政办发〔2021〕38号, 1–12)', () => {
    const { ids, issues } = outlineOf(['一、任务', '（一）甲', '1. a', '2. b', '（二）乙', '3. c', '4. d'])
    expect(ids.at(-1)).toBe('c1-2-4 一（二）4')
    expect(issues).toEqual([])
  })

  test('counts articles through all chapters', () => {
    const { ids, issues } = outlineOf(['第一章 总则', '第一条', '第二条', '第二章 附则', '第三条', '第五条'])
    expect(ids).toEqual(['ch1 第一章', 'a1 第一条', 'a2 第二条', 'ch2 第二章', 'a3 第三条', 'a5 第五条'])
    expect(issues).toEqual(['STR-002:6'])
  })

  test('reports a level that was skipped and a number that is missing', () => {
    expect(outlineOf(['一、甲', '1. 乙']).issues).toEqual(['STR-001:2'])
    expect(outlineOf(['一、甲', '（一）乙', '（二）丙', '（四）丁']).issues).toEqual(['STR-002:4'])
  })

  test('keeps ids unique where a number is written twice', () => {
    const { ids, issues } = outlineOf(['一、甲', '一、乙'])
    expect(ids).toEqual(['c1 一', 'c1-n2 一'])
    expect(issues).toEqual(['STR-002:2'])
  })

  test('numbers headings without a number by their order', () => {
    expect(outlineOf(['背景', '办法']).ids).toEqual(['u1 ', 'u2 '])
  })
})
