import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { type Part, paragraph } from './part.ts'
import { type Numbering, type NumberingLevel, numberer } from './word-numbering.ts'

/** The file is not a Word document that can be read. */
export class DocxError extends Error {
  override name = 'DocxError'
}

/**
 * Paragraphs and tables of a .docx (ECMA-376), with the numbers of automatic lists written out. Text that was
 * struck by a tracked change, comments and the text of headers and footers are left out.
 */
export function readDocx(bytes: Uint8Array): Part[] {
  const files = unzip(bytes)
  const document = files['word/document.xml']
  if (!document) throw new DocxError('压缩包里没有 word/document.xml，不是 .docx 文件')
  const number = numberer(readNumbering(files['word/numbering.xml']))
  const styles = readStyles(files['word/styles.xml'])
  const body = child(child(parse(document), 'w:document'), 'w:body')
  return blocksOf(body, (properties) => numberOf(properties, styles, number))
}

/** A node of the ordered form of fast-xml-parser: one key is the name, `:@` holds the attributes. */
type Xml = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
})

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const wanted = /^word\/(document|numbering|styles)\.xml$/
    return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted.test(name) && originalSize < 64 * 2 ** 20 })
  } catch (error) {
    throw new DocxError('文件打不开；旧式 .doc 请先另存为 .docx', { cause: error })
  }
}

function parse(file: Uint8Array): Xml[] {
  try {
    return parser.parse(strFromU8(file)) as Xml[]
  } catch (error) {
    throw new DocxError('压缩包里的 XML 读不懂，文件可能已损坏', { cause: error })
  }
}

function blocksOf(body: readonly Xml[], number: (properties: readonly Xml[]) => string): Part[] {
  return body.flatMap((node): Part[] => {
    const [name, children] = entry(node)
    if (name === 'w:p') return paragraph(number(child(children, 'w:pPr')) + textOf(children))
    if (name === 'w:tbl') return [{ type: 'table', rows: rowsOf(children) }]
    if (name === 'w:sdt') return blocksOf(child(children, 'w:sdtContent'), number)
    return []
  })
}

function rowsOf(table: readonly Xml[]): string[][] {
  return childrenNamed(table, 'w:tr').map((row) =>
    childrenNamed(row, 'w:tc').map((cell) =>
      childrenNamed(cell, 'w:p')
        .flatMap((one) => paragraph(textOf(one)))
        .map((part) => (part.type === 'paragraph' ? part.text : ''))
        .join(' '),
    ),
  )
}

const skipped = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:delText', 'w:instrText', 'w:commentReference'])

function textOf(nodes: readonly Xml[]): string {
  return nodes
    .map((node) => {
      const [name, children] = entry(node)
      if (name === 'w:t') return children.map((text) => String(text['#text'] ?? '')).join('')
      if (name === 'w:tab' || name === 'w:br') return ' '
      return skipped.has(name) ? '' : textOf(children)
    })
    .join('')
}

function numberOf(
  properties: readonly Xml[],
  styles: ReadonlyMap<string, readonly Xml[]>,
  number: (numId: string, level: number) => string,
): string {
  const style = attribute(find(properties, 'w:pStyle'), 'w:val') ?? ''
  const own = child(properties, 'w:numPr')
  const inherited = styles.get(style) ?? []
  const numId = attribute(find(own, 'w:numId') ?? find(inherited, 'w:numId'), 'w:val')
  const level = attribute(find(own, 'w:ilvl') ?? find(inherited, 'w:ilvl'), 'w:val')
  return numId === undefined || numId === '0' ? '' : number(numId, Number(level ?? 0))
}

/** The numbering that a paragraph style carries, by style id. */
function readStyles(file: Uint8Array | undefined): Map<string, readonly Xml[]> {
  if (!file) return new Map()
  const styles = findAll(child(parse(file), 'w:styles'), 'w:style')
  return new Map(
    styles.map((style) => [attribute(style, 'w:styleId') ?? '', child(child(entry(style)[1], 'w:pPr'), 'w:numPr')]),
  )
}

function readNumbering(file: Uint8Array | undefined): Numbering {
  if (!file) return new Map()
  const root = child(parse(file), 'w:numbering')
  const abstract = new Map(
    findAll(root, 'w:abstractNum').map((one) => [attribute(one, 'w:abstractNumId'), readLevels(entry(one)[1])]),
  )
  return new Map(
    findAll(root, 'w:num').map((one) => {
      const used = attribute(find(entry(one)[1], 'w:abstractNumId'), 'w:val')
      return [attribute(one, 'w:numId') ?? '', abstract.get(used) ?? []]
    }),
  )
}

function readLevels(nodes: readonly Xml[]): NumberingLevel[] {
  return findAll(nodes, 'w:lvl').map((level) => {
    const parts = entry(level)[1]
    const value = (name: string) => attribute(find(parts, name), 'w:val')
    return {
      format: value('w:numFmt') ?? 'decimal',
      text: value('w:lvlText') ?? '',
      start: Number(value('w:start') ?? 1),
    }
  })
}

function entry(node: Xml): [name: string, children: readonly Xml[]] {
  const name = Object.keys(node).find((key) => key !== ':@') ?? ''
  const children = node[name]
  return [name, Array.isArray(children) ? (children as Xml[]) : []]
}

function findAll(nodes: readonly Xml[], name: string): Xml[] {
  return nodes.filter((node) => entry(node)[0] === name)
}

function find(nodes: readonly Xml[], name: string): Xml | undefined {
  return nodes.find((node) => entry(node)[0] === name)
}

function childrenNamed(nodes: readonly Xml[], name: string): (readonly Xml[])[] {
  return findAll(nodes, name).map((node) => entry(node)[1])
}

/** The children of the first node of that name. */
function child(nodes: readonly Xml[], name: string): readonly Xml[] {
  return childrenNamed(nodes, name)[0] ?? []
}

function attribute(node: Xml | undefined, name: string): string | undefined {
  const attributes = node?.[':@'] as Readonly<Record<string, string>> | undefined
  return attributes?.[`@_${name}`]
}
