import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { DocumentError } from './part.ts'

/** A node of the ordered form of fast-xml-parser: one key is the name, `:@` holds the attributes. */
export type Xml = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  // Numbers of characters, as in `&#x4E00;`, count among these.
  htmlEntities: true,
})

const wordSpace = /\bxmlns:([\w-]+)\s*=\s*["'][^"']*\/wordprocessingml(?:\/2006)?\/main["']/

/** The nodes of a part of a package. The prefix of WordprocessingML is `w:`, whatever the file calls it. */
export function parseXml(bytes: Uint8Array, name: string): Xml[] {
  const text = decode(bytes)
  // ECMA-376 part 2 forbids a DTD; without one no entity can grow.
  if (/<!(?:DOCTYPE|ENTITY)/.test(text)) throw unreadable(name)
  const prefix = wordSpace.exec(text)?.[1] ?? 'w'
  const usual = prefix === 'w' ? text : text.replace(new RegExp(`(</?|\\s)${prefix}:`, 'g'), '$1w:')
  if (XMLValidator.validate(usual) !== true) throw unreadable(name)
  try {
    return parser.parse(usual) as Xml[]
  } catch (error) {
    throw unreadable(name, error)
  }
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function unreadable(name: string, cause?: unknown): DocumentError {
  return new DocumentError(
    `压缩包里的 ${name} 不是完整的 XML，文件可能已损坏`,
    `${name} in the archive is no complete XML; the file may be damaged`,
    { cause },
  )
}

export function entry(node: Xml): [name: string, children: readonly Xml[]] {
  const name = Object.keys(node).find((key) => key !== ':@') ?? ''
  const children = node[name]
  return [name, Array.isArray(children) ? (children as Xml[]) : []]
}

export function findAll(nodes: readonly Xml[], name: string): Xml[] {
  return nodes.filter((node) => entry(node)[0] === name)
}

export function find(nodes: readonly Xml[], name: string): Xml | undefined {
  return nodes.find((node) => entry(node)[0] === name)
}

/** The children of the first node of that name. */
export function child(nodes: readonly Xml[], name: string): readonly Xml[] {
  const found = find(nodes, name)
  return found ? entry(found)[1] : []
}

/** All nodes of that name at any depth, outermost first. */
export function descendants(nodes: readonly Xml[], name: string): Xml[] {
  return nodes.flatMap((node) => {
    const [own, children] = entry(node)
    return own === name ? [node] : descendants(children, name)
  })
}

export function attribute(node: Xml | undefined, name: string): string | undefined {
  const attributes = node?.[':@'] as Readonly<Record<string, string>> | undefined
  return attributes?.[`@_${name}`]
}
