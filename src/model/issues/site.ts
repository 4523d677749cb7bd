import { define } from '../issue.ts'

export const noSiteIdCode = define<{ none: true }>(
  'SITE-001',
  'error',
  { zh: '缺少网站标识码', en: 'Site identification code missing' },
  () => ({
    zh: [
      '站点配置缺少网站标识码 siteIdCode（10位）。',
      '请填写本单位的网站标识码；不是政府网站的，写 government: false。',
    ],
    en: [
      'The site configuration lacks siteIdCode (10 digits).',
      'Fill it in; a site that is not a government’s says government: false.',
    ],
  }),
)

export const badFileName = define<{ found: string; suggestion: string }>(
  'SITE-002',
  'warning',
  { zh: '文件名不规范', en: 'Irregular file name' },
  (p) => ({
    zh: [
      `文件名“${p.found}”会成为网址，不宜有中文、空格或大写。`,
      `请用小写字母、数字和短横线，例如 ${p.suggestion}。这个文件暂不发布。`,
    ],
    en: [
      `The file name “${p.found}” becomes an address.`,
      `Use lower-case letters, digits and hyphens, e.g. ${p.suggestion}. The file is not published for now.`,
    ],
  }),
)

export const unreadable = define<{ reason: string }>(
  'SITE-004',
  'error',
  { zh: '文件读不到', en: 'File cannot be read' },
  (p) => ({
    zh: [`文件读不到：${p.reason}。`, '请检查文件是否被移走、权限是否正确、是否为循环的链接。'],
    en: [`The file cannot be read: ${p.reason}.`, 'Check whether it was moved, its permissions, and link loops.'],
  }),
)

export const tooLarge = define<{ what: string; whatEn: string; limit: string }>(
  'SITE-005',
  'error',
  { zh: '文件太大', en: 'File too large' },
  (p) => ({
    zh: [`${p.what}超过上限（${p.limit}）。`, '大表请放进 data/ 的 CSV；文章请拆成几篇。'],
    en: [`${p.whatEn} exceeds the limit (${p.limit}).`, 'Put large tables into a CSV under data/; split long texts.'],
  }),
)

export const noLicence = define<{ none: true }>(
  'SITE-006',
  'warning',
  { zh: '没有选定许可', en: 'No licence chosen' },
  () => ({
    zh: ['站点没有选定内容与数据的许可，读者不知道能否转用。', '请由发布单位选定后写进 site.yaml 的 licence（许可）。'],
    en: ['No licence is chosen for content and data.', 'The publisher chooses one; write it into site.yaml.'],
  }),
)

export const missingConfig = define<{ path: string }>(
  'SITE-007',
  'error',
  { zh: '缺少站点配置', en: 'Site configuration missing' },
  (p) => ({
    zh: [`没有 ${p.path}。`, '根目录下要有 content/ 和 data/，站点配置写在 content/site.yaml。'],
    en: [`There is no ${p.path}.`, 'The root holds content/ and data/; the site is configured in content/site.yaml.'],
  }),
)

export const notPublished = define<{ file: string }>(
  'SITE-008',
  'warning',
  { zh: '这个文件不会发布', en: 'This file is not published' },
  (p) => ({
    zh: [
      `${p.file} 不在任何会发布的位置，读者看不到它。`,
      '政策放 content/policies/*.md，事项放 content/measures/*.md，解读与页面放 content/interpretations、content/pages 的 *.mdx，表格的说明放 data/数据集/datapackage.yaml。',
    ],
    en: [
      `${p.file} is in no place that is published.`,
      'Policies: content/policies/*.md; measures: content/measures/*.md; articles: content/interpretations and content/pages, *.mdx; tables: data/<dataset>/datapackage.yaml.',
    ],
  }),
)

export const reservedName = define<{ found: string; suggestion: string }>(
  'SITE-009',
  'error',
  { zh: '文件名与网站的栏目重名', en: 'File name taken by a room of the site' },
  (p) => ({
    zh: [`“${p.found}”是网站自己的栏目，这个文件会占用它的地址。`, `请换一个文件名，例如 ${p.suggestion}。`],
    en: [
      `“${p.found}” is a room of the site itself; this file would take its address.`,
      `Choose another name, e.g. ${p.suggestion}.`,
    ],
  }),
)
