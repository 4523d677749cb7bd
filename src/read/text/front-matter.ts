import { noFrontMatter } from '../../issues/doc.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Yaml } from './yaml.ts'
import { parseYaml } from './yaml.ts'

/** A prose file split into its YAML head and its body; `bodyLine` is the line of the file the body begins on. */
export interface Document {
  readonly yaml: Yaml
  readonly body: string
  readonly bodyLine: number
  readonly issues: readonly Issue[]
}

export function splitFrontMatter(text: string, file: string): Document {
  const opening = /^---[ \t]*\r?\n/.exec(text)
  const rest = opening ? text.slice(opening[0].length) : ''
  const closing = /(^|\n)---[ \t]*(\r?\n|$)/.exec(rest)
  const from = opening?.[0].length ?? 0
  const head = closing ? rest.slice(0, closing.index + (closing[1]?.length ?? 0)) : rest
  const fault = faultOf(text, opening !== null, closing !== null, head)
  if (fault || !closing) {
    const { line = 1, ...words } = fault ?? { what: 'closing' as const }
    const found = issue(noFrontMatter, { file, line, column: 1 }, words)
    return { yaml: parseYaml('', file), body: text, bodyLine: 1, issues: [found] }
  }
  const bodyStart = from + closing.index + closing[0].length
  const bodyLine = text.slice(0, bodyStart).split('\n').length
  return { yaml: parseYaml(head, file, 2), body: text.slice(bodyStart), bodyLine, issues: [] }
}

interface Fault {
  readonly what: 'empty' | 'none' | 'opening' | 'blank' | 'closing'
  readonly line?: number
  readonly found?: string
}

/** A line meant for `---`: too many, too few, or dashes of another kind. */
const dashes = /^[ \t]*[-—–－―─_~]{2,}[ \t]*\r?$/

function faultOf(text: string, isOpen: boolean, isClosed: boolean, head: string): Fault | undefined {
  if (text.trim() === '') return { what: 'empty' }
  if (!isOpen) {
    const lines = text.split('\n', 40)
    const first = lines.findIndex((line) => line.trim() !== '')
    const words = (lines[first] ?? '').trim()
    if (words === '---') return { what: 'blank' }
    if (dashes.test(words)) return { what: 'opening', line: first + 1, found: words }
    return /^[\p{L}]{1,30}\s?[:：]/u.test(words) ? { what: 'opening', line: first + 1 } : { what: 'none' }
  }
  // A rule in the body may stand where the head should have ended.
  const lines = head.split('\n', 2000)
  const meant = lines.findIndex((line) => dashes.test(line) && line.trim() !== '---')
  const body = lines.findIndex((line) => /^#{1,6}\s/.test(line) && !/^#\s/.test(line))
  if (meant !== -1) return { what: 'closing', line: meant + 2, found: (lines[meant] ?? '').trim() }
  if (body !== -1) return { what: 'closing', line: body + 2 }
  if (isClosed) return undefined
  const blank = lines.findIndex((line) => line.trim() === '')
  return { what: 'closing', line: blank === -1 ? 1 : blank + 2 }
}
