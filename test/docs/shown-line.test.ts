import { expect, test } from 'vitest'
import { shownLine } from './shown-line.ts'

test.each([
  ['标题: 通知', '标题: 通知'],
  ['安排\u200b资金', '安排⟦U+200B⟧资金'],
  ['\ufeffid,name', '⟦U+FEFF⟧id,name'],
  ['a\u0000b', 'a⟦U+0000⟧b'],
])('%j is shown as %s', (line, shown) => {
  expect(shownLine(line)).toBe(shown)
})

test('a long line is cut around the column', () => {
  const shown = shownLine(`${'一'.repeat(300)}错${'二'.repeat(300)}`, 301)
  expect(shown).toMatch(/^…一+错二+…$/)
  expect(shown.length).toBeLessThan(170)
})

test('what points to a person is masked', () => {
  expect(shownLine('联系人 13800138000')).not.toContain('13800138000')
})
