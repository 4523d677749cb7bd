import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

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

export const badFileName = define<{ found: string; suggestion: string; reason?: 'reserved' | 'long' }>(
  'SITE-002',
  'warning',
  { zh: '文件名不规范', en: 'Irregular file name' },
  (p) => ({
    zh: [
      `文件名“${p.found}”会成为网址，${fileNameReasons[p.reason ?? 'signs'].zh}。`,
      `请用小写字母、数字和短横线，例如 ${p.suggestion}。这个文件暂不发布。`,
    ],
    en: [
      `The file name “${p.found}” becomes an address${fileNameReasons[p.reason ?? 'signs'].en}.`,
      `Use lower-case letters, digits and hyphens, e.g. ${p.suggestion}. The file is not published for now.`,
    ],
  }),
)

const fileNameReasons = {
  signs: { zh: '不宜有中文、空格或大写', en: '' },
  reserved: { zh: '而它是 Windows 的保留名，在那里存不了', en: '; Windows reserves it and cannot store it' },
  long: { zh: '而它太长，加上后缀就存不了', en: '; it is too long to be stored with an ending' },
}

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

export const notPublished = define<{
  file: string
  /** Where it belongs, where that can be told; `leftover`: what a program left behind. */
  place?: string
  what: 'file' | 'leftover'
  /** How many more of the folder are not listed one by one. */
  more?: number
}>('SITE-008', 'warning', { zh: '这个文件不会发布', en: 'This file is not published' }, (p) => ({
  zh: [
    p.more === undefined
      ? `${p.file} 不在任何会发布的位置，读者看不到它。`
      : `${p.file} 里还有 ${p.more} 个文件不在会发布的位置，没有一一列出。`,
    p.what === 'leftover'
      ? '这是编辑或系统留下的文件，可以删去，或写进 .gitignore；若是正文或数据，请改名。'
      : `${p.place === undefined ? '' : `它应当是 ${p.place}。`}政策放 content/policies/*.md，事项放 content/measures/*.md，解读与页面放 content/interpretations、content/pages 的 *.mdx，表格放 data/数据集/*.csv，说明放 data/数据集/datapackage.yaml。`,
  ],
  en: [
    p.more === undefined
      ? `${p.file} is in no place that is published.`
      : `${p.more} more files in ${p.file} are in no place that is published.`,
    p.what === 'leftover'
      ? 'An editor or the system left it: remove it or put it into .gitignore; if it is content, rename it.'
      : `${p.place === undefined ? '' : `It should be ${p.place}. `}Policies: content/policies/*.md; measures: content/measures/*.md; articles: content/interpretations and content/pages, *.mdx; tables: data/<dataset>/*.csv with data/<dataset>/datapackage.yaml.`,
  ],
}))

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

export const leadsOut = define<Readonly<Record<string, never>>>(
  'SITE-010',
  'error',
  { zh: '链接指到了内容之外', en: 'Link leads out of the root' },
  () => ({
    zh: [
      '这个链接指到根目录之外，或指到隐藏的文件，没有读取。',
      '请把要发布的文件放进 content/ 或 data/，不要用链接。',
    ],
    en: [
      'This link leads out of the root, or to a hidden file, and was not read.',
      'Put what is to be published into content/ or data/ itself.',
    ],
  }),
)

export const noPlainFile = define<{ what: 'folder' | 'special' }>(
  'SITE-011',
  'error',
  { zh: '不是普通文件', en: 'No plain file' },
  (p) => ({
    zh: [
      p.what === 'folder' ? '文件夹用了文件的名称，里面的内容没有读取。' : '这是管道、设备或套接字，没有打开。',
      p.what === 'folder' ? '请给文件夹改名，把文件放到会发布的位置。' : '请删去它；要发布的内容存成普通文件。',
    ],
    en: [
      p.what === 'folder'
        ? 'A folder has the name of a file; what it holds was not read.'
        : 'This is a pipe, a device or a socket and was not opened.',
      p.what === 'folder'
        ? 'Rename the folder and put its files where they are published.'
        : 'Remove it; content is plain files.',
    ],
  }),
)

export const wrongRoom = define<{ is: Bilingual; folder: string; place: string }>(
  'SITE-012',
  'error',
  { zh: '文件放错了文件夹', en: 'File in the wrong folder' },
  (p) => ({
    zh: [`这个文件写的是${p.is.zh}，却放在 ${p.folder}/ 里，没有往下检查。`, `请移到 ${p.place}。`],
    en: [
      `This file describes ${p.is.en} but stands in ${p.folder}/; it was not checked further.`,
      `Move it to ${p.place}.`,
    ],
  }),
)
