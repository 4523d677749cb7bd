import { paragraphStyles } from './docx-numbering.ts'
import { openDocx } from './docx-package.ts'
import type { Finding, FindingKind, Part, Reading } from './part.ts'
import { lineOf, paragraph, tidy } from './part.ts'
import type { Xml } from './xml.ts'
import { attribute, child, descendants, entry, find, findAll } from './xml.ts'

/**
 * Paragraphs and tables of a .docx (ECMA-376), with the numbers of automatic lists written out, text boxes behind
 * their paragraph and notes at the end. Text that was struck by a tracked change, comments, pictures and the text of
 * headers and footers are left out and named.
 */
export function readDocx(bytes: Uint8Array): Reading {
  const file = openDocx(bytes)
  const body = child(child(file.document, 'w:document'), 'w:body')
  const walk = new Walk(paragraphStyles(file.parts('styles')[0] ?? [], file.parts('numbering')[0] ?? []), {
    'w:footnoteReference': notesOf(file.parts('footnotes'), 'w:footnotes', 'w:footnote'),
    'w:endnoteReference': notesOf(file.parts('endnotes'), 'w:endnotes', 'w:endnote'),
  })
  const parts = walk.blocks(body)
  const notes = walk.notes.flatMap((note, index) => {
    walk.find('note', plainText(note))
    return numberNote(index + 1, walk.blocks(note))
  })
  for (const comment of file.parts('comments').flatMap((part) => descendants(part, 'w:comment'))) {
    walk.find('comment', plainText([comment]))
  }
  for (const part of [...file.parts('header'), ...file.parts('footer')]) {
    const text = tidy(plainText(part))
    // Page numbers are layout.
    if (/[^\d\s\-—–_.·第页共/]/.test(text)) walk.find('margin', text)
  }
  if (walk.numbers > 0) walk.find('numbers', String(walk.numbers))
  const source = [body, ...walk.notes].map(plainText).join('\n')
  return { parts: [...parts, ...notes], source, findings: walk.findings, fields: new Map() }
}

function numberNote(n: number, blocks: readonly Part[]): Part[] {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return [...blocks]
  return [{ type: 'paragraph', text: `［${n}］${first.text}` }, ...rest]
}

/** Notes by id; those with a type are the rules that separate them from the text. */
function notesOf(parts: readonly (readonly Xml[])[], root: string, name: string): Map<string, readonly Xml[]> {
  const notes = parts.flatMap((part) => findAll(child(part, root), name))
  const written = notes.filter((one) => (attribute(one, 'w:type') ?? 'normal') === 'normal')
  return new Map(written.map((one) => [attribute(one, 'w:id') ?? '', entry(one)[1]]))
}

type Notes = Readonly<Record<string, ReadonlyMap<string, readonly Xml[]>>>

/** Holds what is only known by going through the document in order. */
class Walk {
  readonly findings: Finding[] = []
  readonly notes: (readonly Xml[])[] = []
  numbers = 0
  #last = ''
  #boxes: (readonly Xml[])[] = []
  readonly #styles: ReturnType<typeof paragraphStyles>
  readonly #known: Notes

  constructor(styles: ReturnType<typeof paragraphStyles>, known: Notes) {
    this.#styles = styles
    this.#known = known
  }

  find(kind: FindingKind, text: string): void {
    if (tidy(text) !== '') this.findings.push({ kind, text: tidy(text) })
  }

