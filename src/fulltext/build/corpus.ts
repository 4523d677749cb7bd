import type { IndexBlock, IndexDocument } from '../format/document.ts'

/**
 * A text of a folder of plain Markdown as it is searched: title = first `# ` line, else the name of the file; front
 * matter and comments are left out; every line that is not empty is a block. Articles (第十二条) and headings name
 * the place of what follows.
 */
export function corpusDocument(path: string, source: string): IndexDocument {
  const text = source
    .replaceAll('\r', '')
    .replace(/^\ufeff/, '')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
  const lines = text.split('\n')
  const heading = lines.find((line) => line.startsWith('# '))
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.(md|markdown)$/i, '') ?? path
  const title = (heading?.slice(2) ?? name).replace(/\s+/g, ' ').trim()
  const blocks = lines.flatMap((line): IndexBlock[] => {
    if (line.startsWith('# ')) return []
    const plain = line
      .replaceAll('\u3000', ' ')
      .trim()
      .replace(/^(?:#{1,6}|[-*])\s+/, '')
    if (plain === '') return []
    const clause =
      /^(?:第[一二三四五六七八九十百千零〇\d]+[条章节编款]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.exec(
        plain,
      )?.[0]
    return [{ text: plain, ...(clause === undefined ? {} : { clause: clause.replace(/、$/, '') }) }]
  })
  const date = /\((\d{4}-\d{2}-\d{2})\)/.exec(name)?.[1]
  const top = path.includes('/') ? (path.split('/')[0] ?? '') : ''
  return {
    url: path,
    title,
    ...(date === undefined ? {} : { date }),
    facets: { 类型: ['文本'], 地区: top ? [top] : [], 年份: date ? [date.slice(0, 4)] : [] },
    blocks,
  }
}
