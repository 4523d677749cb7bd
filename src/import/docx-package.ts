import { DocumentError } from './part.ts'
import type { Xml } from './xml.ts'
import { attribute, child, findAll, parseXml } from './xml.ts'
import { openZip } from './zip-parts.ts'

/** The parts of a Word document, found by their relations (ECMA-376 part 2), by the usual names where it has none. */
export interface DocxPackage {
  readonly document: readonly Xml[]
  /** The parts of a kind, e.g. `footnotes`, `header`. */
  parts(kind: string): (readonly Xml[])[]
}

export function openDocx(bytes: Uint8Array): DocxPackage {
  const open = openZip(bytes)
  const read = (name: string): Xml[] => {
    const file = open(name)
    return file ? parseXml(file, name) : []
  }
  const main = relations(read('_rels/.rels'), '').find(({ kind }) => kind === 'officeDocument')?.target
  const path = main !== undefined && open(main) ? main : 'word/document.xml'
  const document = read(path)
  if (document.length === 0) {
    throw new DocumentError(
      '压缩包里没有 Word 正文（word/document.xml），不是 .docx 文件',
      'the archive holds no text of Word (word/document.xml): not a .docx file',
    )
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const own = relations(read(`${folder}_rels/${path.slice(folder.length)}.rels`), folder)
  return {
    document,
    parts: (kind) => {
      const named = own.filter((one) => one.kind === kind).map(({ target }) => target)
      return (named.length > 0 ? named : [`${folder}${kind}.xml`]).map(read).filter((nodes) => nodes.length > 0)
    },
  }
}

function relations(nodes: readonly Xml[], folder: string): { kind: string; target: string }[] {
  return findAll(child(nodes, 'Relationships'), 'Relationship').flatMap((one) => {
    const target = attribute(one, 'Target') ?? ''
    if (attribute(one, 'TargetMode') === 'External') return []
    const kind = (attribute(one, 'Type') ?? '').replace(/^.*\//, '')
    return [{ kind, target: target.startsWith('/') ? target.slice(1) : folder + target }]
  })
}
