import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFormula } from '../../../src/read/table/row-formula.ts'

const row: Readonly<Record<string, string>> = { total: '0.3', 男: '0.1', 女: '0.2', name: '东街', 'a-b': '2' }

function judge(formula: string) {
  return compileFormula(formula)?.judge((column) => row[column])
}

test.each([
  ['total == 男 + 女', 'holds'],
  ['total != 男 + 女', 'broken'],
  ['男 + 女 * 2 == 0.5', 'holds'],
  ['(男 + 女) * 2 == 0.6 and not 男 > 女', 'holds'],
  ['男 >= 0.1 and 女 < 0.1 or `a-b` / 2 == 1', 'holds'],
  ['-男 < 0', 'holds'],
  ['name == "东街"', 'holds'],
  ["name == '西街'", 'broken'],
  ['total == absent', 'missing'],
  ['total', 'broken'],
])('%s %s', (formula, expected) => {
  expect(judge(formula)).toBe(expected)
})

test.each(['', 'a ==', '(a', 'a b', 'a = b', 'a;b', 'and', '__import__("os")', '"open'])(
  '%s is no formula',
  (formula) => {
    expect(compileFormula(formula)).toBeUndefined()
  },
)

test('names the columns it needs', () => {
  expect(compileFormula('`a-b` + total > 0')?.columns).toEqual(['a-b', 'total'])
})

test('computes as arithmetic does', () => {
  const number = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      const values: Readonly<Record<string, string>> = {
        a: String(a),
        b: String(b),
        c: String(c),
        d: String(a + b * c),
      }
      expect(compileFormula('a + b * c == d and d - a == b * c')?.judge((name) => values[name])).toBe('holds')
    }),
  )
})

test('takes any text without throwing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(['holds', 'broken', 'missing', undefined]).toContain(judge(text))
    }),
  )
})

test.each([
  ['brackets', `${'('.repeat(1000)}a == 1${')'.repeat(1000)}`],
  ['brackets that never close', '('.repeat(100_000)],
  ['signs', `${'-'.repeat(1000)}a == 1`],
  ['negations', `${'not '.repeat(1000)}a == 1`],
  ['terms', `a${' + a'.repeat(100_000)} == 1`],
])('%s without measure are no formula', (_, formula) => {
  expect(compileFormula(formula)).toBeUndefined()
})

test('a long sum and some brackets are one', () => {
  expect(compileFormula(`a${' + a'.repeat(900)} == 901`)?.judge(() => '1')).toBe('holds')
  expect(compileFormula(`${'('.repeat(90)}a == 1${')'.repeat(90)}`)?.judge(() => '1')).toBe('holds')
})
