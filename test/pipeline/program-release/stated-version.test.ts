import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withVersion } from '../../../src/pipeline/program-release/stated-version.ts'

test.each(['package.json', 'package-lock.json'])('%s states the new version, and nothing else changes', (path) => {
  const text = readFileSync(path, 'utf8')
  const { version } = JSON.parse(text)
  const made = withVersion(text, version, '99.0.0')
  expect(JSON.parse(made).version).toBe('99.0.0')
  const before = text.split('\n')
  const changed = made.split('\n').filter((line, index) => line !== before[index])
  expect(changed.length).toBe(path === 'package.json' ? 1 : 2)
})

test('a version that does not stand there is a fault of ours', () => {
  expect(() => withVersion('{ "version": "1.0.0" }', '0.9.0', '1.1.0')).toThrow('0.9.0')
})
