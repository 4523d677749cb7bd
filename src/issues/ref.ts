import { define } from '../model/issue.ts'

/** `kind` names the register in both languages, e.g. 机构 / organisation. */
export const dangling = define<{
  kind: { zh: string; en: string }
  found: string
  nearest?: string
  nearestName?: string
  /** The names it is made of, where it is several run together. */
  several?: string
}>('REF-001', 'error', { zh: '引用的对象不存在', en: 'Reference to nothing' }, (p) => ({
  zh: [
    `找不到${p.kind.zh}“${p.found}”。`,
    p.several
      ? `这是几个${p.kind.zh}连在一起，之间请用顿号：${p.several}。`
      : p.nearest
        ? `是不是想写 ${p.nearest}${p.nearestName ? `（${p.nearestName}）` : ''}？`
        : `请先登记这个${p.kind.zh}，或改正写法。`,
  ],
  en: [
    `There is no ${p.kind.en} “${p.found}”.`,
    p.several
      ? `Several names run together; part them with 、: ${p.several}.`
      : p.nearest
        ? `Did you mean ${p.nearest}${p.nearestName ? ` (${p.nearestName})` : ''}?`
        : `Register the ${p.kind.en} first, or correct the spelling.`,
  ],
}))

export const noSuchClause = define<{ document: string; found: string; label?: string; known: string }>(
  'REF-002',
  'error',
  { zh: '条款不存在', en: 'No such clause' },
  (p) => ({
    zh: [`${p.document}没有条款“${p.found}”${p.label ? `（${p.label}）` : ''}。`, `这份文件的条款有：${p.known}。`],
    en: [`${p.document} has no clause “${p.found}”.`, `Its clauses: ${p.known}.`],
  }),
)

export const quoteNotFound = define<{ quote: string; nearest?: string }>(
  'REF-003',
  'error',
  { zh: '引文不在原文中', en: 'Quotation not in its source' },
  (p) => ({
    zh: [`引文“${p.quote}”在原文中找不到。`, p.nearest ? `最接近的一句是“${p.nearest}”。` : '请核对原文。'],
    en: [
      `“${p.quote}” is not in the source text.`,
      p.nearest ? `The nearest sentence is “${p.nearest}”.` : 'Check the original.',
    ],
  }),
)

export const unitNotListed = define<{ name: string; clause: string }>(
  'REF-004',
  'warning',
  { zh: '正文提到的单位不在责任单位里', en: 'Unit in the text but not among the responsible' },
  (p) => ({
    zh: [`${p.clause} 的正文写由“${p.name}”负责，责任单位里没有它。`, '请核对责任单位是否漏列。'],
    en: [
      `The text of ${p.clause} gives a duty to “${p.name}”, which is not among its responsible units.`,
      'Check whether a unit was left out.',
    ],
  }),
)

export const leadFault = define<{ clause: string; what: 'many' | 'none' | 'not-first'; names: string }>(
  'REF-005',
  'error',
  { zh: '牵头单位必须有且只有一个，并列第一位', en: 'Exactly one lead, and it comes first' },
  (p) => ({
    zh: [
      p.what === 'many'
        ? `${p.clause} 有不止一个牵头单位（${p.names}）。`
        : p.what === 'none'
          ? `${p.clause} 没有写牵头单位。`
          : `${p.clause} 的牵头单位（${p.names}）没有列在第一位。`,
      '原文约定“列第一位的为牵头单位”的，只写一个牵头单位并列在最前。',
    ],
    en: [
      p.what === 'many'
        ? `${p.clause} has more than one lead (${p.names}).`
        : p.what === 'none'
          ? `${p.clause} names no lead.`
          : `The lead of ${p.clause} (${p.names}) is not listed first.`,
      'Name one lead and list it first.',
    ],
  }),
)

export const workNotHeld = define<{ title: string }>(
  'REF-007',
  'warning',
  { zh: '提到的文件尚未收录', en: 'A document named here is not in the library' },
  (p) => ({
    zh: [`文中提到的《${p.title}》尚未收录。`, '请新建一页“仅题录”（text: stub），或核对书名号里的标题。'],
    en: [`《${p.title}》, named in the text, is not in the library.`, 'Add a stub (text: stub) or check the title.'],
  }),
)

export const duplicateId = define<{ id: string; first: string }>(
  'REF-008',
  'error',
  { zh: '标识重复', en: 'Identity used twice' },
  (p) => ({
    zh: [`标识“${p.id}”已在 ${p.first} 用过。`, '请换一个标识；标识一经发布不再改动。'],
    en: [`“${p.id}” is already used at ${p.first}.`, 'Choose another identity.'],
  }),
)

