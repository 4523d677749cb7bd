import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedYears, synonymVariants, writtenVariants } from '../../../src/fulltext/ask/variants.ts'
import { toChineseNumeral } from '../../../src/model/number/chinese-number.ts'

const written = (part: string) => writtenVariants(part).map((one) => one.text)

test('the part as typed is the first variant', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (part) => written(part)[0] === part))
})

test('numbers of articles, paragraphs and items are written either way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1260 }), fc.constantFrom('条', '章', '节', '款', '项', '编'), (n, unit) => {
      expect(written(`第${n}${unit}`)).toContain(`第${toChineseNumeral(n)}${unit}`)
      expect(written(`第${toChineseNumeral(n)}${unit}`)).toContain(`第${n}${unit}`)
    }),
  )
  expect(written('第４８条第2款')).toContain('第四十八条第二款')
})

test('years in Chinese digits become Arabic ones, and back where nothing else is found', () => {
  expect(written('二〇二一年')).toContain('2021年')
  expect(written('二○二一年度')).toContain('2021年度')
  expect(printedYears('2021年')).toBe('二〇二一年')
  expect(printedYears('12021年')).toBeUndefined()
})

test('a document number may be written with 年 and 第', () => {
  expect(written('义政办发2021年第38号')).toContain('义政办发2021 38号')
})

const groups = [
  ['社会保险', '社保'],
  ['房屋租赁', '住房租赁', '租房'],
]

test('a word of a group is replaced by the others, and said which was added', () => {
  expect(synonymVariants('社保', groups)).toEqual([{ text: '社会保险', added: '社会保险', everyday: true }])
  expect(synonymVariants('社会保险', groups)).toEqual([{ text: '社保', added: '社保', everyday: false }])
})

test('words are replaced inside longer texts too', () => {
  expect(synonymVariants('租房合同', groups).map((one) => one.text)).toEqual(['房屋租赁合同', '住房租赁合同'])
  expect(synonymVariants('租房合同', groups).every((one) => one.everyday === false)).toBe(true)
})

test('nothing is added where the other word stands already', () => {
  expect(synonymVariants('社会保险（社保）', groups)).toEqual([])
  expect(synonymVariants('贷款', groups)).toEqual([])
})
