import { expect, test } from 'vitest'
import { fullRoot } from '../full-root.ts'
import { sumsOf } from './folder.ts'
import { runCommand } from './run-command.ts'
import { runScript } from './run-script.ts'

test('a release is written and passes the check; the same again is refused', async () => {
  const root = fullRoot()
  const release = () => runScript('release', ['example', '--note', '第一次发布', '--on', '2026-01-05', '--root', root])
  const first = await release()
  expect([first.code, first.stderr]).toEqual([0, ''])
  expect(first.stdout).toContain('已写入 data/example/releases/1.0.0/')
  expect((await runCommand('check', ['--root', root])).code).toBe(0)
  const before = sumsOf(root)
  const again = await release()
  expect(again.code).toBe(1)
  expect(again.stdout).toContain('没有可以发布的改动')
  expect(sumsOf(root)).toEqual(before)
})

test.each([
  [['example']],
  [['--note', 'x']],
  [['example', '--all', '--note', 'x']],
  [['nonsense', '--note', 'x']],
  [['example', '--note', '  ']],
  [['example', '--note', 'x', '--on', '2026-02-30']],
  [['example', '--note', 'x', '--on', '2999-01-01']],
  [['example', '--note', 'x', '--version', '1.1']],
  [['example', '--note', 'x', '--reason', '没有对象']],
  [['--all', '--note', 'x', '--version', '1.1.0']],
])('%j is wrong usage: 2, and nothing is written', async (args) => {
  const root = fullRoot()
  const before = sumsOf(root)
  const { code, stderr } = await runCommand('release', [...args, '--root', root])
  expect(code).toBe(2)
  expect(stderr).toContain('npm run release')
  expect(sumsOf(root)).toEqual(before)
})
