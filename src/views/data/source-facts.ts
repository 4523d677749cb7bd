import { formatDate } from '../../model/number/date.ts'
import type { Source } from '../../model/register/source.ts'

interface SourceFact {
  readonly term: string
  readonly text?: string | undefined
  readonly href?: string | undefined
  readonly gap?: string | undefined
}

/** Languages of sources, by name. */
export const languageNames = {
  zh: '中文',
  'zh-Hant': '中文（繁体）',
  en: '英文',
  de: '德文',
  ja: '日文',
} as const satisfies Record<Source['language'], string>

/** Everything known about a source; a missing headline, date or address is said to be missing. */
export function sourceFacts(source: Source): SourceFact[] {
  return [
    { term: '题名', text: source.title, gap: '原题未见' },
    { term: '编者概括', text: source.title ? source.described : undefined },
    { term: '发布者', text: source.publisher },
    { term: '日期', text: source.date ? formatDate(source.date, 'zh') : source.dateNote, gap: '未见' },
    { term: '日期说明', text: source.date ? source.dateNote : undefined },
    { term: '版次', text: source.page },
    originalPage(source),
    { term: '语言', text: languageNames[source.language] },
    { term: '完整程度', text: source.completeness },
    { term: '可信程度', text: source.reliability },
    { term: '说明', text: source.note },
  ]
}

/** An address that opens nothing is told, not linked. */
function originalPage({ url, deadSince }: Source): SourceFact {
  if (url === undefined) return { term: '原页', gap: '没有网址' }
  if (deadSince) return { term: '原页', text: `${url}（网址已失效，${formatDate(deadSince, 'zh')}打不开）` }
  return { term: '原页', text: new URL(url).host, href: url }
}
