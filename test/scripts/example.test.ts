import { expect, test } from 'vitest'
import { temporaryFolder } from '../full-root.ts'
import { runScript, startScript } from './run-script.ts'

test('npm run example builds the example city, prints its address and serves it', { timeout: 120_000 }, async () => {
  const example = startScript('example', ['--port', '4710'], temporaryFolder())
  try {
    await example.said('http://localhost:')
  } finally {
    example.kill('SIGTERM')
  }
  const { stdout, stderr } = await example.ended
  expect(stdout).toMatch(/^http:\/\/localhost:\d+\/\n$/)
  expect(stderr).toMatch(/verify .*，0 处错误、0 处警告/)
})

test('npm run example does not take another root', async () => {
  const { code, stderr } = await runScript('example', ['--root', '.'])
  expect(code).toBe(2)
  expect(stderr).toContain('npm run example')
})