  blocks(nodes: readonly Xml[]): Part[] {
    // The mark at the end of a paragraph may be struck: then the next one goes on with it.
    let carried = ''
    const parts = nodes.flatMap((node): Part[] => {
      const [name, children] = entry(node)
      switch (name) {
        case 'w:p': {
          const properties = child(children, 'w:pPr')
          const own = this.#inline(children)
          const number = this.#styles.number(properties)
          if (number !== '' && tidy(own) !== '') this.numbers++
          const text = carried + (tidy(own) === '' ? '' : number) + own
          if (find(child(properties, 'w:rPr'), 'w:del')) {
            carried = text
            return this.#takeBoxes()
          }
          carried = ''
          return [...this.#paragraph(text, this.#styles.isTitle(properties)), ...this.#takeBoxes()]
        }
        case 'w:tbl':
          return this.#table(children)
        case 'w:sdt':
          return this.blocks(child(children, 'w:sdtContent'))
        case 'mc:AlternateContent':
          return this.blocks(chosen(children))
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:ins':
        case 'w:moveTo':
          return this.blocks(children)
        case 'w:del':
        case 'w:moveFrom':
          this.find('deleted', struckText(children))
          return []
        case 'w:altChunk':
          this.find('object', this.#where(''))
          return []
        default:
          return []
      }
    })
    return joinTitles([...parts, ...paragraph(carried)])
  }

  #paragraph(text: string, isTitle: boolean): Part[] {
    const lines = isTitle ? paragraph(text.replaceAll('\n', ' ')) : text.split('\n').flatMap(paragraph)
    for (const line of lines) if (line.type === 'paragraph') this.#last = line.text
    return isTitle ? lines.map((line) => ({ ...line, isTitle: true }) as Part) : lines
  }

  #takeBoxes(): Part[] {
    const boxes = this.#boxes
    this.#boxes = []
    return boxes.flatMap((box) => {
      this.find('box', plainText(box))
      return this.blocks(box)
    })
  }

  #inline(nodes: readonly Xml[]): string {
    return nodes
      .map((node): string => {
        const [name, children] = entry(node)
        switch (name) {
          case 'w:t':
          case 'm:t':
            return literal(children)
          case 'w:tab':
          case 'w:ptab':
            return ' '
          case 'w:br':
            return /^(?:page|column)$/.test(attribute(node, 'w:type') ?? '') ? '' : '\n'
          case 'w:cr':
            return '\n'
          case 'w:noBreakHyphen':
            return '-'
          case 'w:sym':
            return this.#symbol(node)
          case 'w:footnoteReference':
          case 'w:endnoteReference':
            return this.#note(this.#known[name]?.get(attribute(node, 'w:id') ?? ''))
          case 'mc:AlternateContent':
            return this.#inline(chosen(children))
          case 'w:drawing':
          case 'w:pict':
          case 'w:object':
            this.#drawing(name, children)
            return ''
          case 'w:del':
          case 'w:moveFrom':
            this.find('deleted', struckText(children))
            return ''
          case 'w:pPr':
          case 'w:rPr':
          case 'w:delText':
          case 'w:instrText':
            return ''
          default:
            return this.#inline(children)
        }
      })
      .join('')
  }

  #symbol(node: Xml): string {
    const code = Number.parseInt(attribute(node, 'w:char') ?? '', 16)
    // Symbol fonts draw their signs at private codes: without the font nobody knows which.
    if (code > 0x1f && (code < 0xe000 || code > 0xf8ff)) return String.fromCharCode(code)
    this.find('symbol', `${attribute(node, 'w:font') ?? ''} ${attribute(node, 'w:char') ?? ''}`)
    return ''
  }

  #note(note: readonly Xml[] | undefined): string {
    if (!note) return ''
    this.notes.push(note)
    return `［${this.notes.length}］`
  }

  #drawing(name: string, children: readonly Xml[]): void {
    this.#boxes.push(...descendants(withChoices(children), 'w:txbxContent').map((box) => entry(box)[1]))
    const pictures = [...descendants(children, 'a:blip'), ...descendants(children, 'v:imagedata')]
    const alt = attribute(descendants(children, 'wp:docPr')[0], 'descr') ?? ''
    if (name === 'w:object') this.find('object', this.#where(alt))
    else if (pictures.length > 0) this.find('image', this.#where(alt))
    else if (descendants(children, 'c:chart').length + descendants(children, 'dgm:relIds').length > 0)
      this.find('object', this.#where(alt))
  }

  #where(alt: string): string {
    return [alt, this.#last.slice(-20)].filter((one) => one !== '').join('；') || '—'
  }

  #table(nodes: readonly Xml[]): Part[] {
    const rows = within(nodes, 'w:tr').filter((row) => {
      const isStruck = find(child(row, 'w:trPr'), 'w:del') !== undefined
      if (isStruck) this.find('deleted', struckText(row))
      return !isStruck
    })
    const cells = rows.map((row) => within(row, 'w:tc'))
    // A table of one column frames text.
    if (cells.every((row) => row.length <= 1)) return cells.flat().flatMap((cell) => this.blocks(cell))
    const texts = rows.map((row, index) => {
      const before = Number(attribute(find(child(row, 'w:trPr'), 'w:gridBefore'), 'w:val') ?? 0)
      return [...blanks(before), ...(cells[index] ?? []).flatMap((cell) => this.#cell(cell))]
    })
    return [{ type: 'table', rows: texts }]
  }

  #cell(cell: readonly Xml[]): string[] {
    const properties = child(cell, 'w:tcPr')
    if (descendants(cell, 'w:tbl').length > 0) this.find('nested', plainText(cell).slice(0, 40))
    const text = lineOf(this.blocks(cell))
    const span = Number(attribute(find(properties, 'w:gridSpan'), 'w:val') ?? 1)
    const isTop = attribute(find(properties, 'w:vMerge'), 'w:val') === 'restart'
    if (span > 1 || isTop) this.find('merged', text === '' ? '—' : text)
    return [text, ...blanks(span - 1)]
  }
}

function blanks(count: number): string[] {
  return Array.from({ length: Math.min(Math.max(count, 0), 63) }, () => '')
}

/** Word breaks a long title into paragraphs to set it well. */
function joinTitles(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.type === 'paragraph' && part.isTitle && last?.type === 'paragraph' && last.isTitle) {
      joined[joined.length - 1] = { ...last, text: last.text + part.text }
    } else {
      joined.push(part)
    }
  }
  return joined
}

