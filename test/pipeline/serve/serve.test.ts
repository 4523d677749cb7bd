import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '../../../src/pipeline/serve/serve.ts'
import { rangeOf } from '../../../src/pipeline/serve/serve-file.ts'
import { headerRules, headersFile } from '../../../src/publish/web/headers.ts'

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

/** What a server sends back to these bytes, until it closes. */
function raw(text: string, url = server.url): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(Number(new URL(url).port), 'localhost')
    socket.on('data', (part) => {
      said += part.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(said))
    socket.write(text, 'latin1')
  })
}
const ask = (line: string, ...headers: string[]) =>
  raw([`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'))
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

test.each([
  ['GET //', 400],
  ['GET //policies/', 400],
  ['GET http://localhost/policies/', 400],
  ['GET http://', 400],
  ['GET *', 400],
  ['OPTIONS *', 405],
  ['GET /%', 400],
  ['GET /%00', 400],
  ['GET /..%2f..%2fetc/passwd', 400],
  ['GET /../../etc/passwd', 400],
  ['GET /%2e%2e/%2e%2e/etc/passwd', 400],
  ['GET /policies\\', 400],
  [`GET /${'x'.repeat(5000)}`, 404],
  [`GET /${'x'.repeat(200_000)}`, 431],
  ['POST /', 405],
  ['PUT /index.html', 405],
  ['DELETE /index.html', 405],
  ['BREW /', 405],
  ['CONNECT localhost:80', 405],
  ['nonsense', 405],
  ['HEAD /policies/', 200],
  ['HEAD /none/', 404],
  ['GET /_headers/', 404],
  ['GET /.git/config', 404],
])('%.40s is answered with %i, and the server goes on', async (line, status) => {
  expect(statusOf(await ask(line))).toBe(status)
  expect((await fetch(`${server.url}/policies/`)).status).toBe(200)
})

test.each(['\0\0\0\0', '\u0016\u0003\u0001', 'GET / HTTP/9.9\r\n\r\n', 'GET / HTTP/1.1\r\nHost', '\r\n\r\n'])(
  'bytes that are no request (%j) end their socket only',
  async (bytes) => {
    const socket = connect(Number(new URL(server.url).port), 'localhost')
    socket.on('error', () => {})
    socket.write(bytes, 'latin1', () => socket.resetAndDestroy())
    await new Promise((resolve) => socket.on('close', resolve))
    expect((await fetch(`${server.url}/policies/`)).status).toBe(200)
  },
)

test('HEAD says what GET would, without the body', async () => {
  const [head, get] = [await ask('HEAD /data/a.csv'), await ask('GET /data/a.csv')]
  const headers = (answer: string) => answer.split('\r\n\r\n')[0]?.replace(/^Date: .*$/m, '')
  expect(headers(head)).toBe(headers(get))
  expect([head.split('\r\n\r\n')[1], get.split('\r\n\r\n')[1]]).toEqual(['', 'a\n'])
})

test.each([
  [undefined, undefined],
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=4-999', { start: 4, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-30', { start: 0, end: 9 }],
  ['bytes=-0', 'outside'],
  ['bytes=10-', 'outside'],
  ['bytes=99-100', 'outside'],
  ['bytes=5-2', undefined],
  ['bytes=-', undefined],
  ['bytes=a-b', undefined],
  ['bytes=0-1,3-4', undefined],
  ['lines=0-1', undefined],
  [`bytes=${'9'.repeat(400)}-`, 'outside'],
])('of ten bytes, Range %j is %j', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range)
})

test('a part is sent with its place, what is outside is 416, and anything odd is the whole', async () => {
  const part = async (range: string, ...more: string[]) => {
    const answer = await ask('GET /policies/index.html', `Range: ${range}`, ...more)
    return [statusOf(answer), /^Content-Range: (.*)$/m.exec(answer)?.[1]?.trim(), answer.split('\r\n\r\n')[1]]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/8', 'lic'])
  expect(await part('bytes=0-0')).toEqual([206, 'bytes 0-0/8', 'p'])
  expect(await part('bytes=8-')).toEqual([416, 'bytes */8', ''])
  expect(await part('bytes=5-2')).toEqual([200, undefined, 'policies'])
  expect(await part('bytes=2-4', 'If-Range: "other"')).toEqual([200, undefined, 'policies'])
})

test('while a newer build takes the place of the folder, nothing breaks, and then the newer is served', async () => {
  const [place, next] = [join(folder, '..', `swap-${process.pid}`), join(folder, '..', `next-${process.pid}`)]
  const make = async (at: string, text: string) => {
    await mkdir(at)
    await writeFile(join(at, 'index.html'), text.repeat(200_000))
    await writeFile(join(at, '_headers'), `/*\n  X-Build: ${text}\n`)
  }
  await make(place, 'a')
  const swapped = await serve(place, { port: 0 })
  const get = async () => {
    const response = await fetch(`${swapped.url}/`)
    return [response.status, [...new Set(await response.text())].join('')]
  }
  let isDone = false
  const asking = (async () => {
    const seen = new Set<string>()
    while (!isDone) seen.add(JSON.stringify(await get()))
    return seen
  })()
  for (let turn = 0; turn < 20; turn += 1) {
    await make(next, turn % 2 ? 'a' : 'b')
    await rename(place, `${place}-old`)
    await rename(next, place)
    await rm(`${place}-old`, { recursive: true })
  }
  isDone = true
  const allowed = ['[200,"a"]', '[200,"b"]', '[404,"40"]']
  expect([...(await asking)].filter((one) => !allowed.includes(one))).toEqual([])
  expect(await get()).toEqual([200, 'a'])
  expect((await fetch(`${swapped.url}/`)).headers.get('x-build')).toBe('a')
  await swapped.close()
})
