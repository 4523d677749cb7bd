import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedNumber, type NumberingLevel, parseNumbering } from '../../../src/model/policy/numbering.ts'

test.each<[string, NumberingLevel, number, string, string]>([
  ['一、主要目标', 1, 1, '一、', '主要目标'],
  ['十二、附则', 1, 12, '十二、', '附则'],
  ['（一）体量规模稳步扩大', 2, 1, '（一）', '体量规模稳步扩大'],
  ['(一) 体量规模', 2, 1, '(一)', '体量规模'],
  ['1. 支持做大做强', 3, 1, '1.', '支持做大做强'],
  ['1．支持', 3, 1, '1．', '支持'],
  ['1、支持', 3, 1, '1、', '支持'],
  ['１２．支持', 3, 12, '１２．', '支持'],
  ['（1）子项', 4, 1, '（1）', '子项'],
  ['(1) 子项', 4, 1, '(1)', '子项'],
  ['① 其一', 5, 1, '①', '其一'],
  ['㉑其二十一', 5, 21, '㉑', '其二十一'],
  ['第一章 总则', 'chapter', 1, '第一章', '总则'],
  ['第一节', 'section', 1, '第一节', ''],
  ['第三十二条　本条例', 'article', 32, '第三十二条', '本条例'],
  ['　　二、重点任务', 1, 2, '二、', '重点任务'],
])('%s', (heading, level, ordinal, number, rest) => {
  expect(parseNumbering(heading)).toEqual({ level, ordinal, number, rest })
})

test('wrong punctuation is read and kept, so that it can be reported', () => {
  expect(parseNumbering('一. 总体')).toMatchObject({ level: 1, number: '一.' })
  expect(parseNumbering('（一）、总体')).toMatchObject({ level: 2, number: '（一）、', rest: '总体' })
})

test.each(['', '主要目标', '一方面要', '1.5万家', '2021年工作', '（责任单位：人行）', '第一，', '3 家', '一二三'])(
  '“%s” has no number',
  (heading) => {
    expect(parseNumbering(heading)).toBeUndefined()
  },
)

test('the right form of each level', () => {
  const levels: NumberingLevel[] = [1, 2, 3, 4, 5, 'chapter', 'section', 'article']
  expect(levels.map((level) => expectedNumber(level, 3))).toEqual(
    '三、 （三） 3. （3） ③ 第三章 第三节 第三条'.split(' '),
  )
  expect([expectedNumber(5, 21), expectedNumber(5, 50), expectedNumber(5, 51)]).toEqual(['㉑', '㊿', '（51）'])
})

test('a number in its right form is read back', () => {
  const level = fc.constantFrom<NumberingLevel>(1, 2, 3, 4, 'chapter', 'section', 'article')
  fc.assert(
    fc.property(level, fc.integer({ min: 1, max: 999 }), (one, ordinal) => {
      const number = expectedNumber(one, ordinal)
      expect(parseNumbering(`${number}目标`)).toEqual({ level: one, ordinal, number, rest: '目标' })
    }),
  )
})

test('number and rest together are the heading, spaces aside', () => {
  const heading = fc.string({ unit: fc.constantFrom(...'一二十百（）()1２9.．、 第章节条①目标'), maxLength: 20 })
  fc.assert(
    fc.property(heading, (text) => {
      const found = parseNumbering(text)
      if (found) expect((found.number + found.rest).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      else expect(found).toBeUndefined()
    }),
  )
})
