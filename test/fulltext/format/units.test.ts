import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, gap, unitsOf } from '../../../src/fulltext/format/units.ts'

const texts = (text: string) => unitsOf(text).map((unit) => unit.text)

test.each([
  ['义政办发〔2021〕38号', ['义', '政', '办', '发', '2021', '38', '号']],
  ['义政办发[2021] 38号', ['义', '政', '办', '发', '2021', '38', '号']],
  ['义政办发（２０２１）３８号', ['义', '政', '办', '发', '2021', '38', '号']],
  ['ＡＡＡ级', ['aaa', '级']],
  ['2.5%以上', ['2.5%', '以', '上']],
  ['2.', ['2']],
  ['R&D 和 C++', ['r&d', '和', 'c++']],
  ['%企业', ['企', '业']],
  ['“首贷户”', ['首', '贷', '户']],
  ['浙江—上海～北京', ['浙', '江', '上', '海', '北', '京']],
  ['小 微\u3000企\n业', ['小', '微', '企', '业']],
  ['企业，个人。', ['企', '业', gap, '个', '人']],
  ['企业……；！个人', ['企', '业', gap, '个', '人']],
  ['，企业', ['企', '业']],
  ['Ⅱ类', ['ii', '类']],
  ['㎏', ['kg']],
  ['𠮷野家', ['𠮷', '野', '家']],
  ['', []],
  ['。，', []],
])('%s', (text, expected) => {
  expect(texts(text)).toEqual(expected)
})

/** Texts of the signs that matter here, and of any others. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'企业个人２0a.&%+[〔】“—，。 \n𠮷Ⅱ') }),
)

test('every unit says where it stands: a Chinese character or a run stands there as written', () => {
  for (const { text, start, end } of unitsOf('到２０２３年底，5.2万家。')) {
    if (text !== gap) expect('到２０２３年底，5.2万家。'.slice(start, end).normalize('NFKC').toLowerCase()).toBe(text)
  }
})

test('units never overlap and never leave the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0
      for (const { start, end } of unitsOf(text)) {
        expect(end).toBeLessThanOrEqual(text.length)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeGreaterThanOrEqual(last)
        last = end
      }
    }),
  )
})

test('the units say everything: cutting them once more, parted by spaces, gives the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const units = texts(text)
      const again = units.map((unit) => (unit === gap ? '，' : unit)).join(' ')
      expect(texts(again)).toEqual(units)
    }),
  )
})

test('width, case and brackets change nothing', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'企业个人2a，') })
  fc.assert(
    fc.property(plain, fc.nat(), (text, at) => {
      const wide = text.replace(/[\x21-\x7e]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
      expect(texts(wide.toUpperCase())).toEqual(texts(text))
      const place = at % (text.length + 1)
      if (/[a-z0-9]$/.test(text.slice(0, place)) && /^[a-z0-9]/.test(text.slice(place))) return
      expect(texts(`${text.slice(0, place)}〔${text.slice(place)}`)).toEqual(texts(text))
    }),
  )
})

test('there is no gap at the beginning, at the end, or beside another', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const units = texts(text)
      expect([units[0], units.at(-1)]).not.toContain(gap)
      expect(units.some((unit, at) => unit === gap && units[at + 1] === gap)).toBe(false)
    }),
  )
})

test('a run has at most about forty characters', () => {
  const units = texts('7'.repeat(1000))
  expect(units.join('')).toBe('7'.repeat(1000))
  expect(Math.max(...units.map((unit) => unit.length))).toBeLessThanOrEqual(41)
})

test('a fold replaces Chinese characters only', () => {
  const fold = (one: string) => (one === '國' ? '国' : one)
  expect(unitsOf('中國a國', fold).map((unit) => unit.text)).toEqual(['中', '国', 'a', '国'])
})

test('what is emitted is what is listed, but for a gap at the end', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const emitted: string[] = []
      cut(text, (unit) => emitted.push(unit))
      if (emitted.at(-1) === gap) emitted.pop()
      expect(emitted).toEqual(texts(text))
    }),
  )
})
