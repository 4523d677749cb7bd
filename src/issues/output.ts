import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

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

/** `more`: how many further files are in the same state; they are not listed. */
export const listDiffers = define<{
  path: string
  what: 'changed' | 'missing' | 'extra' | 'no-list' | 'line'
  more: number
}>('SITE-112', 'error', { zh: '网站与校验清单不符', en: 'Site differs from its list of checksums' }, (p) => {
  const [more, moreEn] = p.more > 0 ? [`，另有 ${p.more} 个文件同样`, ` (so do ${p.more} more files)`] : ['', '']
  const zh = {
    changed: `${p.path} 与 SHA256SUMS 记录的不同，生成以后被改动${more}`,
    missing: `SHA256SUMS 列有 ${p.path}，网站里没有${more}`,
    extra: `${p.path} 不在 SHA256SUMS 里，是生成以后添加的${more}`,
    'no-list': '网站没有 SHA256SUMS，无法核对文件是否被改动',
    line: `SHA256SUMS 有读不懂或重复的行：${p.path}${more}`,
  }
  const en = {
    changed: `${p.path} differs from SHA256SUMS${moreEn}`,
    missing: `SHA256SUMS lists ${p.path}, which is not there${moreEn}`,
    extra: `${p.path} is not in SHA256SUMS${moreEn}`,
    'no-list': 'There is no SHA256SUMS to check the files by',
    line: `SHA256SUMS has a line that cannot be read or stands twice: ${p.path}${moreEn}`,
  }
  return {
    zh: [`${zh[p.what]}。`, '请重新生成网站；不要手工改动生成的文件。'],
    en: [`${en[p.what]}.`, 'Build again; never edit built files by hand.'],
  }
})

export const wrongPolicy = define<{ what: 'missing' | 'late' | 'differs'; found?: string }>(
  'SITE-113',
  'error',
  { zh: '内容安全策略不对', en: 'Wrong content security policy' },
  (p) => ({
    zh: [
      {
        missing: '这一页没有写明内容安全策略，不读 _headers 的主机上就没有防护。',
        late: '内容安全策略写在脚本或样式之后，对它们不起作用。',
        differs: `这一页的内容安全策略不是规定的那一条：“${shortened(p.found)}”。`,
      }[p.what],
      '请重新生成网站；页面要用 layouts/ 里的版式。',
    ],
    en: [
      {
        missing: 'The page states no content security policy; a host that ignores _headers leaves it open.',
        late: 'The content security policy stands behind a script or style and does not cover it.',
        differs: `The content security policy is not the one of this page: “${shortened(p.found)}”.`,
      }[p.what],
      'Build again; pages use the layouts in layouts/.',
    ],
  }),
)

export const wrongHeaders = define<{ line: string; missing: boolean }>(
  'SITE-114',
  'error',
  { zh: '_headers 被改动', en: '_headers altered' },
  (p) => ({
    zh: [
      `_headers 与程序写的不同，第一处是${p.missing ? '缺少' : ''}“${shortened(p.line)}”。`,
      '请重新生成网站；响应头在 publish/headers.ts 里定。',
    ],
    en: [
      `_headers is not what the program writes; the first difference is ${p.missing ? 'that it lacks ' : ''}“${shortened(p.line)}”.`,
      'Build again; headers are decided in publish/headers.ts.',
    ],
  }),
)

export const brokenPage = define<{ lacks: Bilingual }>(
  'SITE-115',
  'error',
  { zh: '网页不完整', en: 'Page is not whole' },
  (p) => ({
    zh: [`这一页${p.lacks.zh}。`, '请重新生成网站；仍有的，请报告给 Gongbao。'],
    en: [`The page ${p.lacks.en}.`, 'Build again; if it stays, report it to Gongbao.'],
  }),
)

export const forbiddenElement = define<{ found: string }>(
  'SITE-116',
  'error',
  { zh: '不允许的元素', en: 'Element not allowed' },
  (p) => ({
    zh: [
      `页里有 ${p.found}，会改变链接的去向、自动跳转、嵌入外物或把填写的内容送到站外。`,
      '请去掉；站外网页只能作链接。',
    ],
    en: [
      `The page holds ${p.found}, which redirects, embeds, or sends what is typed elsewhere.`,
      'Remove it; other sites may only be linked.',
    ],
  }),
)

