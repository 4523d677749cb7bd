import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtinOf, stringType } from '../../../src/foreign/csvw/builtin.ts'
import { compareNumeric, numericKey, parseNumeric } from '../../../src/foreign/csvw/numeric.ts'
import { compareValues, lengthOf, readValue, valueKey } from '../../../src/foreign/csvw/value.ts'

const read = (text: string, name: string) => readValue(text, builtinOf(name) ?? stringType)
const compare = (a: string, b: string, name: string) => {
  const [left, right] = [read(a, name), read(b, name)]
  return left && right && compareValues(left, right)
}

describe('a value', () => {
  test.each([
    ['byte', ['-128', '127', '+7', '007'], ['128', '-129', '1.0', '']],
    ['unsignedLong', ['0', '18446744073709551615'], ['18446744073709551616', '-1']],
    ['negativeInteger', ['-1'], ['0', '1']],
    ['positiveInteger', ['1'], ['0', '-1']],
    ['decimal', ['1.', '.5', '-0.10'], ['1e3', 'NaN', '.', '1,0']],
    ['double', ['1e-3', 'INF', '-INF', 'NaN', '5E+10'], ['inf', '+INF', 'e5']],
    ['boolean', ['true', 'false', '1', '0'], ['TRUE', 'yes', '']],
    ['gYear', ['2026', '-0044', '12026Z', '2026+08:00'], ['26', '02026', '2026-01']],
    ['gMonthDay', ['--02-29', '--12-31Z'], ['--02-30', '02-29']],
    ['duration', ['P1Y', 'PT0.5S', '-P1DT2H', 'P1M1D'], ['P', 'PT', '1Y', 'P1H', 'P-1D', 'P1DT']],
    ['dayTimeDuration', ['P1D', 'PT5M'], ['P1Y', 'P1M']],
    ['yearMonthDuration', ['P1Y2M'], ['P1D', 'P1YT1H']],
    ['hexBinary', ['', '0aFF'], ['0', 'xy']],
    ['base64Binary', ['', 'YQ==', 'YWI=', 'YWJj', 'Y W J j'], ['YQ=', 'Y', 'YQ==YQ==']],
    ['language', ['zh', 'zh-Hans-CN'], ['中文', 'toolonglanguage']],
    ['NMTOKEN', ['a-1', '甲.乙'], ['a b', '']],
    ['NCName', ['a1', '_b', '甲'], ['1a', 'a:b']],
    ['QName', ['a:b', 'b'], ['a:b:c', ':b']],
    ['anyURI', ['https://example.org/义乌', '#a', ''], ['a b', '<a>']],
    ['token', ['a b'], [' a', 'a  b']],
    ['anyAtomicType', ['anything at all'], []],
  ])('of %s is one of its own', (name, good, bad) => {
    expect(good.filter((text) => !read(text, name))).toEqual([])
    expect(bad.filter((text) => read(text, name))).toEqual([])
  })

  test('is the same however it is written', () => {
    const key = (text: string, name: string) => {
      const value = read(text, name)
      return value && valueKey(value)
    }
    expect(key('1.50', 'decimal')).toBe(key('01.5', 'decimal'))
    expect(key('15e-1', 'double')).toBe(key('1.5', 'double'))
    expect(key('-0', 'integer')).toBe(key('0', 'integer'))
    expect(key('100', 'integer')).not.toBe(key('1', 'integer'))
    expect(key('2026-01-02T08:00:00+08:00', 'dateTime')).toBe(key('2026-01-02T00:00:00.000Z', 'dateTime'))
    expect(key('P1Y', 'duration')).toBe(key('P12M', 'duration'))
    expect(key('1', 'boolean')).toBe(key('true', 'boolean'))
  })

  test('has an order only where XML Schema gives one', () => {
    expect(compare('P1M', 'P30D', 'duration')).toBeUndefined()
    expect(compare('P1M', 'P27D', 'duration')).toBe(1)
    expect(compare('P1Y', 'P366D', 'duration')).toBeUndefined()
    expect(compare('P1Y', 'P367D', 'duration')).toBe(-1)
    expect(compare('NaN', '1', 'double')).toBeUndefined()
    expect(compare('-INF', '-1e300', 'double')).toBeLessThan(0)
    expect(compare('a', 'b', 'string')).toBeUndefined()
  })

  test('is as long as it has characters or bytes', () => {
    const length = (text: string, name: string) => lengthOf(text, builtinOf(name) ?? stringType)
    expect([length('义乌𠮷', 'string'), length('0aFF', 'hexBinary')]).toEqual([3, 2])
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(length(Buffer.from(bytes).toString('base64'), 'binary')).toBe(bytes.length)
      }),
    )
  })
})

describe('a number', () => {
  const parts = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -9, max: 9 }))

  test('is compared without rounding', () => {
    fc.assert(
      fc.property(parts, parts, ([a, powerA], [b, powerB]) => {
        const [left, right] = [parseNumeric(`${a}e${powerA}`), parseNumeric(`${b}e${powerB}`)]
        const difference = a * 10n ** BigInt(powerA + 9) - b * 10n ** BigInt(powerB + 9)
        const sign = left && right && compareNumeric(left, right)
        expect(sign).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
        expect(left && right && numericKey(left) === numericKey(right)).toBe(difference === 0n)
      }),
    )
  })

  test('with an absurd exponent costs nothing', () => {
    expect([parseNumeric('1e999999999'), parseNumeric('-1e999999999')]).toEqual([undefined, undefined])
    expect(parseNumeric('1e-999999999')).toEqual({ coefficient: 0n, scale: 0 })
  })
})
