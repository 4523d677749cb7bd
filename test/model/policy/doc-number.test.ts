import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDocNumbers, parseDocNumber } from '../../../src/model/policy/doc-number.ts'

const right = '义政办发〔2021〕38号'

test('a document number is taken apart', () => {
  expect(parseDocNumber(right)).toEqual({ code: '义政办发', year: 2021, serial: 38, canonical: right })
})

test.each([
  ['义政办发[2021]38号', 'brackets'],
  ['义政办发（2021）38号', 'brackets'],
  ['义政办发(2021)38号', 'brackets'],
  ['义政办发【2021】38号', 'brackets'],
  ['义政办发［2021］38号', 'brackets'],
  ['义政办发〔2021]38号', 'brackets'],
  ['义政办发[21]038号', 'brackets'],
  ['义政办发〔21〕38号', 'year'],
  ['义政办发〔21〕038号', 'year'],
  ['义政办发〔2021〕038号', 'serial'],
  ['义政办发〔2021〕第38号', 'serial'],
  ['义政办发 〔2021〕 38 号', 'form'],
  ['义政办发〔２０２１〕38号', 'form'],
])('%s has a fault (%s) and the right form is suggested', (text, fault) => {
  expect(parseDocNumber(text)).toEqual({ fault, suggestion: right })
})

test.each(['', '省政府令第372号', '义政办发2021年38号', '〔2021〕38号', '38号'])('“%s” has another form', (text) => {
  expect(parseDocNumber(text)).toEqual({ fault: 'form' })
})

test('a year that cannot be is not turned into a suggestion', () => {
  expect(parseDocNumber('义政办发〔202〕38号')).toEqual({ fault: 'year', suggestion: undefined })
  expect(parseDocNumber('义政办发〔1021〕38号')).toEqual({ fault: 'year', suggestion: undefined })
  expect(parseDocNumber('义政办发〔2021〕0号')).toMatchObject({ suggestion: undefined })
})

test('numbers in running text are found in any brackets, without the words before them', () => {
  const text = '根据《指引》（国办发〔2017〕47号）和义政办发[2021]38号，参照浙数局发（2020）6 号。'
  expect(findDocNumbers(text).map((one) => [one.text, one.canonical])).toEqual([
    ['国办发〔2017〕47号', '国办发〔2017〕47号'],
    ['义政办发[2021]38号', right],
    ['浙数局发（2020）6 号', '浙数局发〔2020〕6号'],
  ])
  for (const one of findDocNumbers(text)) expect(text.slice(one.start, one.end)).toBe(one.text)
})

test('known codes decide where the number begins', () => {
  expect(findDocNumbers('详见省里浙政发〔2021〕3号')[0]?.text).not.toBe('浙政发〔2021〕3号')
  expect(findDocNumbers('详见省里浙政发〔2021〕3号', ['浙政发'])[0]?.text).toBe('浙政发〔2021〕3号')
})

test('what only looks like a number is left alone', () => {
  expect(findDocNumbers('（2021—2023年）第38号楼，[1]2号机，〔2021〕号')).toEqual([])
})

test('every right number is read back and found in a sentence', () => {
  const code = fc.string({ unit: fc.constantFrom(...'浙政办发国义函数局'), minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(code, fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 99_999 }), (c, year, serial) => {
      const canonical = `${c}〔${year}〕${serial}号`
      expect(parseDocNumber(canonical)).toEqual({ code: c, year, serial, canonical })
      expect(findDocNumbers(`（${canonical}）`)).toEqual([
        { text: canonical, start: 1, end: 1 + canonical.length, canonical },
      ])
    }),
  )
})

test('a suggestion is itself without fault', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'义政发〔〕[]（）012第号 年'), maxLength: 16 })
  fc.assert(
    fc.property(signs, (text) => {
      const read = parseDocNumber(text)
      if ('fault' in read && read.suggestion)
        expect(parseDocNumber(read.suggestion)).toMatchObject({ canonical: read.suggestion })
      else expect('fault' in read || read.canonical === text).toBe(true)
    }),
  )
})
