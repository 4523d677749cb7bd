import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programmeNames } from '../../../src/model/number/not-quantity.ts'
import { findQuantities, mainQuantity, parseQuantity } from '../../../src/model/number/quantity.ts'

describe('a printed figure', () => {
  test.each<[string, number, string]>([
    ['5.2万家以上', 52000, '家'],
    ['5.2 万家', 52000, '家'],
    ['1.3 亿', 130_000_000, ''],
    ['2.5万亿元', 2_500_000_000_000, '元'],
    ['3千万元', 30_000_000, '元'],
    ['4.9万户', 49000, '户'],
    ['2.4 万人次以上', 24000, '人次'],
    ['350 台次', 350, '台次'],
    ['28.29万余平方米', 282_900, '㎡'],
    ['168.66亩', 168.66, '亩'],
    ['15.7万标箱', 157_000, '标箱'],
    ['14万TEU', 140_000, '标箱'],
    ['87,691人', 87691, '人'],
    ['8，684，700', 8_684_700, ''],
    ['８，６８４，７００', 8_684_700, ''],
    ['640,000', 640_000, ''],
    ['2.5%', 0.025, '比率'],
    ['２.５％', 0.025, '比率'],
    ['2.5‰', 0.0025, '比率'],
    ['百分之六', 0.06, '比率'],
    ['百分之六点零五', 0.0605, '比率'],
    ['四分之一', 0.25, '比率'],
    ['全覆盖', 1, '比率'],
    ['0.5 个百分点', 0.5, '百分点'],
    ['两个百分点', 2, '百分点'],
    ['半个月', 0.5, '月'],
    ['5个工作日', 5, '工作日'],
    ['500元/人', 500, '元/人'],
    ['350台次/年', 350, '台次/年'],
    ['五家', 5, '家'],
    ['三十二个', 32, '个'],
    ['2055.62億元', 205_562_000_000, '元'],
    ['18.7萬家', 187_000, '家'],
    ['65萬戶', 650_000, '户'],
    ['1300本', 1300, '本'],
    ['8.5折', 8.5, '折'],
    ['-3.2%', -0.032, '比率'],
    ['下降3.2%', -0.032, '比率'],
    ['增长14.8%', 0.148, '比率'],
    ['减少3家', 3, '家'],
  ])('%s is %d %s', (text, value, unit) => {
    expect(parseQuantity(text)).toMatchObject({ value, unit, printed: text })
  })

  test.each<[string, number, string]>([
    ['3.08 trillion yuan', 3_080_000_000_000, '元'],
    ['148.56 billion RMB', 148_560_000_000, '元'],
    ['RMB 336 billion', 336_000_000_000, '元'],
    ['107.09 bn RMB', 107_090_000_000, '元'],
    ['half a million', 500_000, ''],
    ['1.05 million', 1_050_000, ''],
    ['4.991 billion packages', 4_991_000_000, '件'],
    ['1,079 trips', 1079, '列'],
    ['5,024 trains', 5024, '列'],
    ['89,228 TEUs', 89228, '标箱'],
    ['93.98 percent', 0.9398, '比率'],
    ['100.16 points', 100.16, '点'],
    ['US$5 million', 5_000_000, '美元'],
    ['285,99 Milliarden Yuan', 285_990_000_000, '元'],
    ['1.234,5 Mio. Yuan', 1_234_500_000, '元'],
  ])('%s is %d %s', (text, value, unit) => {
    expect(parseQuantity(text)).toMatchObject({ value, unit })
  })

  test.each([
    ['约471.6亿元', '约', undefined],
    ['24万多家', '余', undefined],
    ['4000余人', '余', undefined],
    ['10余万家', '余', undefined],
    ['十余家', '余', undefined],
    ['超4000万件', '超', 'gt'],
    ['已突破90万户', '超', 'gt'],
    ['逾300亿元', '超', 'gt'],
    ['近50万单', '近', undefined],
    ['20万左右', '约', undefined],
    ['不足10人', '不足', 'lt'],
    ['10000家以上', '以上', 'ge'],
    ['不超过3年', undefined, 'le'],
    ['1000万元以下', undefined, 'le'],
    ['more than 1,200', '超', 'gt'],
    ['Around half a million', '约', undefined],
    ['nearly 554 billion yuan', '近', undefined],
    ['at least 20', undefined, 'ge'],
  ])('%s is hedged by %s and bound by %s', (text, approx, comparator) => {
    const found = parseQuantity(text)
    expect([found?.approx, found?.comparator]).toEqual([approx, comparator])
  })

  test.each(['', '十百千万', '若干', '2021—2023年', '5万家和3万家', '约', '不详', '1,2,3', '累计新增小微企业5万家'])(
    '“%s” is not one quantity',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined()
    },
  )
})

