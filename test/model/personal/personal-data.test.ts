import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData } from '../../../src/model/personal/personal-data.ts'

// the sample number of GB 11643-1999 itself
const sample = '11010519491231002X'

test.each([
  [`身份证号${sample}。`, 'id-number', sample],
  ['11010519491231002x', 'id-number', '11010519491231002x'],
  ['110105 19491231 002X', 'id-number', '110105 19491231 002X'],
  ['１１０１０５１９４９１２３１００２X', 'id-number', '１１０１０５１９４９１２３１００２X'],
  ['联系人手机13812345678', 'mobile', '13812345678'],
  ['138-1234-5678', 'mobile', '138-1234-5678'],
  ['+86 13812345678', 'mobile', '+86 13812345678'],
  ['电话：13800000000', 'mobile', '13800000000'],
  ['卡号6222021234567890128', 'bank-card', '6222021234567890128'],
  ['卡号6222 0212 3456 7890 128', 'bank-card', '6222 0212 3456 7890 128'],
  ['加入QQ群(123456789)', 'qq', '123456789'],
  ['QQ：12345678', 'qq', '12345678'],
  ['QQ群号：123456789', 'qq', '123456789'],
  ['微信号：yw_helper01', 'wechat', 'yw_helper01'],
  ['邮箱 someone@example.com，', 'email', 'someone@example.com'],
  ['家庭住址：某镇某路12号', 'address', '某镇某路12号'],
  ['某小区3幢1单元201室', 'address', '3幢1单元201室'],
])('%s holds a %s', (text, kind, secret) => {
  const found = findPersonalData(text, [])
  expect(found.map((one) => [one.kind, text.slice(one.start, one.end)])).toEqual([[kind, secret]])
})

test.each([
  '110105194912310021', // wrong check character
  '11010519491331002X', // month 13
  '99010519491231002X', // no such province
  '统一社会信用代码11330782002609806X、91330782MA2XXXXX0A',
  '索引号11332500MB1601924J/2021-36824',
  '统一社会信用代码：110105194912310020',
  '0.11010519491231002',
  '3.13812345678',
  '订单138123456789012',
  '15163000000',
  '进出口13812345678元',
  'https://www.yw.gov.cn/art/2023/12/20/13812345678.html?id=11010519491231002X',
  'http://news.zgyww.cn/system/2023/10/24/010258971.shtml',
  '义政办发〔2021〕38号，ZJAC75-2024-0001，0579-85412345，12345',
  '微信公众号：义乌发布',
  '6222021234567890123', // wrong check digit
  '2022-12-20 10:30，@所有人',
  '市政府3号楼501室',
])('nothing is reported in %s', (text) => {
  expect(findPersonalData(text, [])).toEqual([])
})

test('several are reported in order, without overlaps', () => {
  const text = `QQ群(123456789) 13812345678 ${sample} a@example.com`
  expect(findPersonalData(text, []).map((one) => one.kind)).toEqual(['qq', 'mobile', 'id-number', 'email'])
})

test('contacts an editor has approved are let pass, however they are spaced', () => {
  expect(findPersonalData('QQ群(123456789)、138 1234 5678', ['123456789', '13812345678'])).toEqual([])
  expect(findPersonalData('QQ群(123456789)、13912345678', ['123456789'])).toHaveLength(1)
})

test('a report shows the ends of a long secret only', () => {
  expect(findPersonalData(sample, [])[0]?.masked).toBe('11****…**2X')
  expect(findPersonalData('QQ：12345678', [])[0]?.masked).toBe('1****…**')
  expect(findPersonalData('住址：某镇某路12号', [])[0]?.masked).toBe('****…**')
})

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const citizenNumbers = fc
  .tuple(
    fc.constantFrom('330782', '330106', '110105', '650102'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2015-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, born, order]) => {
    const body = area + born.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0')
    const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
    return body + '10X98765432'[sum % 11]
  })

