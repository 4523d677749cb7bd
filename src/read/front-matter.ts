import type { Issue } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { noFrontMatter } from '../model/issues/doc.ts'
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
  const closing = opening && /(^|\n)---[ \t]*(\r?\n|$)/.exec(text.slice(opening[0].length))
  if (!opening || !closing) {
    const at = { file, line: 1, column: 1 }
    return { yaml: parseYaml('', file), body: text, bodyLine: 1, issues: [issue(noFrontMatter, at, { file })] }
  }
  const from = opening[0].length
  const head = text.slice(from, from + closing.index + (closing[1]?.length ?? 0))
  const bodyStart = from + closing.index + closing[0].length
  const bodyLine = text.slice(0, bodyStart).split('\n').length
  return { yaml: parseYaml(head, file, 2), body: text.slice(bodyStart), bodyLine, issues: [] }
}
