import { datasetCitations } from '../../model/data/data-citation.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import { versionHistory } from '../../model/release/version-history.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { downloadNameOf, downloadRows } from '../formats/catalogue.ts'
import type { DescribedTable, PublishedFile } from '../formats/manifest.ts'
import { hasZip, omittedFormats } from '../formats/omitted-formats.ts'
import type { Edition } from './edition.ts'
import { licenceOf } from './licence.ts'

/** `README.md` beside the files: what each of them is, column by column, for whoever has only the folder. */
export function datasetReadme(
  dataset: Dataset,
  tables: readonly DescribedTable[],
  config: SiteConfig,
  edition: Edition,
  files: readonly PublishedFile[],
): string {
  const { title, description, version, gongbao, scope } = dataset
  const licence = licenceOf(dataset, config)
  const announced = gongbao.announced
  const notes = [
    ...(announced ? [`公布总数 ${announced.count}（${announced.what}，原文“${announced.printed}”）。`] : []),
    ...gongbao.notes,
  ]
  const history = versionHistory(dataset)
  const parts = [
    `# ${title}`,
    description,
    list([
      `版本：${version}`,
      `网页：${edition.page}`,
      `发布者：${config.publisher}；开放主体：${gongbao.provider}`,
      `开放属性：${gongbao.disclosure}`,
      `更新周期：${gongbao.updateCycle}，最近更新 ${gongbao.updatedOn}`,
      ...(scope
        ? [`时间：${scope.from} 至 ${scope.to}；地方：${scope.places.map(({ name }) => name).join('、')}`]
        : []),
      `许可：${licence ? [licence.title, licence.url].filter((part) => part).join(' ') : '未选定，使用前请询问发布者'}`,
      ...(config.contact ? [`联系：${contactWords(config.contact)}`] : []),
    ]),
    ...tables.flatMap(tablePart),
    ...(notes.length > 0 ? ['## 口径说明', list(notes)] : []),
    ...(history.length > 0 ? ['## 修订', list(history.map((one) => `${one.version}（${one.on}）：${one.text}`))] : []),
    '## 文件',
    list([
      ...fileWords(files),
      ...(hasZip(dataset) ? [`\`${dataset.id}.zip\`：正本、说明和描述打成的包；包里没有的文件在网页上。`] : []),
      ...omittedFormats(dataset).map(({ words }) => words),
      ...aboutWords(),
    ]),
    '空着的单元格表示没有查到，不表示零。',
    '## 引用',
    datasetCitations(dataset, config, { url: edition.page }).gbt,
  ]
  return `${parts.join('\n\n')}\n`
}

/** The files that hold rows, a line for each format; only what is in the folder is explained. */
function fileWords(files: readonly PublishedFile[]): string[] {
  const names = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
  return downloadRows.flatMap(([name, { group, readme }]) => {
    const own = names.filter((one) => downloadNameOf(one) === name)
    return group !== 'about' && readme && own.length > 0 ? [`${named(own)}：${readme}`] : []
  })
}

/** The files about the dataset, which every folder has; those with the same words on one line. */
function aboutWords(): string[] {
  const rows = downloadRows.filter(([, { group, readme }]) => group === 'about' && readme)
  const lines = Map.groupBy(
    rows.sort(([, a], [, b]) => a.rank - b.rank),
    ([, { readme }]) => readme,
  )
  return [...lines].map(([words, own]) => `${named(own.map(([name]) => name))}：${words}`)
}

/** Large tables come in many parts: more names than this are told by the first and the last. */
const mostNames = 8

function named(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  return names.length > mostNames ? `${quoted[0]} 至 ${quoted.at(-1)}，共 ${names.length} 个` : quoted.join('、')
}

function tablePart({ table, csv }: DescribedTable): string[] {
  const rows = table.header.map((name) => {
    const field = table.schema.fields.find((one) => one.name === name)
    const unit = field?.['gongbao:unit']
    return `| ${[name, field?.title ?? '', field?.type ?? '', unit ?? '', field?.description ?? ''].map(cell).join(' | ')} |`
  })
  return [
    `## ${table.title ?? table.name}`,
    ...(table.description ? [table.description] : []),
    `\`${table.path}\`：${table.summary.rows} 行，${csv.bytes} 字节。`,
    ['| 列 | 名称 | 类型 | 单位 | 说明 |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  ]
}

function contactWords({ name, email, phone, url }: NonNullable<SiteConfig['contact']>): string {
  return [name, email, phone, url].filter((part) => part).join('，')
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}