export const deadInternalLink = define<{ url: string; instead?: string }>(
  'REF-009',
  'error',
  { zh: '站内链接指向不存在的页面', en: 'Internal link to a page that does not exist' },
  (p) => ({
    zh: [
      `站内链接“${p.url}”指向不存在的页面。`,
      p.instead ? `是不是想写 ${p.instead}？` : '请核对地址；政策的地址是 /policies/标识/#条款号。',
    ],
    en: [
      `The internal link “${p.url}” leads to no page.`,
      p.instead ? `Did you mean ${p.instead}?` : 'Check the address.',
    ],
  }),
)

export const danglingTarget = define<{ id: string; policy: string; nearest?: string }>(
  'REF-010',
  'error',
  { zh: '目标不存在', en: 'No such target' },
  (p) => ({
    zh: [`${p.policy} 没有目标“${p.id}”。`, p.nearest ? `是不是想写 ${p.nearest}？` : '请核对目标编号。'],
    en: [`${p.policy} has no target “${p.id}”.`, p.nearest ? `Did you mean ${p.nearest}?` : 'Check the id.'],
  }),
)

export const unusableLink = define<{ url: string; what: 'relative' | 'local' | 'form' | 'empty'; instead?: string }>(
  'REF-011',
  'error',
  { zh: '链接的地址不能用', en: 'Address of a link cannot work' },
  (p) => ({
    zh: [
      {
        relative: `链接“${p.url}”是相对地址，在网站上会指到别处。`,
        local: `链接“${p.url}”指向您自己电脑里的文件，读者打不开。`,
        form: `链接“${p.url}”不是完整的网址。`,
        empty: '链接没有写地址。',
      }[p.what],
      p.instead
        ? `是不是想写 ${p.instead}？`
        : p.what === 'local'
          ? '请把文件放进 public/，链接写成 /文件名；或写来源的完整网址。'
          : '站内写以 / 开头的地址（/policies/标识/#条款号），站外写完整网址（https://www.yw.gov.cn/）。',
    ],
    en: [
      {
        relative: `The link “${p.url}” is relative and would lead elsewhere on the site.`,
        local: `The link “${p.url}” points at a file of your own computer.`,
        form: `The link “${p.url}” is no complete address.`,
        empty: 'The link has no address.',
      }[p.what],
      p.instead
        ? `Did you mean ${p.instead}?`
        : 'Within the site begin with / (/policies/id/#clause); elsewhere write the full address (https://…).',
    ],
  }),
)

export const unusableImage = define<{ url: string; what: 'missing' | 'elsewhere' | 'path'; nearest?: string }>(
  'REF-012',
  'error',
  { zh: '图片不在本站', en: 'Image is not part of the site' },
  (p) => ({
    zh: [
      {
        missing: `找不到图片“${p.url}”。`,
        elsewhere: `图片“${p.url}”在别的网站上，本站不从别处取图。`,
        path: `图片地址“${p.url}”不能用。`,
      }[p.what],
      p.nearest ? `是不是想写 ${p.nearest}？` : '请把图片放进 public/，写成 ![图上是什么](/图片文件名.png)。',
    ],
    en: [
      {
        missing: `There is no image “${p.url}”.`,
        elsewhere: `The image “${p.url}” lies on another site; nothing is loaded from elsewhere.`,
        path: `The address “${p.url}” of an image cannot work.`,
      }[p.what],
      p.nearest ? `Did you mean ${p.nearest}?` : 'Put the image into public/ and write ![what it shows](/name.png).',
    ],
  }),
)

export const ambiguousName = define<{ found: string; names: string }>(
  'REF-013',
  'error',
  { zh: '简称不止一个机构在用', en: 'Short name of several organisations' },
  (p) => ({
    zh: [`“${p.found}”可以指几个机构：${p.names}。`, '请写全称，或在机构登记表里把简称只留给其中一个。'],
    en: [`“${p.found}” may be any of: ${p.names}.`, 'Write the full name, or leave the short name to one of them.'],
  }),
)

export const sameTitle = define<{ title: string; other: string }>(
  'REF-014',
  'warning',
  { zh: '标题重复', en: 'Title used twice' },
  (p) => ({
    zh: [
      `标题“${p.title}”与 ${p.other} 的相同，读者分不清，书名号里的引用也会指错。`,
      '请核对是否重复收录；确是两份的，用 shortTitle（简称）区别。',
    ],
    en: [
      `The title “${p.title}” is also that of ${p.other}.`,
      'Check whether it was added twice; tell two documents apart by shortTitle.',
    ],
  }),
)

export const noSuchAnchor = define<{ url: string; anchor: string; nearest?: string }>(
  'REF-015',
  'error',
  { zh: '页面里没有这个位置', en: 'No such place on the page' },
  (p) => ({
    zh: [
      `链接“${p.url}”指向的页面里没有“${p.anchor}”。`,
      p.nearest ? `是不是想写 #${p.nearest}？` : '请核对 # 后面的部分，或删去它。',
    ],
    en: [
      `The page of “${p.url}” has no place “${p.anchor}”.`,
      p.nearest ? `Did you mean #${p.nearest}?` : 'Check what follows #, or delete it.',
    ],
  }),
)
