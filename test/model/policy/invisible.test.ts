import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInvisible } from '../../../src/model/policy/invisible.ts'

test.each([
  ['\u200b', 'U+200B', '零宽空格', ''],
  ['\u200d', 'U+200D', '零宽连字', ''],
  ['\ufeff', 'U+FEFF', '字节顺序标记', ''],
  ['\u00ad', 'U+00AD', '软连字符', ''],
  ['\ufffd', 'U+FFFD', '替换字符（原字已丢失）', undefined],
  ['\ue000', 'U+E000', '私有区字符', undefined],
  ['\u{f0000}', 'U+F0000', '私有区字符', undefined],
  ['\uf900', 'U+F900', '兼容汉字', '豈'],
  ['\u{2f800}', 'U+2F800', '兼容汉字', '丽'],
  ['\u2f00', 'U+2F00', '部首字符', '一'],
  ['\u0000', 'U+0000', '控制字符', ''],
  ['\u0085', 'U+0085', '控制字符', ''],
  ['\u202e', 'U+202E', '不可见的格式字符', ''],
  ['\u2028', 'U+2028', '行分隔符', ''],
])('%j is named', (char, code, name, instead) => {
  const found = findInvisible(`义乌${char}市`)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ start: 2, end: 2 + char.length, code, name: { zh: name } })
  expect(found[0]?.instead).toBe(instead)
})

test('half of a character is found, a whole one is not', () => {
  expect(findInvisible('a\ud83d').map((one) => one.code)).toEqual(['U+D83D'])
  expect(findInvisible('\ude00a').map((one) => one.code)).toEqual(['U+DE00'])
  expect(findInvisible('😀𠮷')).toEqual([])
})

test('ordinary text, spaces, tabs and line ends are let pass', () => {
  expect(findInvisible('义乌市\t“小微企业”（2021—2023年）\r\n　〔2021〕 ①％〇 café ·')).toEqual([])
})

test('a byte order mark is let pass at the very start only', () => {
  expect(findInvisible('\ufeff标题')).toEqual([])
  expect(findInvisible('标题\ufeff')).toHaveLength(1)
})

test('without what was found a text has nothing to find', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let rest = ''
      let at = 0
      for (const one of findInvisible(text)) {
        rest += text.slice(at, one.start)
        at = one.end
      }
      rest += text.slice(at)
      expect(findInvisible(rest)).toEqual([])
    }),
  )
})
