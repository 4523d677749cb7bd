import { datasetCitations } from '../../model/data/data-citation.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import { formatNumber } from '../../model/number/format.ts'
import { versionHistory } from '../../model/release/version-history.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { codebookHeader, codebookRows } from '../metadata/codebook.ts'
import type { Edition } from '../metadata/edition.ts'
import { licenceOf } from '../metadata/licence.ts'
import type { FormCell } from './xlsx-sheet.ts'

type FormRow = readonly FormCell[]

/** 封面: what the file is, who answers for it, what is in it and how to cite it. `sheets` are names by table. */
export function coverRows(
  dataset: Dataset,
  config: SiteConfig,
  { page }: Edition,
  sheets: ReadonlyMap<string, string>,
): FormRow[] {
  const { title, description, version, created, gongbao, scope, tables } = dataset
  const licence = licenceOf(dataset, config)
  const { gbt, apa } = datasetCitations(dataset, config, { url: page })
  return [
    [{ text: title, style: 'title' }],
    [],
    ...facts([
      ['内容', description],
      ['版本', version],
      ['更新日期', gongbao.updatedOn],
      ['更新周期', gongbao.updateCycle],
      ['首次发布', created],
      ['开放主体', gongbao.provider],
      ['发布者', config.publisher],
      ['时间', scope && `${scope.from} 至 ${scope.to}`],
      ['地方', scope?.places.map(({ name }) => name).join('、')],
      ['许可', licence?.title ?? '未选定，使用前请询问发布者', licence?.url],
      ['网页', page, page],
      ...contactFacts(config.contact),
    ]),
    [],
    [{ text: '工作表', style: 'heading' }],
    ...tables.map((table) => {
      const sheet = sheets.get(table.name) ?? table.name
      const rows = formatNumber(table.summary.rows, '行')
      return [
        { text: sheet, link: { sheet } },
        { text: [rows, table.path, table.description].filter((part) => part).join('；'), style: 'prose' as const },
      ]
    }),
    [{ text: sheetNames.dictionary, link: { sheet: sheetNames.dictionary } }, { text: '每列的含义、类型、单位和约束' }],
    [{ text: sheetNames.notes, link: { sheet: sheetNames.notes } }, { text: '口径、缺失怎样写、改过什么' }],
    [],
    [{ text: '怎样读', style: 'heading' }],
    ...facts([
      ['表头', '各表第一行是名称，第二行是列名（程序用）；从第三行起是数据。'],
      ['代码', '代码、编号是文本，前导零和长号码都在；位数超过 15 位的整数也是文本。'],
      ['空格', '空着的单元格表示没有查到，不表示零。'],
    ]),
    [],
    [{ text: '怎样引用', style: 'heading' }],
    ...facts([
      ['GB/T 7714', gbt],
      ['APA', apa],
    ]),
  ]
}

/** 数据字典: one row a column of every table. */
export function dictionaryRows(dataset: Dataset): FormRow[] {
  return [
    dictionaryTitles.map((text) => ({ text, style: 'header' as const })),
    codebookHeader.map((text) => ({ text, style: 'name' as const })),
    ...codebookRows(dataset).map((row) =>
      row.map((value) => ({ text: value === undefined ? '' : String(value), style: 'prose' as const })),
    ),
  ]
}

const dictionaryTitles = [
  '表',
  '位置',
  '列名',
  '名称',
  '类型',
  '单位',
  '说明',
  '约束',
  '缺失写作',
  '非空个数',
  '不同值个数',
  '最小',
  '最大',
] as const satisfies { readonly length: (typeof codebookHeader)['length'] }

/** 说明与修订: how the figures are meant, and what was changed when, the latest first. */
export function notesRows(dataset: Dataset): FormRow[] {
  const { gongbao, sources } = dataset
  const { announced, notes } = gongbao
  const history = versionHistory(dataset)
  const list = (title: string, lines: readonly string[]): FormRow[] =>
    lines.length === 0
      ? []
      : [
          [{ text: title, style: 'heading' }],
          ...lines.map((text): FormRow => [{ text: '' }, { text, style: 'prose' }]),
          [],
        ]
  return [
    ...list('口径说明', [
      ...(announced ? [`公布总数 ${announced.count}（${announced.what}，原文“${announced.printed}”）。`] : []),
      ...notes,
    ]),
    ...list(
      '来源',
      sources.map(({ title, path }) => [title, path].filter((part) => part).join(' ')),
    ),
    [{ text: '修订', style: 'heading' }],
    ...facts(
      history.length > 0
        ? history.map(({ version, on, text }) => [`${version}（${on}）`, text] as const)
        : [['无', '这一版之前没有改过已发布的数。']],
    ),
  ]
}

export const sheetNames = { cover: '封面', dictionary: '数据字典', notes: '说明与修订' } as const

type Fact = readonly [label: string, text: string | undefined, url?: string | undefined]

function facts(list: readonly Fact[]): FormRow[] {
  return list.flatMap(([label, text, url]) =>
    text
      ? [
          [
            { text: label, style: 'label' },
            { text, style: 'prose', ...(url && { link: { url } }) },
          ] as FormRow,
        ]
      : [],
  )
}

function contactFacts(contact: SiteConfig['contact']): Fact[] {
  if (!contact) return []
  const { name, phone, email, url } = contact
  return [
    ['联系', name],
    ['电话', phone],
    ['邮箱', email, email && `mailto:${email}`],
    ['联系网页', url, url],
  ]
}
