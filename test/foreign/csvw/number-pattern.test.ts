import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtinOf, stringType } from '../../../src/foreign/csvw/builtin.ts'
import { numberFormat } from '../../../src/foreign/csvw/format.ts'
import { numberForm } from '../../../src/foreign/csvw/number-pattern.ts'
import { valueKey } from '../../../src/foreign/csvw/value.ts'

const english = { decimal: '.', group: undefined }
const decimal = builtinOf('decimal') ?? stringType

const fits = (pattern: string, text: string, marks: Parameters<typeof numberForm>[1] = english) =>
  numberForm(pattern, marks)?.test(text)

describe('a number pattern', () => {
  test.each([
    ['0', ['0', '7', '-12', '+3'], ['', '1.0', '1,000', 'x']],
    ['000', ['007', '1234'], ['07']],
    ['#,##0', ['1', '123', '1,234', '12,345,678'], ['1234', '12,34', ',123', '1,2345']],
    ['#,##,##0', ['12,34,567', '1,234'], ['1,234,567']],
    ['0.0#', ['1.5', '1.25'], ['1', '1.', '1.255']],
    ['#.##', ['.5', '12', '12.5'], ['12.555']],
    ['0.00#,###', ['1.25', '1.255,5', '1.255,555'], ['1.2555', '1.2']],
    ['+0', ['+1', '-1'], ['1']],
    ['0.0%', ['12.5%', '-0.1%'], ['12.5', '%12.5']],
    ['‰0', ['‰5', '‰-5'], ['5‰']],
    ['0.0E0', ['1.5E3', '1.5E-3'], ['1.5', '1.5e3', '1.5E+3']],
    ['0E+00', ['1E+03', '1E-10'], ['1E03', '1E+3']],
  ])('%s fits some numbers and no others', (pattern, good, bad) => {
    expect(good.filter((text) => !fits(pattern, text))).toEqual([])
    expect(bad.filter((text) => fits(pattern, text))).toEqual([])
  })

  test.each(['', '[', '0.0.0', '0#', '0.#0', '%0%', '#,', '0E', 'abc', '0;-0', '0.'])('%s is none', (pattern) => {
    expect(numberForm(pattern, english)).toBeUndefined()
  })

  test('of absurd length is none', () => {
    expect(numberForm(`0.${'#'.repeat(100_000)}`, english)).toBeUndefined()
  })

  test('is written with the marks of its column', () => {
    const german = { decimal: ',', group: '.' }
    expect(fits('#.##0,00', '1.234,50', german)).toBe(true)
    expect(fits('#.##0,00', '1,234.50', german)).toBe(false)
    const swiss = { decimal: '.', group: '’' }
    expect(fits('#’##0', '1’234', swiss)).toBe(true)
  })

  test('fits what Intl writes in the same style, and the value read is the number', () => {
    const numbers = fc.record({
      value: fc.integer({ min: -999_999_999, max: 999_999_999 }),
      places: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(numbers, ({ value, places }) => {
        const written = new Intl.NumberFormat('en', { minimumFractionDigits: places, maximumFractionDigits: places })
        const pattern = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`
        const text = written.format(value / 10 ** places)
        const read = numberFormat(pattern, english, decimal)?.(text)
        const plain = numberFormat(undefined, english, decimal)?.(text.replaceAll(',', ''))
        expect(read && valueKey(read)).toBe(plain && valueKey(plain))
        expect(read).toBeDefined()
      }),
    )
  })

  test('is read or refused, whatever it is, and never throws', () => {
    const signs = fc.string({ unit: fc.constantFrom('0', '#', ',', '.', 'E', '+', '-', '%', '‰', '[', '\\', '9') })
    fc.assert(fc.property(signs, fc.string(), (pattern, text) => void numberForm(pattern, english)?.test(text)))
  })
})

describe('a number without a pattern', () => {
  const loose = (text: string, group?: string) => {
    const value = numberFormat(undefined, { decimal: '.', group }, decimal)?.(text)
    return value && valueKey(value)
  }

  test('has groups of any size, but never an empty one', () => {
    expect(loose('12,34,5.6', ',')).toBe(loose('12345.6'))
    expect(loose('1,,2', ',')).toBeUndefined()
    expect(loose(',12', ',')).toBeUndefined()
  })

  test('is a hundredth with % and a thousandth with ‰', () => {
    expect(loose('-25%')).toBe(loose('-0.25'))
    expect(loose('5‰')).toBe(loose('0.005'))
  })

  test('has an exponent or a special value only where the datatype has', () => {
    expect([loose('1E6'), loose('NaN'), loose('INF')]).toEqual([undefined, undefined, undefined])
    const double = builtinOf('number') ?? stringType
    const read = numberFormat(undefined, english, double)
    expect(['1E6', 'NaN', '-INF'].map((text) => read?.(text)?.kind)).toEqual(['number', 'number', 'number'])
  })
})
