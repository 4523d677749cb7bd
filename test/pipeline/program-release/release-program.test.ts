import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../../../src/pipeline/args.ts'
import { releaseProgram } from '../../../src/pipeline/program-release/release-program.ts'

let root = ''
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
const write = (name: string, text: string) => writeFileSync(join(root, name), text)
const release = (version: string, isDry: boolean) => {
  const said: string[] = []
  const isDone = releaseProgram({ root, version, on: '2026-11-28', isDry }, (text) => said.push(text))
  return { isDone, said: said.join('') }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongbao-release-'))
  write('package.json', '{ "name": "x", "version": "1.2.3", "scripts": { "test": "exit 1" } }\n')
  write(
    'package-lock.json',
    '{ "name": "x", "version": "1.2.3", "lockfileVersion": 3, "packages": { "": { "name": "x", "version": "1.2.3" } } }\n',
  )
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- New.\n')
  git('init', '--quiet')
  git('config', 'user.name', 'Tester')
  git('config', 'user.email', 'tester@example.test')
  git('add', '.')
  git('commit', '--quiet', '--message', 'First')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a dry run says what it would do and does nothing', () => {
  const { isDone, said } = release('1.3.0', true)
  expect(isDone).toBe(true)
  expect(said).toContain('1.2.3 → 1.3.0')
  expect(said).toContain('- New.')
  expect(git('status', '--porcelain')).toBe('')
})

test('a dirty tree, a wrong step, a tag that is taken and an empty section are refused', () => {
  expect(() => release('1.2.5', true)).toThrow(UsageError)
  git('tag', 'v1.2.4')
  expect(() => release('1.2.4', true)).toThrow('v1.2.4')
  write('new.txt', '')
  expect(() => release('1.3.0', true)).toThrow('没有提交')
  rmSync(join(root, 'new.txt'))
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n')
  git('commit', '--quiet', '--all', '--message', 'Second')
  expect(() => release('1.3.0', true)).toThrow('没有内容')
})

test('what fails its tests is not released, and the tree is as it was', () => {
  expect(release('1.3.0', false).isDone).toBe(false)
  expect(git('status', '--porcelain')).toBe('')
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).not.toContain('1.3.0')
  expect(git('tag')).toBe('')
})
