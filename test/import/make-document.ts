import { zipSync } from 'fflate'

/** A document as lines of text, to be written in the formats offices send. `# ` marks the title, `## ` headings. */
export const formats = ['docx', 'html', 'txt'] as const
export type Format = (typeof formats)[number]

export function makeDocument(markdown: string, format: Format): Uint8Array {
  const lines = linesOf(markdown)
  if (format === 'docx') return makeDocx(lines.map(toParagraphs()).join(''))
  return utf8(format === 'html' ? makeHtml(lines) : makeText(lines))
}

export interface Line {
  readonly level: number // of its heading; 0 for text
  readonly text: string
}

/** The lines of a Markdown text that hold words; marks of headings and comments gone. */
export function linesOf(markdown: string): Line[] {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\r?\n/)
    .map((line) => {
      const marks = /^(#{1,6})\s+/.exec(line)
      return { level: marks?.[1]?.length ?? 0, text: line.slice(marks?.[0].length ?? 0).trim() }
    })
    .filter(({ text }) => text !== '')
}

function makeText(lines: readonly Line[]): string {
  return `\ufeff${lines.map(({ level, text }) => (level === 1 ? `          ${text}` : `　　${text}`)).join('\r\n')}\r\n`
}

function makeHtml(lines: readonly Line[]): string {
  const body = lines.map(({ level, text }) => {
    const words = escapeXml(text).replaceAll('　', '&emsp;')
    if (level === 1) return `<h1 class="title">${words}</h1>`
    return `<p style="text-indent:2em"><span style="font-family:仿宋">&nbsp;&nbsp;${words.slice(0, 9)}</span><font>${words.slice(9)}</font></p>`
  })
  // An entity must not be cut in two by the spans.
  const whole = body.map((one) => one.replace(/(&[#\w]*)<\/span><font>([#\w]*;)/, '$1$2</span><font>'))
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府网站</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zc">政策</a></li></ul></div>
<div id="zoom">${whole.join('\n')}</div><footer>版权所有</footer></body></html>`
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Further parts of a package beside the usual ones, by path, with the kind of their relation. */
export type Extra = Readonly<Record<string, { readonly kind: string; readonly xml: string }>>

/** A package as Word writes it: styles, numbering, section, relations. */
export function makeDocx(body: string, extra: Extra = {}): Uint8Array {
  const links = [
    ['styles', 'styles.xml'],
    ['numbering', 'numbering.xml'],
    ...Object.entries(extra).map(([path, { kind }]) => [kind, path]),
  ]
  const files = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relationsXml([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationsXml(links),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:docGrid w:linePitch="312"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${w}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style></w:styles>`,
    'word/numbering.xml': `<?xml version="1.0"?><w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>${Array.from({ length: 400 }, (_, n) => `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')}</w:numbering>`,
    ...Object.fromEntries(Object.entries(extra).map(([path, { xml }]) => [`word/${path}`, xml])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, utf8(xml)])))
}

function relationsXml(links: readonly (readonly string[])[]): string {
  const list = links.map(
    ([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  )
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

/** One paragraph a line; lists （一）（二）… in a row get automatic numbers, as authors of Word write them. */
function toParagraphs(): (line: Line) => string {
  let [list, items] = [0, 0]
  return ({ level, text }) => {
    const next = /^（([一二三四五六七八九])）/.exec(text)
    const isFirst = next?.[1] === '一'
    const isNext = next !== null && next[1] === '一二三四五六七八九'[items] && items > 0
    items = isFirst ? 1 : isNext ? items + 1 : 0
    if (isFirst) list++
    if (level > 0)
      return runs(text, `<w:pPr><w:pStyle w:val="${level === 1 ? 'a3' : '1'}"/><w:jc w:val="center"/></w:pPr>`)
    if (!isFirst && !isNext) return runs(text, '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>')
    return runs(text.slice(3), `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`)
  }
}

/** Word splits runs in the middle of words wherever spelling, revision or font changed. */
function runs(text: string, properties: string): string {
  const pieces = text.match(/[\s\S]{1,7}/gu) ?? []
  const written = pieces.map((piece, n) => {
    const mark =
      n === 1
        ? '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        : ''
    return `${mark}<w:r w:rsidR="00A1"><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`
  })
  return `<w:p w:rsidR="00A1">${properties}${written.join('')}</w:p>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
