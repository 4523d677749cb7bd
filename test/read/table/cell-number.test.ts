import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TableField } from '../../../src/model/data/dataset.ts'
import { isDouble } from '../../../src/model/number/exact-double.ts'
import { numberReader } from '../../../src/read/table/cell-number.ts'
import { compileCell } from '../../../src/read/table/table-cell.ts'

const digits = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength }).filter((text) => text !== '')
const written = fc
  .tuple(
    fc.constantFrom('', '+', '-'),
    fc.oneof(digits(6), digits(25), fc.maxSafeNat().map(String), digits(400)),
    fc.option(fc.oneof(digits(3), digits(30)), { nil: undefined }),
    fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e+', 'e-'), fc.integer({ min: 0, max: 420 })), { nil: undefined }),
  )
  .map(([sign, whole, part, power]) => `${sign}${whole}${part ? `.${part}` : ''}${power ? power.join('') : ''}`)

/** A number as a whole number of units of 10 to the power -800. */
function exact(text: string): bigint {
  const [, sign = '', whole = '', part = '', power = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  const value = BigInt(`${whole}${part}`) * 10n ** BigInt(800 + Number(power) - part.length)
  return sign === '-' ? -value : value
}

test('every number either is refused, or is printed back as the same number', () => {
  for (const type of ['number', 'integer'] as const) {
    const field = { name: 'x', type, constraints: {} } satisfies TableField
    const check = compileCell(field, 'x', (text) => text === '', 'house', undefined)
    const read = numberReader(field, true)
    fc.assert(
      fc.property(written, (text) => {
        const fault = check(text)?.({ file: 'a.csv', line: 2, column: 1 })
        const value = read(text)
        if (fault?.severity === 'error') expect(value).toBeUndefined()
        else expect(exact(JSON.stringify(value))).toBe(exact(text))
      }),
      { numRuns: 500 },
    )
  }
})

test.each([
  ['9007199254740993', false],
  ['9007199254740992', true],
  ['+100', true],
  ['0.10', true],
  ['0.30000000000000004', true],
  ['0.300000000000000041', false],
  ['1e400', false],
  ['1e-400', false],
  ['0e999', true],
  ['-0', true],
])('%s is a double: %s', (text, is) => expect(isDouble(text)).toBe(is))
