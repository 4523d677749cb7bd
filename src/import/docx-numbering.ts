import type { Numbering, NumberingLevel } from './word-numbering.ts'
import { numberer } from './word-numbering.ts'
import type { Xml } from './xml.ts'
import { attribute, child, entry, find, findAll } from './xml.ts'

interface Style {
  readonly name: string
  readonly basedOn?: string
  readonly numbering: readonly Xml[] // w:numPr
}

/** What the styles and lists of a document say about its paragraphs, asked with `w:pPr`, in order. */
export interface ParagraphStyles {
  /** The automatic number Word shows before the paragraph; empty where it has none. */
  number(properties: readonly Xml[]): string
  isTitle(properties: readonly Xml[]): boolean
}

export function paragraphStyles(styleNodes: readonly Xml[], numberingNodes: readonly Xml[]): ParagraphStyles {
  const styles = readStyles(styleNodes)
  const numbering = readNumbering(numberingNodes)
  const number = numberer(numbering)
  return {
    number: (properties) => {
      const style = attribute(find(properties, 'w:pStyle'), 'w:val') ?? ''
      const own = child(properties, 'w:numPr')
      const inherited = inheritedNumbering(style, styles)
      const numId =
        attribute(find(own, 'w:numId'), 'w:val') ?? attribute(find(inherited.numbering, 'w:numId'), 'w:val') ?? '0'
      const named = attribute(find(own, 'w:ilvl') ?? find(inherited.numbering, 'w:ilvl'), 'w:val')
      // A level may name the style of its paragraphs instead (§17.9.23).
      const linked = numbering.get(numId)?.levels.findIndex((level) => level.style === inherited.style) ?? -1
      return number(numId, named === undefined ? Math.max(linked, 0) : Number(named))
    },
    isTitle: (properties) => {
      const id = attribute(find(properties, 'w:pStyle'), 'w:val') ?? ''
      return /^(?:title|标题|公文标题|文件标题|大标题)$/i.test(styles.get(id)?.name ?? '')
    },
  }
}

/** The numbering a style carries itself or has from the style it is based on. */
function inheritedNumbering(id: string, styles: ReadonlyMap<string, Style>) {
  let style = id
  for (let step = 0; step < 20; step++) {
    const found = styles.get(style)
    if (!found) break
    if (found.numbering.length > 0) return { style, numbering: found.numbering }
    if (found.basedOn === undefined) break
    style = found.basedOn
  }
  return { style: id, numbering: [] }
}

function readStyles(nodes: readonly Xml[]): Map<string, Style> {
  return new Map(
    findAll(child(nodes, 'w:styles'), 'w:style').map((node) => {
      const parts = entry(node)[1]
      const basedOn = attribute(find(parts, 'w:basedOn'), 'w:val')
      return [
        attribute(node, 'w:styleId') ?? '',
        {
          name: attribute(find(parts, 'w:name'), 'w:val') ?? '',
          numbering: child(child(parts, 'w:pPr'), 'w:numPr'),
          ...(basedOn === undefined ? {} : { basedOn }),
        },
      ]
    }),
  )
}

function readNumbering(nodes: readonly Xml[]): Numbering {
  const root = child(nodes, 'w:numbering')
  const abstract = new Map(
    findAll(root, 'w:abstractNum').map((one) => [attribute(one, 'w:abstractNumId'), readLevels(entry(one)[1])]),
  )
  return new Map(
    findAll(root, 'w:num').map((one) => {
      const used = attribute(find(entry(one)[1], 'w:abstractNumId'), 'w:val') ?? ''
      const restarts = findAll(entry(one)[1], 'w:lvlOverride').flatMap((override): [number, number][] => {
        const start = attribute(find(entry(override)[1], 'w:startOverride'), 'w:val')
        return start === undefined ? [] : [[Number(attribute(override, 'w:ilvl') ?? 0), Number(start)]]
      })
      return [
        attribute(one, 'w:numId') ?? '',
        { list: used, levels: abstract.get(used) ?? [], restarts: new Map(restarts) },
      ]
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
      style: value('w:pStyle'),
    }
  })
}
