import type { Dataset, Table } from '../model/dataset.ts'
import type { SiteConfig } from '../model/site-config.ts'
import type { PublishedFile } from './manifest.ts'

/** `README.md` beside the files: what they are, column by column, for whoever has only the files. */
export function datasetReadme(
  dataset: Dataset,
  tables: readonly { readonly table: Table; readonly csv: PublishedFile }[],
  licence?: SiteConfig['licence'],
): string {
  const { title, description, version, gongbao, licenses } = dataset
  const terms = licenses.map((one) => one.title ?? one.name ?? '').join('、') || licence?.title || '未选定'
  const head = [
    `# ${title}`,
    description,
    list([
      `版本：${version}`,
      `开放主体：${gongbao.provider}`,
      `开放属性：${gongbao.disclosure}`,
      `更新周期：${gongbao.updateCycle}，最近更新 ${gongbao.updatedOn}`,
      `许可：${terms}`,
    ]),
  ]
  const notes = [
    ...(gongbao.announced
      ? [`公布总数 ${gongbao.announced.count}（${gongbao.announced.what}，原文“${gongbao.announced.printed}”）。`]
      : []),
    ...gongbao.notes,
  ]
  const parts = [
    ...head,
    ...tables.flatMap(({ table, csv }) => tablePart(table, csv)),
    ...(notes.length > 0 ? ['## 口径说明', list(notes)] : []),
    ...(gongbao.changes.length > 0
      ? ['## 修订', list(gongbao.changes.map((one) => `${one.version}（${one.on}）：${one.note}`))]
      : []),
    '## 文件',
    list([
      'CSV：UTF-8（无 BOM），逗号分隔，换行为 LF。',
      'JSON：同一张表，一行一个对象，缺失为 null。',
      'datapackage.json：Data Package v2 描述，含每列的类型和约束。',
      'SHA256SUMS：以 `sha256sum -c SHA256SUMS` 核对。',
    ]),
    '空着的单元格表示没有查到，不表示零。',
  ]
  return `${parts.join('\n\n')}\n`
}

function tablePart(table: Table, csv: PublishedFile): string[] {
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

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}
