import type { Issue } from '../model/issue.ts'
import type { Lang } from '../model/lang.ts'
import type { Report } from './summary.ts'
import { countsOf } from './summary.ts'
import { visible } from './visible.ts'

const severityNames = {
  zh: { error: '错', warning: '警', hint: '提' },
  en: { error: 'error', warning: 'warning', hint: 'hint' },
} as const

/** For people: clickable `file:line:column`, what is wrong, how to fix it, grouped by file, counted at the end. */
export function toText({ issues, files }: Report, lang: Lang): string {
  const groups = Map.groupBy(issues, (one) => one.file)
  const parts = [...groups].map(
    ([file, list]) => `${visible(file)}\n${list.map((one) => entry(one, lang)).join('\n')}\n`,
  )
  return [...parts, summary(issues, files, lang)].join('\n')
}

function entry(one: Issue, lang: Lang): string {
  const head = `  ${visible(one.file)}:${one.line}:${one.column}  ${severityNames[lang][one.severity]}  ${visible(one.message[lang])}  [${one.code}]`
  return `${head}\n      ${visible(one.hint[lang])}`
}

function summary(issues: readonly Issue[], files: number, lang: Lang): string {
  const { errors, warnings, hints } = countsOf(issues)
  return lang === 'zh'
    ? `共检查 ${files} 个文件：${errors} 处错误、${warnings} 处警告、${hints} 处提示。\n`
    : `Checked ${files} files: ${errors} errors, ${warnings} warnings, ${hints} hints.\n`
}
