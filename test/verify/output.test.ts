import { expect, test } from 'vitest'
import type { PromisedFile } from '../../src/verify/downloads.ts'
import { csv, page, sound, sum, verify } from './sound-site.ts'

test('a sound site has no issues', async () => {
  const { issues, pages, links } = await verify(sound)
  expect(issues).toEqual([])
  expect({ pages, links }).toEqual({ pages: 4, links: 18 })
})

test.each([
  ['a link to a page that is not there', 'SITE-101', { 'index.html': page('<a href="/policies/b/">二</a>') }],
  ['a link without the slash that the page has', 'SITE-101', { 'index.html': page('<a href="/policies/a">一</a>') }],
  ['a link to an anchor that is not there', 'SITE-102', { 'index.html': page('<a href="/policies/a/#c9">九</a>') }],
  ['an anchor of the page itself that is not there', 'SITE-102', { 'index.html': page('<a href="#nothing">空</a>') }],
  ['an id given twice', 'SITE-103', { 'index.html': page('<p id="x">一</p><p id="x">二</p>') }],
  ['a picture from another site', 'SITE-105', { 'index.html': page('<img src="https://cdn.example/a.png" alt="">') }],
  ['a picture from another site in a srcset', 'SITE-105', { 'index.html': page('<img srcset="//cdn.example/a 2x">') }],
  ['a font from another site', 'SITE-105', { 'assets/site.css': '@font-face{src:url("https://fonts.example/a")}' }],
  ['an import from another site', 'SITE-105', { 'assets/site.css': '@import "https://fonts.example/a.css";' }],
  ['a picture that the style sheet misses', 'SITE-101', { 'assets/site.css': 'a{background:url(none.svg)}' }],
  ['a script inside the page', 'SITE-106', { 'index.html': page('<script>go()</script>') }],
  ['an event handler', 'SITE-106', { 'index.html': page('<button onclick="go()">去</button>') }],
  ['a script as an address', 'SITE-106', { 'index.html': page('<a href="javascript:go()">去</a>') }],
  ['a style inside the page', 'SITE-107', { 'index.html': page('<style>a{}</style>') }],
  ['a style attribute', 'SITE-107', { 'index.html': page('<p style="color:red">红</p>') }],
  [
    'a script on a page of text',
    'SITE-109',
    { 'policies/a/index.html': page('<h2 id="c1">一</h2><script src="/assets/page.js"></script>') },
  ],
])('%s is %s', async (_, code, changes) => {
  const { issues } = await verify({ ...sound, ...changes })
  expect(issues.map((one) => one.code)).toEqual([code])
})

test('a policy page over its budget is a warning', async () => {
  const noise = Array.from({ length: 20000 }, (_, n) => (n * 2654435761) >>> 0).join(' ')
  const { issues } = await verify({ ...sound, 'policies/a/index.html': page(`<p id="c1">${noise}</p>`) })
  expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['SITE-108', 'warning']])
})

test('an issue says where it is', async () => {
  const { issues } = await verify({ ...sound, 'index.html': page('\n<a href="/nothing/">无</a>') })
  expect(issues[0]).toMatchObject({ file: 'index.html', line: 2, column: 1 })
})

test('a link that is broken on several pages is one issue', async () => {
  const policy = page('<h2 id="c1">一</h2><a href="/none/">无</a>')
  const { issues } = await verify({
    ...sound,
    'index.html': page('<a href="/none/">无</a>'),
    'policies/a/index.html': policy,
  })
  expect(issues.map(({ file, message }) => [file, message.en])).toEqual([
    ['index.html', expect.stringContaining('1 more page')],
  ])
})

test('data blocks and comments are not scripts and links', async () => {
  const html = page('<!-- <a href="/none/">x</a> --><script type="application/json">{"a":"<a href=/none/>"}</script>')
  expect((await verify({ ...sound, 'index.html': html })).issues).toEqual([])
})

test('a download that differs from the manifest is SITE-104', async () => {
  const right = promise('data/x/latest/x.csv', csv)
  expect((await verify(sound, [right])).issues).toEqual([])
  const wrong = [{ ...right, sha256: '0'.repeat(64) }, promise('data/x/latest/none.csv', '')]
  expect((await verify(sound, wrong)).issues.map((one) => [one.code, one.file])).toEqual([
    ['SITE-104', 'data/x/latest/none.csv'],
    ['SITE-104', 'data/x/latest/x.csv'],
  ])
})

test('under a base path, a link that forgets it is broken', async () => {
  const files = {
    'index.html': page('<a href="/gongbao/policies/a/">有</a><a href="/policies/a/">无</a>', { base: '/gongbao' }),
    'policies/a/index.html': page('', { base: '/gongbao', path: 'policies/a/' }),
    'favicon.svg': sound['favicon.svg'],
    'assets/site.css': 'a{}',
  }
  const { issues } = await verify(files, [], { base: '/gongbao', address: 'https://a.gov.cn/gongbao' })
  const links = issues.filter(({ code }) => code === 'SITE-101')
  expect(links.map((one) => [one.code, one.file])).toEqual([['SITE-101', 'index.html']])
})

test('the sitemap lists every page and nothing else', async () => {
  const sitemap = '<urlset><url><loc>https://a.gov.cn/</loc></url><url><loc>https://a.gov.cn/none/</loc></url></urlset>'
  const { issues } = await verify({ ...sound, 'sitemap.xml': sitemap })
  expect(issues.map(({ code, file }) => [code, file])).toEqual([
    ['SITE-110', 'policies/a/index.html'],
    ['SITE-110', 'search/index.html'],
    ['SITE-101', 'sitemap.xml'],
  ])
})

test('a page that asks not to be listed is missing from the sitemap by right', async () => {
  const embed = page('', { path: 'progress/a/t01/embed/', head: '<meta name="robots" content="noindex">' })
  const { issues } = await verify({ ...sound, 'progress/a/t01/embed/index.html': embed })
  expect(issues).toEqual([])
})

test('a canonical address of a page that is not there is broken', async () => {
  const { issues } = await verify({ ...sound, '404.html': page('', { path: 'none/' }) })
  expect(issues.map((one) => one.code)).toEqual(['SITE-101'])
})

function promise(path: string, content: string): PromisedFile {
  return { path, bytes: Buffer.byteLength(content), sha256: sum(content) }
}
