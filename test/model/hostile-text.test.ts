import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumeral } from '../../src/model/number/chinese-number.ts'
import { isRealDate } from '../../src/model/number/date.ts'
import { parsePeriod } from '../../src/model/number/period.ts'
import { findQuantities, parseQuantity } from '../../src/model/number/quantity.ts'
import { findPersonalData } from '../../src/model/personal/personal-data.ts'
import { findDocNumbers, parseDocNumber } from '../../src/model/policy/doc-number.ts'
import { findInvisible } from '../../src/model/policy/invisible.ts'
import { parseNumbering } from '../../src/model/policy/numbering.ts'
import { findResponsibility, parseResponsibility } from '../../src/model/policy/responsibility.ts'
import { nearest } from '../../src/model/policy/suggest.ts'
import { findComparator } from '../../src/model/target/comparator.ts'

const readers: Record<string, (text: string) => unknown> = {
  parseNumeral,
  findComparator,
  isRealDate,
  parseDocNumber,
  findDocNumbers,
  findInvisible,
  parseNumbering,
  parsePeriod,
  findPersonalData: (text) => findPersonalData(text, []),
  parseQuantity,
  findQuantities,
  parseResponsibility,
  findResponsibility,
  nearest: (text) => nearest(text, [text, 'docNumber', '发文字号']),
}

const domain = fc.string({
  unit: fc.constantFrom(
    ...'0159.,，、；：:%％万亿十百零一二年月日号第〔〕[]（）()“”责任牵头单位以上超约余不低于家元QXx@/—- \n\u200b\ud800',
  ),
  maxLength: 300,
})

// a reader that backtracks takes minutes on these instead of a moment
const repeated = [
  '1',
  '1,',
  '1,111',
  '1.',
  '1.111.',
  '一',
  '百',
  '万',
  ' ',
  '\n',
  '(',
  '（',
  '（责任单位：',
  '责任单位：',
  '等 ',
  '、',
  '“',
  '〔2021〕',
  '〔2021〕38号',
  '义',
  'a@',
  'a',
  'a.',
  '@',
  '13812345678',
  '13812345678 ',
  '6222 ',
  'QQ',
  '住址：',
  '第',
  '2021年',
  '2021—',
  '—',
  '+1',
  '1+',
  '5G',
  'http://',
  '超',
  '约',
  '不超过',
  '以上',
  '半',
  'half a ',
  'RMB ',
  '１，',
  '\u200b',
  '\ud800',
  '分之',
  '百分之一',
  '1月',
]

test.each(Object.keys(readers))('%s takes any text', (name) => {
  const read = readers[name]
  fc.assert(
    fc.property(fc.oneof(domain, fc.string({ unit: 'binary', maxLength: 100 })), (text) => {
      expect(() => read?.(text)).not.toThrow()
    }),
    { numRuns: 300 },
  )
})

test.each(Object.keys(readers))('%s comes to an end on 100,000 characters', (name) => {
  for (const part of repeated) {
    const text = `${part.repeat(Math.ceil(100_000 / part.length))}!`
    expect(() => readers[name]?.(text)).not.toThrow()
  }
})
