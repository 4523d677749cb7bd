import { byteReader, byteWriter } from './bytes.ts'
import { readClauses, writeClauses } from './clause-code.ts'

/** What is shown of a document, and how its positions lead to its text. */
export interface DocumentRecord {
  readonly url: string
  readonly title: string
  readonly number?: string | undefined
  readonly where?: string | undefined
  readonly status?: string | undefined
  /** Character of the library's text at which the title begins. */
  readonly textStart: number
  /** The title first. Positions and characters include the gap and the line break behind a block. */
  readonly blocks: readonly RecordBlock[]
}

export interface RecordBlock {
  readonly positions: number
  readonly characters: number
  readonly anchor?: string | undefined
  readonly clause?: string | undefined
}

export function encodeRecords(records: readonly DocumentRecord[]): Uint8Array {
  const writer = byteWriter(2048)
  for (const record of records) {
    for (const text of [record.url, record.title, record.number, record.where, record.status]) writer.text(text ?? '')
    writer.number(record.textStart)
    writer.number(record.blocks.length)
    // Column by column: alike numbers shrink together.
    for (const { positions } of record.blocks) writer.number(positions)
    for (const { positions, characters } of record.blocks) writer.number(zigzag(characters - positions))
    const marked = record.blocks.flatMap((block, index) =>
      block.anchor === undefined && block.clause === undefined ? [] : [{ ...block, index }],
    )
    writer.number(marked.length)
    let before = 0
    for (const { index } of marked) {
      writer.number(index - before)
      before = index
    }
    for (const { anchor } of marked) writer.text(anchor ?? '')
    writeClauses(
      writer,
      marked.map(({ clause }) => clause ?? ''),
    )
  }
  return writer.bytes()
}

export function decodeRecords(bytes: Uint8Array): DocumentRecord[] {
  const reader = byteReader(bytes)
  const records: DocumentRecord[] = []
  const times = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read)
  while (reader.at < bytes.length) {
    const [url = '', title = '', number, where, status] = times(5, () => reader.text())
    const textStart = reader.number()
    const size = reader.number()
    const positions = times(size, () => reader.number())
    const characters = positions.map((one) => one + unzigzag(reader.number()))
    const marks = reader.number()
    let index = 0
    const at = times(marks, () => {
      index += reader.number()
      return index
    })
    const anchors = times(marks, () => reader.text())
    const clauses = readClauses(reader, marks)
    const markOf = new Map(at.map((block, mark) => [block, mark]))
    const blocks = positions.map((one, block) => {
      const mark = markOf.get(block)
      const own = mark === undefined ? {} : { anchor: anchors[mark] || undefined, clause: clauses[mark] || undefined }
      return { positions: one, characters: characters[block] ?? 0, ...own }
    })
    records.push({
      url,
      title,
      number: number || undefined,
      where: where || undefined,
      status: status || undefined,
      textStart,
      blocks,
    })
  }
  return records
}

function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

/** The block that holds a position: where its text stands in the library, its first position, and how the place is called. */
export interface BlockPlace {
  readonly index: number
  readonly position: number
  readonly from: number // character of the library's text
  readonly to: number // without the line break
  readonly anchor?: string | undefined
  readonly clause?: string | undefined
}

/** Finds the block of a position; its anchor and clause are its own or those of the last block before it that has some. */
export function blockAt(record: DocumentRecord, position: number): BlockPlace {
  let [first, from] = [0, record.textStart]
  let anchor: string | undefined
  let clause: string | undefined
  for (const [index, block] of record.blocks.entries()) {
    anchor = block.anchor ?? anchor
    clause = block.clause ?? clause
    const to = from + block.characters
    if (position < first + block.positions || index === record.blocks.length - 1) {
      return { index, position: first, from, to: to - 1, anchor, clause }
    }
    first += block.positions
    from = to
  }
  return { index: 0, position: 0, from, to: from, anchor, clause }
}
