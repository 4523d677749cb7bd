import { z } from 'zod'
import { id, isoDate, line, named } from '../field.ts'
import type { Block } from './markdown.ts'

/** Front matter of `content/interpretations/<id>.mdx`: 解读, 问答 and data stories. */
export const interpretationFields = z.strictObject({
  title: named('标题', line),
  form: named('形式', z.enum(['解读', '问答', '图解', '数据故事'])),
  /** Policies it explains; each shows a link back. */
  interprets: named('解读对象', z.array(id).default([])),
  author: named('作者', line),
  publishedOn: named('发布日期', isoDate),
  summary: named('摘要', line),
  sources: named('来源', z.array(id).default([])),
})
export interface Interpretation extends z.output<typeof interpretationFields> {
  readonly id: string
  readonly file: string
  readonly blocks: readonly Block[]
}

/** Front matter of `content/pages/<id>.mdx`: about, methodology, handbook. */
export const pageFields = z.strictObject({
  title: named('标题', line),
  summary: named('摘要', line),
})
export interface Page extends z.output<typeof pageFields> {
  readonly id: string
  readonly file: string
  readonly blocks: readonly Block[]
}
