import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headersFor, parseHeadersFile } from '../../src/publish/web/headers.ts'
import { dist, type Reader, startReader } from './reader.ts'

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

test.each(['/', '/policies/yw-zbf-2021-38/', '/measures/', '/progress.json', '/data/registers/latest/regions.csv'])(
  'the headers that %s is served with are those of _headers',
  async (path) => {
    const expected = headersFor(parseHeadersFile(readFileSync(`${dist}/_headers`, 'utf8')), path)
    const response = await fetch(reader.url + path)
    expect(response.status).toBe(200)
    expect(Object.keys(expected)).toContain('Content-Security-Policy')
    for (const [name, value] of Object.entries(expected)) expect(response.headers.get(name)).toBe(value)
  },
)

test('what the policy forbids does not run, and the listening tests notice', async () => {
  const { page, faults } = await reader.open('/about/')
  expect(faults).toEqual([])
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "ran"'
    document.body.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.org/x.png'
    document.body.append(image)
    document.body.setAttribute('style', 'color: red')
    await new Promise((resolve) => setTimeout(resolve, 100))
    return [document.title === 'ran', getComputedStyle(document.body).color === 'rgb(255, 0, 0)']
  })
  expect(ran).toEqual([false, false])
  for (const directive of ['script-src-elem', 'img-src', 'style-src-attr'])
    expect(faults.filter((fault) => fault.startsWith(`CSP ${directive}`))).not.toEqual([])
})
