import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fullDay, fullRoot } from '../full-root.ts'
import { type Started, startScript } from '../scripts/run-script.ts'

const id = 'sl-zbf-2024-1'
let root: string
let server: Started
let address: string

beforeAll(async () => {
  root = fullRoot()
  const port = await freePort()
  address = `http://localhost:${port}`
  server = startScript('dev', ['--root', root, '--as-of', fullDay, '--port', String(port)])
  await server.said(`${address}/\n`)
}, 120_000)

afterAll(() => server?.kill('SIGKILL'))

const policyFile = () => join(root, `content/policies/${id}.md`)
const policy = () => readFileSync(policyFile(), 'utf8')
const titled = (text: string, title: string) => text.replace(/^title: .*$/m, `title: 示例市${title}计划`)

async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(address + path)
  return { status: response.status, text: await response.text() }
}

/** Asks again until the answer is as hoped for; the limit of the test is the limit. */
async function until(path: string, holds: (answer: Awaited<ReturnType<typeof get>>) => boolean): Promise<string> {
  for (;;) {
    const answer = await get(path)
    if (holds(answer)) return answer.text
    await setTimeout(100)
  }
}

test('a page that was visited shows each save, and of saves that overlap the last', { timeout: 180_000 }, async () => {
  const page = `/policies/${id}/`
  expect((await get(page)).status).toBe(200)
  const lists = ['/policies/', `/progress/${id}/`]
  for (const path of lists) expect((await get(path)).status).toBe(200)
  for (const title of ['甲', '乙']) {
    writeFileSync(policyFile(), titled(policy(), title))
    await until(page, ({ text }) => text.includes(`示例市${title}计划`))
  }
  for (let save = 1; save <= 12; save += 1) {
    writeFileSync(policyFile(), titled(policy(), `第${save}次`))
    await setTimeout(90 * (save % 4))
  }
  for (const path of [page, ...lists]) await until(path, ({ text }) => text.includes('示例市第12次计划'))
  await setTimeout(500)
  const { text } = await get(page)
  expect([text.includes('示例市第12次计划'), /第1?[0-9]次计划/.exec(text)?.[0]]).toEqual([true, '第12次计划'])
  await until(`/policies/${id}.json`, (answer) => answer.text.includes('示例市第12次计划'))
})

test('what is wrong stands on top of the last good pages until it is mended', { timeout: 180_000 }, async () => {
  const good = policy()
  writeFileSync(policyFile(), titled(good, '坏的').replace(/^adoptedOn: .*$/m, 'adoptedOn: 2024-02-30'))
  for (const path of [`/policies/${id}/`, '/', '/about/']) {
    const text = await until(path, (answer) => answer.text.includes('处错误'))
    expect(text).toMatch(new RegExp(`content/policies/${id}\\.md:\\d+:\\d+`))
    expect(text).toContain('2024-02-30')
    expect(text).not.toContain('坏的')
  }
  writeFileSync(policyFile(), titled(good, '改好的'))
  const text = await until(`/policies/${id}/`, (answer) => answer.text.includes('示例市改好的计划'))
  expect(text).not.toContain('处错误')
})

test('new files get their page, deleted ones lose it', { timeout: 180_000 }, async () => {
  expect((await get('/policies/sl-new-9/')).status).toBe(404)
  const file = join(root, 'content/policies/sl-new-9.md')
  writeFileSync(
    file,
    policy()
      .replace(/^docNumber: .*$/m, 'docNumber: 示政办发〔2024〕99号')
      .replace(/^title: .*$/m, 'title: 示例市另一个计划'),
  )
  await until('/policies/sl-new-9/', ({ status }) => status === 200)
  rmSync(file)
  await until('/policies/sl-new-9/', ({ status }) => status === 404)
})

test('an interrupt ends it, and its folder is gone', { timeout: 60_000 }, async () => {
  server.kill('SIGINT')
  const { code } = await server.ended
  expect(code).toBe(130)
  const left = readdirSync(new URL('../../.gongbao', import.meta.url)).filter((name) => name.startsWith('build-'))
  expect(left).toEqual([])
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const at = probe.address()
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })
}