/** A program reads the newest form it knows; the other one repeats it (ECMA-376 part 3). */
function chosen(children: readonly Xml[]): readonly Xml[] {
  const choice = child(children, 'mc:Choice')
  return choice.length > 0 ? choice : child(children, 'mc:Fallback')
}

function withChoices(nodes: readonly Xml[]): readonly Xml[] {
  return nodes.flatMap((node): readonly Xml[] => {
    const [name, children] = entry(node)
    if (name === 'mc:AlternateContent') return withChoices(chosen(children))
    if (name === '#text') return [node]
    return [{ ...node, [name]: withChoices(children) }]
  })
}

/** Rows of a table, cells of a row: also where a control or a tracked change holds them, never those of an inner table. */
function within(nodes: readonly Xml[], name: string): (readonly Xml[])[] {
  return nodes.flatMap((node) => {
    const [own, children] = entry(node)
    if (own === name) return [children]
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(own) ? within(children, name) : []
  })
}

function literal(children: readonly Xml[]): string {
  return children.map((text) => String(text['#text'] ?? '')).join('')
}

/** Struck words stand in `w:delText`, moved ones in `w:t`. */
function struckText(nodes: readonly Xml[]): string {
  return nodes
    .map((node) => {
      const [name, children] = entry(node)
      return name === 'w:t' || name === 'w:delText' ? literal(children) : struckText(children)
    })
    .join('')
}

/** All text that stands, wherever it stands: one line a paragraph, text boxes behind the paragraph they hang on. */
function plainText(nodes: readonly Xml[]): string {
  const behind: string[] = []
  const walk = (list: readonly Xml[]): string =>
    list
      .map((node): string => {
        const [name, children] = entry(node)
        if (name === 'w:t' || name === 'm:t') return literal(children)
        if (name === 'w:del' || name === 'w:moveFrom') return ''
        if (name === 'w:tr' && find(child(children, 'w:trPr'), 'w:del')) return ''
        if (name === 'mc:AlternateContent') return walk(chosen(children))
        if (name === 'w:txbxContent') {
          behind.push(plainText(children))
          return ''
        }
        if (name !== 'w:p') return walk(children)
        const text = walk(children)
        return [text, ...behind.splice(0)].join('\n').concat('\n')
      })
      .join('')
  return [walk(nodes), ...behind].join('\n')
}