describe('quantities in running text', () => {
  test('each is found with its words and its place', () => {
    const text = '到 2023 年底，累计新增小微企业 5.2 万家以上，其中八大万亿产业小微企业 1.3 万家以上；余额超150亿元。'
    const all = findQuantities(text)
    expect(all.map((one) => [one.printed, one.value, one.unit, one.comparator, one.word])).toEqual([
      ['5.2 万家以上', 52000, '家', 'ge', '以上'],
      ['1.3 万家以上', 13000, '家', 'ge', '以上'],
      ['超150亿元', 15_000_000_000, '元', 'gt', '超'],
    ])
    for (const one of all) expect(text.slice(one.start, one.end)).toBe(one.printed)
  })

  test('a unit may follow on the next line', () => {
    expect(printed('余额超 150 亿\n\n元。')).toEqual(['超 150 亿\n\n元'])
  })

  test('both ends of a range share their scale and unit', () => {
    expect(findQuantities('给予20—100万元支持').map((one) => [one.value, one.unit])).toEqual([
      [200_000, '元'],
      [1_000_000, '元'],
    ])
    expect(findQuantities('给予20-100万的资金').map((one) => one.value)).toEqual([200_000, 1_000_000])
  })

  test.each([
    '二〇二一年，2021年11月8日，2021—2023年，2021－2023 年',
    '2021年1—9月，3月12日，1月25日（正月初三），6月10日至12日，一月三日，第三季度，前三季度',
    '2021-11-08 10:30，2021.11.8，2021/2023',
    '义政办发〔2021〕38号、国办发[2017]47号、省政府令第372号',
    '第三十二条、第2款、第一位、第1—3项、GB/T 9704-2012 第7.2.5条',
    '1. 支持做大做强\n２．提升创新能力\n（1）子项',
    '推进5G应用，实施531X工程和“十百千万”行动，深化“4+1”细分，4+4+14+X',
    '省AAA级“守合同重信用”企业，“十区百县千企”，“三张清单”，双随机、一公开',
    '“10000”模式，“152”工程，世界500强，拨打12345，0579-85412345',
    'https://www.yw.gov.cn/art/2023/12/20/art_1229436591_59466934.html',
    '三服务2.0版，A4纸，ISO9001认证，G20，COVID-19，20G流量',
    '一批项目，一件事改革，三个方面，四条意见，省市县三级联动，三年行动，百个示范，上千家',
  ])('nothing is counted in: %s', (text) => {
    expect(printed(text)).toEqual([])
  })

  test.each(programmeNames)('the programme name %s is no quantity', (name) => {
    expect(printed(`深入实施“${name}”，`)).toEqual([])
  })

  test('words that only end like a hedge are left out', () => {
    expect(printed('签约20个，节约30万元，赶超100家，最近5天')).toEqual(['20个', '30万元', '100家', '5天'])
  })

  test('letters before an amount do not hide it', () => {
    expect(findQuantities('GDP2055.62亿元，RMB336 billion').map((one) => one.value)).toEqual([205_562_000_000, 336e9])
  })
})

describe('the quantity a promise is about', () => {
  test.each([
    ['三年累计培育 100 家', 100],
    ['3年累计培育 100 家', 100],
    ['单户授信总额1000万元以下的企业贷款达到50亿元', 5e9],
    ['在 1 个以上行业开展试点', 1],
    ['办理时间压缩至3天以内', 3],
  ])('%s', (words, value) => {
    expect(mainQuantity(words)?.value).toBe(value)
  })
})

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, places]) => {
    const digits = String(units).padStart(places + 1, '0')
    const written = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
    return { written, units: BigInt(units), places }
  })
const scales = fc.constantFrom<[string, number]>(['万', 4], ['亿', 8], ['万亿', 12], ['百万', 6], ['千万', 7])

test('scaling is exact to the last digit', () => {
  fc.assert(
    fc.property(decimals, scales, ({ written, units, places }, [scale, power]) => {
      const exact = Number(units * 10n ** BigInt(power - places))
      expect(parseQuantity(`${written}${scale}家`)).toMatchObject({ value: exact, unit: '家', scale: 10 ** power })
      expect(findQuantities(`新增 ${written} ${scale}家以上。`).map((one) => one.value)).toEqual([exact])
    }),
  )
})

test('a percentage is the nearest number to its hundredth', () => {
  fc.assert(
    fc.property(decimals, ({ written }) => {
      expect(parseQuantity(`${written}%`)?.value).toBe(Number(`${written}e-2`))
    }),
  )
})

test('found quantities stand in order, do not overlap and are finite', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'0123456789.,%万亿十百五家元年月日约超以上至—-+（）〔〕第号 \n5GX'),
    maxLength: 200,
  })
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
      let last = 0
      for (const one of findQuantities(text)) {
        expect(one.start).toBeGreaterThanOrEqual(last)
        expect(one.end).toBeGreaterThan(one.start)
        expect(one.end).toBeLessThanOrEqual(text.length)
        expect(Number.isFinite(one.value)).toBe(true)
        expect(one.printed === '' || text.slice(one.start, one.end) === one.printed).toBe(true)
        last = one.end
      }
    }),
  )
})

function printed(text: string): string[] {
  return findQuantities(text).map((one) => one.printed)
}
