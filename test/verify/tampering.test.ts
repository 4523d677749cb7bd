import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Home } from '../../src/verify/address.ts'
import { checksumList } from '../../src/verify/checksum-list.ts'
import { verifyOutput } from '../../src/verify/output.ts'
import { addressIn } from '../../src/verify/own-address.ts'
import { promisedIn } from '../../src/verify/promised.ts'
import { csv, type Files, home, page, sound, sum, verify, writeSite } from './sound-site.ts'

const text = (path: string) => String(sound[path])
const policyPage = (body: string, head = '') => page(`<h2 id="c1">一</h2>${body}`, { path: 'policies/a/', head })
const inPage = (body: string, head = ''): Files => ({ 'policies/a/index.html': policyPage(body, head) })
const svg = (inner: string): Files => ({
  'assets/dot.svg': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`,
})
const change = (path: string, from: string | RegExp, to: string): Files => ({ [path]: text(path).replace(from, to) })

/** What is done to a site, and the code that finds it although the list of checksums was made anew. */
const tamperings: readonly (readonly [what: string, code: string, files: Files])[] = [
  ['a page without its policy', 'SITE-113', change('policies/a/index.html', /<meta http-equiv[^>]*>/, '')],
  [
    'a policy that allows more',
    'SITE-113',
    change('policies/a/index.html', "script-src 'self'", "script-src 'self' *"),
  ],
  [
    'the policy of the search on another page',
    'SITE-113',
    change('index.html', "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  ],
  [
    'a policy behind a script',
    'SITE-113',
    change('search/index.html', '<meta charset="utf-8">', '<script src="/assets/page.js"></script>'),
  ],
  ['_headers without the policy', 'SITE-114', change('_headers', /.*Content-Security-Policy.*\n/, '')],
  [
    '_headers with one more rule',
    'SITE-114',
    { _headers: `${text('_headers')}\n/x\n  Location: https://evil.example\n` },
  ],
  ['_headers that is empty', 'SITE-124', { _headers: '' }],
  ['_headers that is gone', 'SITE-124', { _headers: undefined }],
  ['redirects', 'SITE-117', { _redirects: '/* https://evil.example 302\n' }],
  ['a base element', 'SITE-116', inPage('', '<base href="https://evil.example/">')],
  ['a refresh', 'SITE-116', inPage('', '<meta http-equiv="Refresh" content="0;url=https://evil.example">')],
  ['a cookie set by a page', 'SITE-116', inPage('', '<meta http-equiv="set-cookie" content="a=b">')],
  ['a form that leaves the site', 'SITE-116', inPage('<form action="https://evil.example/"></form>')],
  ['a button that leaves the site', 'SITE-116', inPage('<form><button formaction="//evil.example">送</button></form>')],
  ['an object', 'SITE-116', inPage('<object data="/favicon.svg"></object>')],
  ['an embed', 'SITE-116', inPage('<embed src="/favicon.svg">')],
  ['a frame with a page in it', 'SITE-116', inPage('<iframe srcdoc="x"></iframe>')],
  ['a link that tells others', 'SITE-116', inPage('<a href="/" ping="https://evil.example">一</a>')],
  ['a link to data', 'SITE-116', inPage('<a href="data:text/html,x">一</a>')],
  ['a frame of another site', 'SITE-105', inPage('<iframe src="https://evil.example"></iframe>')],
  [
    'a script of another site',
    'SITE-105',
    change('index.html', '</body>', '<script src="https://evil.example/a.js"></script></body>'),
  ],
  [
    'a connection prepared to another site',
    'SITE-105',
    inPage('', '<link rel="preconnect" href="https://evil.example">'),
  ],
  ['an event handler', 'SITE-106', inPage('<p onclick="go()">一</p>')],
  ['an event handler after a slash', 'SITE-106', inPage('<svg/onload=go()>')],
  ['a script as an address', 'SITE-106', inPage('<a href="javascript:go()">一</a>')],
  ['a script as an address with a tab in it', 'SITE-106', inPage('<a href=" java&#9;script:go()">一</a>')],
  ['a script of an older type', 'SITE-106', inPage('<script type="text/ecmascript">go()</script>')],
  ['a style in a page', 'SITE-107', inPage('<p style="position:fixed">一</p>')],
  ['a picture with a script', 'SITE-120', svg('<script>go()</script>')],
  ['a picture with a handler', 'SITE-120', svg('<path onclick="go()"/>')],
  ['a picture that loads another', 'SITE-120', svg('<image href="https://evil.example/a.png"/>')],
  ['a picture that links to a script', 'SITE-120', svg('<a xlink:href="javascript:go()"><path/></a>')],
  ['a picture with HTML in it', 'SITE-120', svg('<foreignObject/>')],
  ['a picture with a foreign style', 'SITE-120', svg('<style>@import "https://evil.example/a.css";</style>')],
  ['a picture that is no XML', 'SITE-119', svg('<path>')],
  ['a feed that is cut off', 'SITE-119', { 'feed.xml': text('feed.xml').slice(0, -8) }],
  ['a feed that leads elsewhere', 'SITE-122', change('feed.xml', 'https://a.gov.cn/', 'https://evil.example/')],
  ['a feed that leads nowhere', 'SITE-101', change('feed.xml', 'policies/a', 'policies/z')],
  ['a calendar that is cut off', 'SITE-119', { 'calendar.ics': text('calendar.ics').slice(0, -20) }],
  ['a calendar with an event without a day', 'SITE-119', change('calendar.ics', /DTSTART.*\r\n/, '')],
  ['Turtle that does not parse', 'SITE-119', change('catalog.ttl', ' .\n', '\n')],
  ['JSON-LD that does not parse', 'SITE-119', { 'catalog.jsonld': '{"@context":' }],
  ['JSON-LD without a context', 'SITE-119', { 'catalog.jsonld': '{"@graph":[]}' }],
  ['JSON that does not parse', 'SITE-119', { 'data/x.json': text('data/x.json').slice(0, -1) }],
  ['a line of NDJSON that does not parse', 'SITE-119', { 'data/x/latest/x.ndjson': '{"a":1}\n{"a":\n' }],
  ['JSON in a page that does not parse', 'SITE-119', inPage('<script type="application/ld+json">{"a":</script>')],
  ['a text that is not UTF-8', 'SITE-119', { 'llms.txt': Uint8Array.of(0xb9, 0xab, 0xb1, 0xa8) }],
  ['a description that is no object', 'SITE-119', { 'data/x/latest/datapackage.json': 'null null' }],
  [
    'a description with another checksum',
    'SITE-111',
    change('data/x/latest/datapackage.json', /sha256:..../, 'sha256:0000'),
  ],
  ['a description of a file that is not there', 'SITE-111', change('data/x/latest/datapackage.json', 'x.csv', 'y.csv')],
  ['a table that is not the one beside its checksum', 'SITE-104', { 'data/x/latest/x.csv': 'a\n2\n' }],
  ['a table that is gone', 'SITE-104', { 'data/x/latest/x.csv': undefined }],
  ['an empty page', 'SITE-124', { 'policies/a/index.html': '' }],
  ['an empty table', 'SITE-124', { 'data/x/latest/x.ndjson': '' }],
  ['a page without a title', 'SITE-115', change('policies/a/index.html', '<title>页</title>', '')],
  ['a page without a language', 'SITE-115', change('policies/a/index.html', ' lang="zh-CN"', '')],
  ['a page without a main part', 'SITE-115', change('policies/a/index.html', /<\/?main>/g, '')],
  ['a page with nothing in it', 'SITE-115', change('404.html', /<main>.*<\/main>/, '<main></main>')],
  ['a page that is cut off', 'SITE-115', { 'policies/a/index.html': text('policies/a/index.html').slice(0, -30) }],
  ['a page that is no page', 'SITE-115', { 'policies/a/index.html': '甲' }],
  ['a program among the files', 'SITE-117', { 'data/tool.exe': 'MZ' }],
  ['an old kind of page', 'SITE-117', { 'data/x/latest/intro.htm': '<script>go()</script>' }],
  ['a page for a server', 'SITE-117', { 'a.php': '<?php' }],
  ['a file without an ending', 'SITE-117', { notes: 'x' }],
  ['a script beside the pages', 'SITE-117', { 'sw.js': 'x' }],
  ['a picture that is something else', 'SITE-117', { 'a.png': 'GIF89a' }],
  ['a picture that is cut off', 'SITE-117', { 'a.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0) }],
  ['an archive that is something else', 'SITE-117', { 'data/x/latest/x.zip': 'x' }],
  ['names that differ only in case', 'SITE-118', { 'LLMS.txt': 'x' }],
  ['folders that differ only in case', 'SITE-118', { 'Data/y.csv': csv }],
  ['a source map', 'SITE-117', { 'assets/page.js.map': '{}' }],
  ['the address of a source map', 'SITE-121', { 'assets/page.js': 'x\n//# sourceMappingURL=page.js.map' }],
  ['a path of the machine', 'SITE-121', { 'assets/page.js': `const a = '${process.cwd()}/src/a.ts'` }],
  ['a path of a home folder', 'SITE-121', { 'data/x.json': '{"a":"/home/runner/work/site/a.csv"}' }],
  ['the address of a file', 'SITE-121', inPage('<p>file:///C:/tables/a.csv</p>')],
  [
    'a sitemap with a page of another site',
    'SITE-101',
    change('sitemap.xml', 'a.gov.cn/policies', 'evil.example/policies'),
  ],
  ['a sitemap without a page', 'SITE-110', change('sitemap.xml', /<url><loc>[^<]*policies[^<]*<\/loc><\/url>/, '')],
  ['a sitemap that is cut off', 'SITE-119', { 'sitemap.xml': text('sitemap.xml').slice(0, -5) }],
  ['a sitemap that is gone', 'SITE-124', { 'sitemap.xml': undefined }],
  ['robots.txt that refuses all', 'SITE-122', change('robots.txt', 'Allow: /', 'Disallow: /')],
  ['robots.txt with the sitemap of another site', 'SITE-122', change('robots.txt', 'a.gov.cn', 'evil.example')],
  ['a search that asks another site', 'SITE-122', change('opensearch.xml', 'a.gov.cn', 'evil.example')],
  ['a canonical address of another site', 'SITE-122', change('search/index.html', '//a.gov.cn', '//evil.example')],
  ['llms.txt that leads elsewhere', 'SITE-122', change('llms.txt', 'a.gov.cn', 'evil.example')],
  ['a service worker', 'SITE-123', { 'assets/page.js': 'navigator.serviceWorker.register("/assets/page.js")' }],
  ['a style sheet of another site', 'SITE-105', { 'assets/site.css': '@import "https://evil.example/a.css";' }],
  ['a picture of the style sheet that is gone', 'SITE-101', { 'assets/dot.svg': undefined }],
  ['a page that is gone', 'SITE-101', { 'policies/a/index.html': undefined }],
  ['the page of missing pages gone', 'SITE-124', { '404.html': undefined }],
]

test('the sound site is sound, with and without a known address', async () => {
  expect((await verify(sound)).issues).toEqual([])
  expect((await verify(sound, [], { base: '' })).issues).toEqual([])
})

test.each(tamperings)('%s is %s, although the list was made anew', async (_, code, files) => {
  const { issues } = await verify({ ...sound, ...files })
  expect(issues.map((one) => one.code)).toContain(code)
})

const honest = checksumList(new Map(Object.entries(sound).map(([path, content]) => [path, sum(content ?? '')])))

test.each(tamperings)('%s differs from the list that was not', async (_, _code, files) => {
  const { issues } = await verify({ ...sound, ...files, SHA256SUMS: honest })
  const found = issues.filter(({ code }) => code === 'SITE-112').map(({ file }) => file)
  expect(found).toEqual(Object.keys(files).sort())
})

test.each<[string, string | undefined]>([
  ['is gone', undefined],
  ['is empty', ''],
  ['holds a line that is none', `${honest}x\n`],
  ['holds a file twice', honest + honest.split('\n')[0]],
  ['is binary', '\0\0'],
])('a list that %s is found', async (_, list) => {
  const folder = await writeSite(sound)
  if (list === undefined) await rm(join(folder, 'SHA256SUMS'))
  else await writeFile(join(folder, 'SHA256SUMS'), list)
  const { issues } = await verifyOutput(folder, home, [])
  expect(issues.map((one) => one.code)).toContain('SITE-112')
})

test('links, folders in place of files, and files that cannot be read are found and do not end the program', async () => {
  const folder = await writeSite(sound)
  await symlink(join(folder, 'index.html'), join(folder, 'copy.html'))
  await rm(join(folder, 'feed.xml'))
  await mkdir(join(folder, 'feed.xml'))
  await chmod(join(folder, 'llms.txt'), 0)
  const { issues } = await verifyOutput(folder, home, await promisedIn(folder))
  const codes = issues.map(({ code, file }) => `${code} ${file}`)
  expect(codes).toContain('SITE-117 copy.html')
  expect(codes).toContain('SITE-124 feed.xml')
})

test('no damage to any file ends the program or stays unseen', async () => {
  const paths = Object.keys(sound)
  const damage = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(4000),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    cut: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ path, at, bytes, cut }) => {
      const whole = Buffer.from(sound[path] ?? '')
      const start = at % (whole.length + 1)
      const damaged = Buffer.concat([whole.subarray(0, start), bytes, cut ? Buffer.alloc(0) : whole.subarray(start)])
      const folder = await writeSite({ ...sound, [path]: damaged, SHA256SUMS: honest })
      const { issues } = await verifyOutput(folder, await homeOf(folder), await promisedIn(folder))
      expect(damaged.equals(whole) || issues.some(({ code, file }) => code === 'SITE-112' && file === path)).toBe(true)
      await rm(folder, { recursive: true })
    }),
    { numRuns: 30 },
  )
})

test('a site tells its own address', async () => {
  expect(await addressIn(await writeSite(sound))).toBe('https://a.gov.cn')
  expect(await addressIn(await writeSite({ 'index.html': '<link rel="canonical" href="x">' }))).toBeUndefined()
  expect(await addressIn(await writeSite({}))).toBeUndefined()
})

async function homeOf(folder: string): Promise<Home> {
  const address = await addressIn(folder)
  return { base: '', ...(address !== undefined && { address }) }
}
