import { readFile } from 'node:fs/promises'
import { descriptorRule } from '../../issues/pkg.ts'
import { unreadable } from '../../issues/site.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { detectEncoding, encodingNames, placeOfBadByte } from '../../read/csv/encoding.ts'
import type { Yaml } from '../../read/text/yaml.ts'
import { parseYaml } from '../../read/text/yaml.ts'
import { parseJsonDocument } from './json-document.ts'

/** Reads a descriptor, schema or dialect, in JSON or YAML by its name. */
export async function readDocument(file: string): Promise<Yaml> {
  const parse = isJson(file) ? parseJsonDocument : parseYaml
  const refused = (fault: Issue): Yaml => ({ ...parse('', file), value: undefined, issues: [fault] })
  const start = { file, line: 1, column: 1 }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) return refused(issue(unreadable, start, { reason: bytes.code ?? bytes.message }))
  const open = async function* () {
    yield bytes
  }
  const encoding = await detectEncoding(open)
  if (encoding === 'utf-8') return parse(new TextDecoder().decode(bytes), file)
  const at = encoding === 'broken' ? { file, ...(await placeOfBadByte(open)) } : start
  const name = encoding in encodingNames ? encodingNames[encoding as keyof typeof encodingNames] : undefined
  const params = name
    ? { zh: `说明文件是 ${name} 编码，要用 UTF-8`, en: `the descriptor is encoded in ${name}; it must be UTF-8` }
    : { zh: '说明文件不是 UTF-8 的文本', en: 'the descriptor is no text in UTF-8' }
  return refused(issue(descriptorRule, at, params))
}

/** In JSON a number is no text; in YAML an editor may write `version: 1.0`. */
export function isJson(file: string): boolean {
  return /\.json$/i.test(file)
}
