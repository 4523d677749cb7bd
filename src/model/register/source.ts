import { z } from 'zod'
import { id, isoDate, line, named, webAddress } from '../field.ts'

export const source = z.strictObject({
  id: named('标识', id),
  kind: named(
    '类别',
    z.enum([
      '政府文件',
      '新闻报道',
      '统计公报',
      '统计年鉴',
      '政府网页',
      '数据接口',
      '会议材料',
      '图片说明',
      '期刊',
      '其他',
    ]),
  ),
  /** Headline as printed; empty where it is not known (then `described` says what the page is). */
  title: named('标题', line.optional()),
  described: named('编者概括', line.optional()),
  publisher: named('发布者', line),
  date: named('日期', isoDate.optional()),
  dateNote: named('日期说明', line.optional()),
  url: named('网址', webAddress.optional()),
  /** The day on which the address was found not to open any more; it stays, and is no longer a link. */
  deadSince: named('网址失效', isoDate.optional()),
  page: named('版次', line.optional()),
  language: named('语言', z.enum(['zh', 'zh-Hant', 'en', 'de', 'ja']).default('zh')),
  completeness: named('完整程度', z.enum(['完整', '节录', '摘录', '缺页'])),
  reliability: named('可信程度', z.enum(['官方原文', '官方发布', '官方媒体', '媒体报道', '企业自述', '转述'])),
  note: named('说明', line.optional()),
})
export type Source = z.output<typeof source>

/** What to print as the name of a source: its headline, or the editors' description marked as such. */
export function sourceName(s: Pick<Source, 'title' | 'described' | 'publisher'>): string {
  return s.title ?? (s.described ? `〔编者概括〕${s.described}` : s.publisher)
}
