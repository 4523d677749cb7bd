import { expect, test } from 'vitest'
import { outliner, readNumber } from '../../src/import/outline.ts'

test.each([
  ['一、主要目标', '一、', '一、', '主要目标'],
  ['(一) 体量规模', '（一）', '(一)', '体量规模'],
  ['1. 支持做大', '1.', '1.', '支持做大'],
  ['12．加大', '1.', '12．', '加大'],
  ['（2）简化', '（1）', '（2）', '简化'],
  ['③登记', '①', '③', '登记'],
  ['第十二条 本法', '条', '第十二条', '本法'],
])('%s begins with %s', (line, kind, number, rest) => {
  expect(readNumber(line)).toEqual({ kind, number, rest })
})

test.each(['2.5%以上的企业', '2023年底', '（试行）', '一是抓好落实', '第三条规定的情形', '第二条、第三条所列'])(
  '%s has no number',
  (line) => {
    expect(readNumber(line)).toBeUndefined()
  },
)

test('depth follows nesting, also where a level is left out', () => {
  const outline = outliner(false)
  const depths = ['一、目标', '1. 体量', '2. 质量', '二、任务', '（一）优势', '1. 做大'].map(
    (line) => outline(line)?.depth,
  )
  expect(depths).toEqual([2, 3, 3, 2, 3, 4])
})

test('a short first sentence is the title, a long one is text', () => {
  const outline = outliner(false)
  expect(outline('1. 支持做大做强。构建培育库。')).toMatchObject({ heading: '1. 支持做大做强。', text: '构建培育库。' })
  expect(outline('2. 对企业、机构给予奖励，逐年提高。')).toMatchObject({
    heading: '2.',
    text: '对企业、机构给予奖励，逐年提高。',
  })
})

test('in a statute, items of an article stay text', () => {
  const outline = outliner(true)
  expect(outline('第一章 总则')).toMatchObject({ depth: 2, heading: '第一章 总则' })
  expect(outline('第一条 为了规范管理，制定本办法。')).toMatchObject({ depth: 3 })
  expect(outline('（一）境内登记；')).toBeUndefined()
  expect(outline('第二条 森林防火，人人有责')).toMatchObject({ heading: '第二条', text: '森林防火，人人有责' })
  // A sentence is no title, short as it may be: its stop stays.
  expect(outline('第三条 本办法自公布之日起施行。')).toEqual({
    depth: 3,
    heading: '第三条',
    text: '本办法自公布之日起施行。',
  })
  expect(outline('第四条 【解释】本办法由市政府解释。')).toMatchObject({ heading: '第四条 【解释】' })
  expect(outline('第二章 职责')).toMatchObject({ depth: 2 })
})
