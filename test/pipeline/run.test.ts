import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'

test('a slow reader of a pipe gets everything that a command says', async () => {
  const module = JSON.stringify(new URL('../../src/pipeline/run.ts', import.meta.url).href)
  const program = `import { run } from ${module}
    await run('', async () => (process.stdout.write('x'.repeat(1_000_000)), 1))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' })
  const closed = once(child, 'close')
  await setTimeout(200)
  let length = 0
  for await (const part of child.stdout) length += part.length
  expect([length, (await closed)[0]]).toEqual([1_000_000, 1])
})

test.each([
  ['stdout', 0],
  ['stderr', 2],
])('a reader of %s that goes away does not end the work', async (stream, code) => {
  const module = JSON.stringify(new URL('../../src/pipeline/run.ts', import.meta.url).href)
  const program = `import { run } from ${module}
    import { setTimeout } from 'node:timers/promises'
    await run('', async () => {
      for (let turn = 0; turn < 20; turn += 1) (process.${stream}.write('x'.repeat(100_000)), await setTimeout(5))
      return ${code}
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' })
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([code, null])
})
