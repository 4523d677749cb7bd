import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/read/json/json-source.ts'
import { parseJson } from '../../../src/read/json/json-source.ts'

describe('JSON with positions', () => {
  test('holds the values that JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space)
        const parsed = parseJson(text, 'a.json')
        expect('json' in parsed && plain(parsed.json)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('accepts and refuses the texts that JSON.parse does', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '"\\u00e9"',
      '\\',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\t',
      '\u0001',
      '义',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('')
        const parsed = parseJson(text, 'a.json')
        expect('json' in parsed).toBe(isJson(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('knows where keys and values stand', () => {
    const parsed = parseJson('\uFEFF{\n  "甲": [1,\r\n    {"b": "c"}]\n}', 'a.json')
    if (!('json' in parsed) || parsed.json.type !== 'object') throw new Error('not read')
    const member = parsed.json.members.get('甲')
    expect(member?.keyAt).toEqual({ file: 'a.json', line: 2, column: 3 })
    expect(member?.value.at).toEqual({ file: 'a.json', line: 2, column: 8 })
    const inner = member?.value.type === 'array' ? member.value.items[1] : undefined
    expect(inner?.at).toEqual({ file: 'a.json', line: 3, column: 5 })
  })

  test.each([
    ['{"a": 1,}', 1, 9],
    ['{\n"a" 1}', 2, 5],
    ['[1, 2', 1, 6],
    ['{"a": "x\ny"}', 1, 7],
    ['{} {}', 1, 4],
    ['', 1, 1],
    ['['.repeat(100_000), 1, 66],
  ])('%j is broken where it is broken', (text, line, column) => {
    expect(parseJson(text, 'a.json')).toMatchObject({ fault: { at: { line, column } } })
  })
})

function plain(json: Json): unknown {
  if (json.type === 'array') return json.items.map(plain)
  if (json.type !== 'object') return json.value
  return Object.fromEntries([...json.members].map(([name, { value }]) => [name, plain(value)]))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
