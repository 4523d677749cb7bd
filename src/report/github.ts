import type { Severity } from '../model/issue.ts'
import type { Lang } from '../model/lang.ts'
import type { Report } from './summary.ts'
import { countsOf } from './summary.ts'
import { visible } from './visible.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'notice' }
const rank: Record<Severity, number> = { error: 0, warning: 1, hint: 2 }

/** Workflow commands of GitHub Actions. Only ten of a kind are shown on a pull request, so the worst come first. */
export function toGithub({ issues, files }: Report, lang: Lang): string {
  const sorted = [...issues].sort((a, b) => rank[a.severity] - rank[b.severity])
  const lines = sorted.map((one) => {
    const place = `file=${property(one.file)},line=${one.line},col=${one.column},title=${property(one.code)}`
    return `::${commands[one.severity]} ${place}::${data(`${one.message[lang]}${lang === 'zh' ? '' : ' '}${one.hint[lang]}`)}`
  })
  const { errors, warnings } = countsOf(issues)
  const total =
    lang === 'zh'
      ? `共检查 ${files} 个文件：${errors} 处错误、${warnings} 处警告。`
      : `Checked ${files} files: ${errors} errors, ${warnings} warnings.`
  return `${[...lines, total].join('\n')}\n`
}

/** The only signs that a runner reads are those of a command; line breaks are gone before. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