export const foreignFile = define<{ path: string; what: 'ending' | 'place' | 'link' | 'content' }>(
  'SITE-117',
  'error',
  { zh: '不是网站的文件', en: 'Not a file of the site' },
  (p) => ({
    zh: [
      {
        ending: `${p.path} 是网站里不该有的一种文件。`,
        place: `${p.path} 这种文件不该放在这里。`,
        link: `${p.path} 是链接或特殊文件，不是文件本身。`,
        content: `${p.path} 的内容与它的扩展名不符，或者不完整。`,
      }[p.what],
      '请移走它，或重新生成网站。',
    ],
    en: [
      {
        ending: `${p.path} is of a kind the site does not have.`,
        place: `Files like ${p.path} do not stand here.`,
        link: `${p.path} is a link or a special file.`,
        content: `${p.path} is not what its ending says, or is cut off.`,
      }[p.what],
      'Move it away, or build again.',
    ],
  }),
)

export const collidingNames = define<{ path: string; other: string }>(
  'SITE-118',
  'error',
  { zh: '文件名只差大小写', en: 'Names differ only in case' },
  (p) => ({
    zh: [`${p.path} 与 ${p.other} 只差大小写，有的主机上是同一个文件。`, '请改成不同的名称，一律用小写。'],
    en: [
      `${p.path} and ${p.other} differ only in case; some hosts take them for one.`,
      'Choose different names, in lower case.',
    ],
  }),
)

export const unparsable = define<{ path: string; format: string; reason: string }>(
  'SITE-119',
  'error',
  { zh: '文件读不懂', en: 'File cannot be parsed' },
  (p) => ({
    zh: [`${p.path} 不是合格的 ${p.format}：${shortened(p.reason)}。`, '请重新生成网站；仍有的，请报告给 Gongbao。'],
    en: [
      `${p.path} is not well-formed ${p.format}: ${shortened(p.reason)}.`,
      'Build again; if it stays, report it to Gongbao.',
    ],
  }),
)

export const activePicture = define<{ found: string }>(
  'SITE-120',
  'error',
  { zh: '图片里有脚本或站外引用', en: 'Picture with a script or a foreign reference' },
  (p) => ({
    zh: [`这张图里有 ${p.found}，打开它会运行脚本或向站外请求。`, '请换成只有图形的 SVG。'],
    en: [`The picture holds ${p.found}, which runs or requests something.`, 'Use an SVG of nothing but shapes.'],
  }),
)

export const buildTrace = define<{ found: string }>(
  'SITE-121',
  'error',
  { zh: '留有生成环境的痕迹', en: 'Trace of the machine that built the site' },
  (p) => ({
    zh: [
      `文件里有“${shortened(p.found)}”，是源码对照或本机路径，不该公开。`,
      '请去掉后重新生成；内容里写了本机路径的，改为网址。',
    ],
    en: [
      `The file holds “${shortened(p.found)}”, a source map or a path of the machine.`,
      'Remove it and build again; write addresses instead of paths.',
    ],
  }),
)

export const foreignAddress = define<{ url: string; what: string }>(
  'SITE-122',
  'error',
  { zh: '应是本站的地址指向别处', en: 'Own address leads elsewhere' },
  (p) => ({
    zh: [
      `${p.what}写的是 ${shortened(p.url)}，不是本站的地址。`,
      '请重新生成网站；网址在 content/site.yaml 的 url 里写。',
    ],
    en: [
      `${p.what} says ${shortened(p.url)}, which is not of this site.`,
      'Build again; the address is url in content/site.yaml.',
    ],
  }),
)

export const serviceWorker = define<{ found: string }>(
  'SITE-123',
  'error',
  { zh: '脚本登记后台程序', en: 'Script registers a service worker' },
  (p) => ({
    zh: [`脚本里有 ${p.found}：后台程序会一直截留读者的请求，网站不用它。`, '请去掉这段脚本，重新生成网站。'],
    en: [
      `The script holds ${p.found}; a service worker would stay between the reader and the site.`,
      'Remove it and build again.',
    ],
  }),
)

export const missingFile = define<{ path: string; what: 'missing' | 'empty' }>(
  'SITE-124',
  'error',
  { zh: '文件缺失或是空的', en: 'File missing or empty' },
  (p) => ({
    zh: [
      p.what === 'empty' ? `${p.path} 是空的。` : `网站没有 ${p.path}，每个生成的网站都应有它。`,
      '请重新生成网站。',
    ],
    en: [
      p.what === 'empty' ? `${p.path} is empty.` : `There is no ${p.path}, which every built site has.`,
      'Build again.',
    ],
  }),
)

export const unreadableFile = define<{ path: string; reason: string }>(
  'SITE-125',
  'error',
  { zh: '网站的文件读不到', en: 'File of the site cannot be read' },
  (p) => ({
    zh: [`${p.path} 读不到：${p.reason}。`, '请检查磁盘和权限，再重新生成网站。'],
    en: [`${p.path} cannot be read: ${p.reason}.`, 'Check disk and permissions, then build again.'],
  }),
)

function shortened(text = ''): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
