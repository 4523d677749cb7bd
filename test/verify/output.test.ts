import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Home } from '../../src/verify/address.ts'
import type { PromisedFile } from '../../src/verify/downloads.ts'
import { verifyOutput } from '../../src/verify/output.ts'

const sound = {
  'index.html': page('<a href="/policies/a/#c1">一</a><a href="https://example.gov.cn/x">外</a><a href="#top">上</a>'),
  'policies/a/index.html': page('<h2 id="c1">一</h2><a href="/">首页</a><a href="../../data/x/x.csv">数据</a>'),
  'data/x/x.csv': 'a\n1\n',
  'assets/site.css': 'a{background:url(dot.svg)}',
  'assets/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

test('a sound site has no issues', async () => {
  const { issues, pages, links } = await verify(sound)
  expect(issues).toEqual([])
  expect({ pages, links }).toEqual({ pages: 2, links: 7 })
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
    { 'policies/a/index.html': page('<h2 id="c1">一</h2><script src="/assets/site.css"></script>') },
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
  const { issues } = await verify({ ...sound, 'index.html': `${page('')}\n<a href="/nothing/">无</a>` })
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
  const right = promise('data/x/x.csv', 'a\n1\n')
  expect((await verify(sound, [right])).issues).toEqual([])
  const wrong = [{ ...right, sha256: '0'.repeat(64) }, promise('data/x/none.csv', '')]
  expect((await verify(sound, wrong)).issues.map((one) => [one.code, one.file])).toEqual([
    ['SITE-104', 'data/x/none.csv'],
    ['SITE-104', 'data/x/x.csv'],
  ])
})

test('under a base path, a link that forgets it is broken', async () => {
  const files = {
    'index.html': '<title>x</title><a href="/gongbao/policies/a/">有</a><a href="/policies/a/">无</a>',
    'policies/a/index.html': '<title>x</title><link rel="canonical" href="https://a.gov.cn/gongbao/policies/a/">',
  }
  const { issues } = await verify(files, [], { base: '/gongbao', address: 'https://a.gov.cn/gongbao' })
  expect(issues.map((one) => [one.code, one.file])).toEqual([['SITE-101', 'index.html']])
})

test('the sitemap lists every page and nothing else', async () => {
  const files = {
    'index.html': '<title>x</title>',
    'policies/a/index.html': '<title>x</title>',
    '404.html': '<title>x</title>',
    'sitemap.xml':
      '<urlset><url><loc>https://a.gov.cn/</loc></url><url><loc>https://a.gov.cn/none/</loc></url></urlset>',
  }
  const { issues } = await verify(files, [], { base: '', address: 'https://a.gov.cn' })
  expect(issues.map(({ code, file }) => [code, file])).toEqual([
    ['SITE-110', 'policies/a/index.html'],
    ['SITE-101', 'sitemap.xml'],
  ])
})

test('a page that asks not to be listed is missing from the sitemap by right', async () => {
  const files = {
    'index.html': '<title>x</title>',
    'progress/a/t01/embed/index.html': '<title>x</title><meta name="robots" content="noindex">',
    'sitemap.xml': '<urlset><url><loc>https://a.gov.cn/</loc></url></urlset>',
  }
  const { issues } = await verify(files, [], { base: '', address: 'https://a.gov.cn' })
  expect(issues).toEqual([])
})

test('a canonical address of a page that is not there is broken', async () => {
  const files = { 'index.html': '<title>x</title><link rel="canonical" href="https://a.gov.cn/none/">' }
  const { issues } = await verify(files, [], { base: '', address: 'https://a.gov.cn' })
  expect(issues.map((one) => one.code)).toEqual(['SITE-101'])
})

function page(body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><title>页</title><link rel="stylesheet" href="/assets/site.css"></head><body>${body}</body></html>`
}

function promise(path: string, content: string): PromisedFile {
  return { path, bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') }
}

async function verify(
  files: Readonly<Record<string, string>>,
  promised: PromisedFile[] = [],
  home: Home = { base: '' },
) {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-verify-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return verifyOutput(folder, home, promised)
}