test('every valid citizen number is found wherever it stands, and its middle is never shown', () => {
  const around = fc.constantFrom('', '，', '姓名 ', '(', '：', '\n', '"')
  fc.assert(
    fc.property(citizenNumbers, around, around, (number, before, after) => {
      const [found] = findPersonalData(before + number + after, [])
      expect(found).toMatchObject({ kind: 'id-number', start: before.length, end: before.length + 18 })
      expect(found?.masked).not.toContain(number.slice(3, 16))
      expect(found?.masked.replace(/[*…]/g, '')).toHaveLength(4)
    }),
  )
})

test('one changed digit breaks the checksum', () => {
  fc.assert(
    fc.property(citizenNumbers, fc.integer({ min: 14, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const digit = (Number(number[at]) + by) % 10
      const wrong = number.slice(0, at) + digit + number.slice(at + 1)
      expect(findPersonalData(wrong, []).filter((one) => one.kind === 'id-number')).toEqual([])
    }),
  )
})

test('a mask never holds more than four signs of what it hides', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789Xx@.- QQ群微信号：()一二三ab住址'), maxLength: 200 })
  fc.assert(
    fc.property(text, (words) => {
      for (const one of findPersonalData(words, [])) {
        expect([...one.masked.replace(/[*…]/g, '')].length).toBeLessThanOrEqual(4)
        expect(one.end - one.start).toBeGreaterThan(4)
      }
      expect(findPersonalData(words, [])).toEqual(findPersonalData(words, []))
    }),
  )
})

const mobileNumbers = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([head, rest]) => head + String(rest).padStart(9, '0'))
  // 150 1200 3400 may be figures in a row
  .filter((number) => !number.endsWith('0'))
const invisible = fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad')
const blanks = fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f', '\u3000', '-', '–', '—', '‑', '－')
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const words = fc.string({ unit: fc.constantFrom(...'的，。：、（）市民已报送至窗口\n “”'), maxLength: 20 })

/** The number as people disguise it: groups, widths, signs that nobody sees. */
function disguised(number: string, cuts: readonly number[]) {
  return fc
    .record({
      sign: blanks,
      hidden: invisible,
      at: fc.integer({ min: 1, max: number.length - 1 }),
      form: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ sign, hidden, at, form }) => {
      const parts = cuts.map((cut, index) => number.slice(cuts[index - 1] ?? 0, cut))
      if (form === 0) return parts.join(sign)
      if (form === 1) return number.slice(0, at) + hidden + number.slice(at)
      if (form === 2) return wide(number)
      if (form === 3) return wide(parts.join(sign))
      return `${number.slice(0, at)}\n${number.slice(at)}`
    })
}

test('a number is found however it is grouped, widened or broken, and where it stands in the text', () => {
  const secret = fc.oneof(
    citizenNumbers.chain((number) =>
      disguised(number, [6, 10, 14, 18]).map((written) => ({ written, kind: 'id-number' })),
    ),
    mobileNumbers.chain((number) => disguised(number, [3, 7, 11]).map((written) => ({ written, kind: 'mobile' }))),
  )
  fc.assert(
    fc.property(secret, words, words, ({ written, kind }, before, after) => {
      const found = findPersonalData(before + written + after, [])
      expect(found).toMatchObject([{ kind, start: before.length, end: before.length + written.length }])
    }),
    { numRuns: 300 },
  )
})

test('figures with a unit, of whatever length, are nobody’s', () => {
  const figure = fc
    .tuple(fc.constantFrom('1', '2', '3', '9'), fc.integer({ min: 1, max: 14 }), fc.nat())
    .map(([head, length, seed]) => head + String(seed).padStart(length, '7').slice(0, length))
  const unit = fc.constantFrom('元', '万元', '吨', '千瓦时', '件', '户', '美元', '次')
  fc.assert(
    fc.property(figure, unit, words, (number, measure, before) => {
      expect(findPersonalData(`${before}${number}${measure}。`, [])).toEqual([])
    }),
    { numRuns: 300 },
  )
})
