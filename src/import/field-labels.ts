import type { Part } from './part.ts'
import { tidy } from './part.ts'

/** What government pages call the fields of a document (GB/T 33476.2, 政府信息公开目录), by the field we keep. */
const labels = {
  indexNumber: ['索引号', '信息索引号', '索取号'],
  registerNumber: ['统一编号', '规范性文件统一编号', '规范性文件登记号', '登记号'],
  docNumber: ['发文字号', '文号', '文件编号', '发文文号', '公文文号'],
  issuer: [
    '发文机关',
    '发布机构',
    '发布机关',
    '制发机关',
    '发文单位',
    '发布单位',
    '制定机关',
    '公开主体',
    '信息来源机构',
  ],
  title: ['标题', '公文名称', '文件名称', '信息名称', '名称'],
  adoptedOn: ['成文日期', '成文时间', '生成日期', '发文日期', '签发日期'],
  publishedOn: ['发布日期', '发布时间', '公开日期', '公布日期', '公开时间'],
  effectiveFrom: ['施行日期', '生效日期', '实施日期', '执行日期', '施行时间'],
  effectiveTo: ['有效期至', '失效日期', '废止日期', '截止日期'],
  validity: ['有效性', '时效性', '效力状态', '文件状态', '是否有效', '时效状态'],
  disclosure: ['公开方式', '公开形式', '公开类别', '公开属性'],
  topics: ['主题分类', '主题类别', '主题词', '信息分类'],
} as const

export type LabelledField = keyof typeof labels

const fieldOf = new Map<string, LabelledField>(
  Object.entries(labels).flatMap(([field, words]) => words.map((word) => [word, field as LabelledField])),
)

/** Words that begin lines of running text as well; only a table or a head of a page makes them labels. */
const common: ReadonlySet<string> = new Set(['标题', '名称', '文号', '主题词', '截止日期', '是否有效', '文件名称'])

/** The field a label names, written with spaces between its characters or a colon behind. */
export function labelledField(text: string): LabelledField | undefined {
  return fieldOf.get(bare(text))
}

function bare(text: string): string {
  return text.replace(/[\s\u3000\u00a0【】[\]]/g, '').replace(/[:：]$/, '')
}

/** `索引号：330782/2021-1　发布日期：2021-11-08`: the pairs of a line that holds nothing else. */
export function pairsOfLine(line: string): [label: string, value: string][] {
  const words = [...fieldOf.keys()].filter((word) => !common.has(word)).map((word) => [...word].join('\\s*'))
  const label = `[【\\[]?(?:${words.join('|')})[】\\]]?\\s*[:：]`
  const text = line.replace(/[\s\u3000\u00a0]+/g, ' ').trim()
  if (!new RegExp(`^${label}`).test(text) || text.length > 300) return []
  const pairs = text.split(new RegExp(`(?=(?<![\\p{Script=Han}])${label})`, 'u'))
  return pairs.map((pair) => {
    const at = pair.search(/[:：]/)
    return [bare(pair.slice(0, at)), tidy(pair.slice(at + 1))]
  })
}

/** The pairs of a table in which labels and values stand side by side; empty for any other table. */
export function pairsOfRows(rows: readonly (readonly string[])[]): [label: string, value: string][] {
  const pairs = rows.flatMap((row) =>
    row.flatMap((cell, index): [string, string][] => {
      const value = row[index + 1] ?? ''
      const isPair = labelledField(cell) !== undefined && value !== '' && labelledField(value) === undefined
      return isPair ? [[bare(cell), value]] : []
    }),
  )
  const filled = rows.flat().filter((cell) => cell !== '').length
  return pairs.length >= 2 && pairs.length * 4 >= filled ? pairs : []
}

export function pairsOfPart(part: Part): [label: string, value: string][] {
  return part.type === 'table' ? pairsOfRows(part.rows) : pairsOfLine(part.text)
}
