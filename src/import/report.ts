import type { Bilingual, Lang } from '../model/lang.ts'
import type { Comparison } from './compare.ts'
import type { Finding, FindingKind } from './part.ts'
import { changedKinds, lostKinds } from './part.ts'
import type { Imported } from './to-markdown.ts'

const most = 20

const words: Readonly<Record<FindingKind, Bilingual>> = {
  image: { zh: '图片', en: 'Pictures' },
  object: { zh: '嵌入的对象、图表、视频', en: 'Embedded objects, charts, videos' },
  symbol: { zh: '特殊字体的符号', en: 'Signs of symbol fonts' },
  comment: { zh: '批注', en: 'Comments' },
  deleted: { zh: '修订中删去的文字', en: 'Text struck by tracked changes' },
  margin: { zh: '页眉页脚', en: 'Headers and footers' },
  outside: { zh: '网页正文以外的文字', en: 'Text of the page around its main part' },
  merged: { zh: '合并单元格（文字写在第一格，其余留空）', en: 'Merged cells (text in the first, the others empty)' },
  nested: { zh: '表格里的表格（文字并进所在的格）', en: 'Tables inside cells (their text in the cell)' },
  note: { zh: '脚注尾注（写在正文末尾）', en: 'Notes (written at the end)' },
  box: { zh: '文本框（写在所在段落之后）', en: 'Text boxes (written behind their paragraph)' },
  numbers: { zh: '自动编号', en: 'Automatic numbers' },
  invisible: { zh: '看不见的字符', en: 'Invisible characters' },
}

/**
 * What an import kept and what it did not, for the editor who must confirm it: the comparison, lines that went into
 * the front matter, findings of the reader, candidates for targets.
 */
export function importReport(
  imported: Imported,
  { comparison, findings, marked }: { comparison: Comparison; findings: readonly Finding[]; marked: boolean },
  lang: Lang,
): string {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const list = (title: string, items: readonly string[]) => {
    if (items.length === 0) return []
    const rest = items.length - most
    const more = rest > 0 ? [say(`  ……另有 ${rest} 处`, `  … and ${rest} more`)] : []
    return [title, ...items.slice(0, most).map((one) => `  ${clip(one)}`), ...more]
  }
  const { before, kept, added, lost } = comparison
  const share = say(`原文 ${before} 字，保留 ${kept} 字`, `${before} characters in the file, ${kept} kept`)
  const extra =
    added > 0 ? say(`，补写 ${added} 字（自动编号、注号）`, `, ${added} added (automatic numbers, notes)`) : ''
  const labelled = [...imported.header.labelled].map(([field, value]) => `${field}: ${value}`)
  const total = (kind: FindingKind) =>
    findings.reduce((sum, one) => sum + (one.kind === kind ? Number(one.text) : 0), 0)
  const [numbers, invisible] = [total('numbers'), total('invisible')]
  const found = (kinds: readonly FindingKind[], zh: string, en: string) =>
    kinds
      .filter((kind) => kind !== 'numbers' && kind !== 'invisible')
      .flatMap((kind) => {
        const own = findings.filter((one) => one.kind === kind).map(({ text }) => text)
        const title = `${words[kind][lang]}${say('，', ', ')}${own.length}${say(` 处${zh}：`, ` ${en}:`)}`
        return list(title, own)
      })
  const { candidates } = imported
  const what = marked
    ? say('已标为 unreviewed；核对后删去这个词，不是目标的删去标记', 'marked unreviewed; delete the word or the mark')
    : say(
        '没有标记；是目标的请按《编辑手册》自己标，或加 --mark-targets',
        'not marked; mark them, or use --mark-targets',
      )
  return [
    `${share}${extra}${say('。', '.')}`,
    ...list(say(`正文缺少的文字，${lost.length} 处：`, `Missing from the text, ${lost.length}:`), lost),
    ...found(lostKinds, '没有保留', 'not kept'),
    ...found(changedKinds, '', 'changed'),
    ...(numbers > 0
      ? [say(`自动编号已写成文字，${numbers} 处；请核对。`, `${numbers} automatic numbers written out; check them.`)]
      : []),
    ...(invisible > 0
      ? [say(`看不见的字符没有保留，${invisible} 个。`, `${invisible} invisible characters were left out.`)]
      : []),
    ...list(say('移入文件头、不再在正文里的行：', 'Lines that went into the front matter:'), imported.header.used),
    ...list(say('来源页面所写：', 'What the page says of the document:'), labelled),
    ...list(
      say(
        `可能是目标的文字，${candidates.length} 处（${what}）：`,
        `Possible targets, ${candidates.length} (${what}):`,
      ),
      candidates.map(({ line, words: text }) => say(`第 ${line} 行 ${text}`, `line ${line} ${text}`)),
    ),
    '',
  ].join('\n')
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
