import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '../../src/pipeline/serve.ts'
import { headerRules, headersFile } from '../../src/publish/headers.ts'

let folder: string
let server: Serving

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-serve-'))
  await mkdir(join(folder, 'policies'))
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'index.html'), 'home')
  await writeFile(join(folder, 'policies', 'index.html'), 'policies')
  await writeFile(join(folder, 'data', 'a.csv'), 'a\n')
  await writeFile(join(folder, '404.html'), 'nothing here')
  await writeFile(join(folder, '_headers'), headersFile(headerRules('')))
  server = await serve(folder, { port: 0 })
})

afterAll(() => server.close())

test('a page comes with the headers of the site', async () => {
  const response = await fetch(`${server.url}/policies/`)
  expect(await response.text()).toBe('policies')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test('data may be read by programs of other sites', async () => {
  const response = await fetch(`${server.url}/data/a.csv`)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
})

test('a page without its slash is redirected', async () => {
  const response = await fetch(`${server.url}/policies`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([308, '/policies/'])
})

test('what is not there is the 404 page', async () => {
  const response = await fetch(`${server.url}/none/`)
  expect([response.status, await response.text()]).toEqual([404, 'nothing here'])
})

test('a port that is taken gives the next one', async () => {
  const taken = Number(new URL(server.url).port)
  const second = await serve(folder, { port: taken })
  expect(Number(new URL(second.url).port)).toBeGreaterThan(taken)
  await second.close()
})

test('under a base path, nothing is served beside it', async () => {
  const based = await serve(folder, { port: 0, base: '/gongbao' })
  expect(await (await fetch(`${based.url}/gongbao/policies/`)).text()).toBe('policies')
  expect((await fetch(`${based.url}/policies/`)).status).toBe(404)
  await based.close()
})
