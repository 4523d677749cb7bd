import { define } from '../issue.ts'

/** What `verify` finds in a built site; `file` is relative to the output folder. */

/** `pages`: how many further pages hold the same link. */
export const brokenLink = define<{ href: string; target: string; pages: number }>(
  'SITE-101',
  'error',
  { zh: '站内链接打不开', en: 'Internal link leads nowhere' },
  (p) => ({
    zh: [
      `链接“${p.href}”指向的 ${p.target} 不在生成的网站里${p.pages > 0 ? `（另有 ${p.pages} 页同样）` : ''}。`,
      '请检查内容里的链接和标识；标识没有写错的，请报告给 Gongbao。',
    ],
    en: [
      `The link “${p.href}” points to ${p.target}, which is not in the built site${p.pages > 0 ? ` (so do ${p.pages} more pages)` : ''}.`,
      'Check the link and the id in the content; if they are right, report it to Gongbao.',
    ],
  }),
)

export const brokenAnchor = define<{ href: string; anchor: string; pages: number }>(
  'SITE-102',
  'error',
  { zh: '页内位置不存在', en: 'Anchor does not exist' },
  (p) => ({
    zh: [
      `链接“${p.href}”指向的位置 #${p.anchor} 不在那一页里${p.pages > 0 ? `（另有 ${p.pages} 页同样）` : ''}。`,
      '请检查条款编号；条款编号跟随原文序号，例如 #c2-1-1。',
    ],
    en: [
      `The link “${p.href}” points to #${p.anchor}, which that page does not have${p.pages > 0 ? ` (so do ${p.pages} more pages)` : ''}.`,
      'Check the clause; clause ids follow the numbering of the text, e.g. #c2-1-1.',
    ],
  }),
)

export const duplicateId = define<{ id: string }>(
  'SITE-103',
  'error',
  { zh: '页内标识重复', en: 'Duplicate id in a page' },
  (p) => ({
    zh: [`标识“${p.id}”在这一页出现了不止一次。`, '同一页里的条款、目标和标题，标识各不相同。'],
    en: [
      `The id “${p.id}” occurs more than once in this page.`,
      'Clauses, targets and headings of a page need own ids.',
    ],
  }),
)

export const damagedDownload = define<{ path: string; expected: string; found: string }>(
  'SITE-104',
  'error',
  { zh: '下载文件与清单不符', en: 'Download differs from the manifest' },
  (p) => ({
    zh: [`${p.path} 应为 ${p.expected}，实为 ${p.found}。`, '请重新生成网站；不要手工改动生成的文件。'],
    en: [`${p.path} should be ${p.expected} but is ${p.found}.`, 'Build again; never edit built files by hand.'],
  }),
)

export const offSiteRequest = define<{ url: string }>(
  'SITE-105',
  'error',
  { zh: '向站外发出请求', en: 'Request leaves the site' },
  (p) => ({
    zh: [`打开这一页会向站外请求 ${p.url}。`, '图片和样式请放进 public/；站外网页只能作链接。'],
    en: [`Opening this page requests ${p.url}.`, 'Keep images and styles in public/; other sites may only be linked.'],
  }),
)

export const inlineScript = define<{ found: string }>(
  'SITE-106',
  'error',
  { zh: '页内脚本', en: 'Inline script' },
  (p) => ({
    zh: [`页里写有脚本（${p.found}），内容安全策略不允许。`, '请改为外部脚本文件。'],
    en: [`The page holds a script (${p.found}) that the security policy forbids.`, 'Use an external script file.'],
  }),
)

export const inlineStyle = define<{ found: string }>(
  'SITE-107',
  'error',
  { zh: '页内样式', en: 'Inline style' },
  (p) => ({
    zh: [`页里写有样式（${p.found}），内容安全策略不允许。`, '请改用样式表里的类；图的几何写在 SVG 属性里。'],
    en: [`The page holds a style (${p.found}) that the security policy forbids.`, 'Use a class of a style sheet.'],
  }),
)

export const heavyPage = define<{ bytes: number; limit: number }>(
  'SITE-108',
  'warning',
  { zh: '页面太重', en: 'Heavy page' },
  (p) => ({
    zh: [
      `这一页压缩后 ${kilobytes(p.bytes)}（含样式），超过 ${kilobytes(p.limit)}。`,
      '请缩短正文，或把长附件分成另外的文件。',
    ],
    en: [
      `This page takes ${kilobytes(p.bytes)} compressed, styles included; the budget is ${kilobytes(p.limit)}.`,
      'Shorten the text, or give long annexes files of their own.',
    ],
  }),
)

export const unexpectedScript = define<{ src: string }>(
  'SITE-109',
  'error',
  { zh: '不该有脚本的页面', en: 'Script on a page without need of one' },
  (p) => ({
    zh: [`这一页载入了脚本 ${p.src}。`, '只有检索、惠企查询和列表筛选可以有脚本；其余页面没有脚本也要完整。'],
    en: [`This page loads the script ${p.src}.`, 'Only search, the finder and the lists may have scripts.'],
  }),
)

export const unlistedPage = define<{ page: string }>(
  'SITE-110',
  'warning',
  { zh: '网页不在站点地图里', en: 'Page missing from the sitemap' },
  (p) => ({
    zh: [
      `sitemap.xml 没有列出 ${p.page}，搜索引擎可能找不到它。`,
      '请报告给 Gongbao：新增的页面要写进 publish/site-pages.ts。',
    ],
    en: [`sitemap.xml does not list ${p.page}.`, 'Report it to Gongbao: new pages belong into publish/site-pages.ts.'],
  }),
)

export const untrueMetadata = define<{ path: string; file: string; what: 'missing' | 'differs' }>(
  'SITE-111',
  'error',
  { zh: '数据描述与文件不符', en: 'Metadata and files disagree' },
  (p) => ({
    zh: [
      p.what === 'missing'
        ? `${p.path} 提到的 ${p.file} 不在站里。`
        : `${p.path} 写的 ${p.file} 的大小或校验码与文件不同。`,
      '请重新构建；仍有的，请报告给 Gongbao。',
    ],
    en: [
      p.what === 'missing'
        ? `${p.path} names ${p.file}, which is not there.`
        : `${p.path} gives another size or checksum of ${p.file} than it has.`,
      'Build again; if it stays, report it to Gongbao.',
    ],
  }),
)

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
