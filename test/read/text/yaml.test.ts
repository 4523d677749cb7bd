import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../../src/read/text/yaml.ts'

describe('parseYaml', () => {
  test('keeps dates as the text they were', () => {
    expect(parseYaml('adoptedOn: 2024-02-30\n', 'a.md').value).toEqual({ adoptedOn: '2024-02-30' })
  })

  test('knows the line and column of a nested value in its file', () => {
    const yaml = parseYaml('title: 通知\nrelations:\n  - { type: 依据, policy: x }\n', 'a.md', 2)
    expect(yaml.at(['relations', 0, 'policy'])).toEqual({ file: 'a.md', line: 4, column: 25 })
    expect(yaml.keyAt(['relations', 0, 'policy'])).toEqual({ file: 'a.md', line: 4, column: 17 })
  })

  test('says which colon made YAML stumble', () => {
    const [first] = parseYaml('title: 通知: 关于\n', 'a.md').issues
    expect(first).toMatchObject({
      code: 'DOC-001',
      line: 1,
      message: { zh: '冒号后面有空格，YAML 会把“通知”当成字段名。' },
    })
  })

  test('gives back the characters of a scalar, not what YAML made of them', () => {
    expect(parseYaml('region: 0330782\n', 'a.md').sourceOf(['region'])).toBe('0330782')
  })

  test('refuses documents of more than half a megabyte without reading them', () => {
    const yaml = parseYaml('key: value\n'.repeat(60_000), 'a.md')
    expect(yaml.value).toBeUndefined()
    expect(yaml.issues.map((one) => one.code)).toEqual(['SITE-005'])
  })

  test('stops at an alias bomb', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
    ]
    expect(parseYaml(bomb.join('\n'), 'a.md').issues.map((one) => one.code)).toEqual(['DOC-001'])
  })

  test('reports every key written twice', () => {
    const yaml = parseYaml('a: 1\nb: 2\na: 3\nb: 4\n', 'a.md')
    expect(yaml.issues.map((one) => one.line)).toEqual([3, 4])
  })

  test('reads twenty thousand keys', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')
    expect(Object.keys(parseYaml(text, 'a.md').value as object)).toHaveLength(20_000)
  })

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'a: -[]{}&*!|>\'"%@`#\n\t，。') }),
        ),
        (text) => {
          const yaml = parseYaml(text, 'a.md')
          for (const { line, column } of yaml.issues) expect(line * column).toBeGreaterThan(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})
