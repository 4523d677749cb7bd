import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { contentPolicyOf } from '../../src/publish/web/content-policy.ts'
import { headerRules, headersFile } from '../../src/publish/web/headers.ts'
import type { Home } from '../../src/verify/address.ts'
import { checksumList } from '../../src/verify/checksum-list.ts'
import type { PromisedFile } from '../../src/verify/downloads.ts'
import { verifyOutput } from '../../src/verify/output.ts'

/** The files of a small site by their paths; `undefined` takes one away. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>

export const home: Home = { base: '', address: 'https://a.gov.cn' }

/** A page as the layouts write it. */
export function page(body: string, { path = '', head = '', base = '' } = {}): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentPolicyOf(`/${path}`)}">`
  const links = `<link rel="canonical" href="https://a.gov.cn${base}/${path}"><link rel="icon" href="${base}/favicon.svg">`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${policy}<title>页</title>${links}<link rel="stylesheet" href="${base}/assets/site.css">${head}</head><body><main>页${body}</main></body></html>`
}

export const csv = 'a\n1\n'
export const sum = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

export const sound: Files = {
  'index.html': page('<a href="/policies/a/#c1">一</a><a href="https://example.gov.cn/x">外</a><a href="#top">上</a>'),
  '404.html': page('没有'),
  'policies/a/index.html': page('<h2 id="c1">一</h2><a href="/">首页</a><a href="../../data/x/latest/x.csv">数据</a>', {
    path: 'policies/a/',
  }),
  'search/index.html': page('<form action="/search/"><input name="q"></form>', { path: 'search/' }),
  'data/x.json': JSON.stringify({
    page: 'https://a.gov.cn/data/x/',
    downloads: [{ url: 'https://a.gov.cn/data/x/latest/x.csv', bytes: csv.length, sha256: sum(csv) }],
  }),
  'data/x/latest/x.csv': csv,
  'data/x/latest/x.ndjson': '{"a":1}\n',
  'data/x/latest/SHA256SUMS': `${sum(csv)}  x.csv\n`,
  'data/x/latest/datapackage.json': JSON.stringify({
    resources: [{ path: 'x.csv', bytes: csv.length, hash: `sha256:${sum(csv)}` }],
  }),
  'catalog.jsonld': '{"@context":{},"@graph":[]}',
  'catalog.ttl': '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<https://a.gov.cn/> a dcat:Catalog .\n',
  'feed.xml':
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://a.gov.cn/policies/a/"/></entry></feed>',
  'calendar.ics':
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:很长的\r\n  一行\r\nURL:https://a.gov.cn/policies/a/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  'sitemap.xml': `<?xml version="1.0"?><urlset>${['', 'policies/a/', 'search/'].map((one) => `<url><loc>https://a.gov.cn/${one}</loc></url>`).join('')}</urlset>`,
  'robots.txt': 'User-agent: *\nAllow: /\n\nSitemap: https://a.gov.cn/sitemap.xml\n',
  'opensearch.xml':
    '<?xml version="1.0"?><OpenSearchDescription><Url type="text/html" template="https://a.gov.cn/search/?q={searchTerms}"/></OpenSearchDescription>',
  'llms.txt': '# 站\n\n- [政策](https://a.gov.cn/policies/a/): 一份\n',
  _headers: headersFile(headerRules('')),
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/site.css': 'a{background:url(dot.svg)}',
  'assets/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/page.js': 'document.title',
  'fulltext/1/head.bin': Uint8Array.of(0, 255, 3),
}

/** Writes a site with a list of its checksums; a list given with the files stays. */
export async function writeSite(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-verify-'))
  const there = Object.entries(files).filter((one): one is [string, string | Uint8Array] => one[1] !== undefined)
  const list = checksumList(new Map(there.map(([path, content]) => [path, sum(content)])))
  for (const [path, content] of [['SHA256SUMS', list] as const, ...there]) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

export async function verify(files: Files, promised: PromisedFile[] = [], at: Home = home) {
  return verifyOutput(await writeSite(files), at, promised)
}
