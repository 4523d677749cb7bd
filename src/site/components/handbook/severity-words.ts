import type { Severity } from '../../../model/issue.ts'
import type { Bilingual } from '../../../model/lang.ts'

export const severityWords = {
  error: { zh: '错误，改好才能发布', en: 'error: nothing is published until it is corrected' },
  warning: { zh: '警告，照常发布，列入缺口与质量', en: 'warning: published and listed' },
  hint: { zh: '提示，只作提醒', en: 'hint: only said' },
} as const satisfies Record<Severity, Bilingual>
