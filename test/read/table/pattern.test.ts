import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textFormat } from '../../../src/foreign/csvw/format.ts'
import { compileJsonSchema } from '../../../src/read/table/json-schema.ts'
import { compilePattern, patternsIn } from '../../../src/read/table/pattern.ts'

const string = { name: 'string', family: 'text', isWhole: false } as never

describe('no expression and no text can stop the check', () => {
  const hostile: readonly (readonly [pattern: string, text: string])[] = [
    ['(a+)+', `${'a'.repeat(100_000)}b`],
    ['(a|a)*b', 'a'.repeat(100_000)],
    ['(.*)*x', '（'.repeat(100_000)],
    ['(x+x+)+y', 'x'.repeat(100_000)],
    ['\\s*\\s*\\s*\\s*!', ' '.repeat(100_000)],
    ['(?:[一-龥]+、?)+。', '街'.repeat(100_000)],
    ['(?:a?){200}a{200}', 'a'.repeat(199)],
    ['(?:.{0,9}){0,9}x', '1'.repeat(10_000)],
  ]

  test.each(hostile)('%s', (pattern, text) => {
    expect(compilePattern(pattern).test?.(text)).toBe(false)
    expect(textFormat(pattern, string)?.(text)).toBeUndefined()
    const ofKeys = {
      type: 'object',
      patternProperties: { [pattern]: { type: 'integer' } },
      additionalProperties: false,
    }
    expect(compileJsonSchema({ type: 'string', pattern: `^(?:${pattern})$` })?.(text)).toBe('/')
    expect(compileJsonSchema(ofKeys)?.({ '~': 1 })).toBe('/')
  })
})

test.each(['(?=a)b', '(?!a)b', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', 'a{1001}', '((a{900}){900}){900}'])(
  '%s is an expression that is not supported',
  (pattern) => {
    expect(compilePattern(pattern).fault).toBe('unsupported')
    expect(compileJsonSchema({ type: 'string', pattern })).toBeUndefined()
  },
)

test.each(['(', 'a**', '[b-a]', '(?<n>'])('%s is no expression', (pattern) => {
  expect(compilePattern(pattern).fault).toBe('syntax')
})

test('expressions are found wherever a JSON Schema holds them', () => {
  const schema = { anyOf: [{ pattern: 'a' }, { patternProperties: { b: { items: { pattern: 'c' } } } }], pattern: 1 }
  expect(patternsIn(schema)).toEqual(['a', 'b', 'c'])
})

const atoms = [
  ...[
    'a',
    'b',
    '1',
    '一',
    '😀',
    ' ',
    '.',
    '\\d',
    '\\D',
    '\\w',
    '\\s',
    '\\S',
    '[ab]',
    '[^a]',
    '[\\s1]',
    '[\\S]',
    '[^\\d]',
  ],
  ...[
    '\\u4e00',
    '\\x61',
    '\\u{1F600}',
    '\\ud83d\\ude00',
    '\\p{Script=Han}',
    '\\P{L}',
    '[\\p{Lu}1]',
    '\\/',
    '\\.',
    '\\t',
  ],
  ...['[\\b]', '[[]', '[^]', '\\b', '\\0', '\\cJ', '(?<n>a)', '[\\]\\-]', '\\v'],
]
const pattern: fc.Arbitrary<string> = fc.letrec((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...atoms),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a}${b}`.replaceAll('(?<n>a)(?<n>a)', '(?<n>a)')),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?', '{2,}'))
      .map(([a, q]) => `(?:${a})${q}`),
  ),
})).expression as fc.Arbitrary<string>
const sign = fc.constantFrom(...'ab1一😀 AÄ.\n\r\t\u2028\u3000\u00a0\u0000\b]-/', '\ud83d')

test('an expression means what it means to ECMAScript', () => {
  fc.assert(
    fc.property(pattern, fc.array(sign, { maxLength: 5 }), (source, signs) => {
      const text = signs.join('')
      let native: RegExp
      try {
        native = new RegExp(`^(?:${source})$`, 'u')
      } catch {
        return
      }
      expect([source, compilePattern(source).test?.(text)]).toEqual([source, native.test(text)])
    }),
    { numRuns: 300 },
  )
})
