import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNextVersion, nextVersions } from '../../../src/pipeline/program-release/next-version.ts'

test.each([
  ['0.1.0', '0.1.1', true],
  ['0.1.9', '0.2.0', true],
  ['0.9.3', '1.0.0', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.2', false],
  ['0.1.0', '0.2.1', false],
  ['0.1.0', '1.1.0', false],
  ['1.0.0', '0.9.0', false],
  ['0.1.0', 'v0.1.1', false],
  ['0.1.0', '0.01.1', false],
  ['0.1.0', '0.1.1-beta', false],
  ['0.1.0', '0.1', false],
])('%s → %s: %s', (from, to, is) => {
  expect(isNextVersion(from, to)).toBe(is)
})

test('exactly the versions that are proposed may follow', () => {
  const part = fc.nat(12)
  const version = fc.tuple(part, part, part).map((parts) => parts.join('.'))
  fc.assert(
    fc.property(version, version, (from, to) => {
      expect(isNextVersion(from, to)).toBe(nextVersions(from).includes(to))
      for (const one of nextVersions(from)) expect(isNextVersion(from, one)).toBe(true)
    }),
  )
})
