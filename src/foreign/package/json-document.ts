import { descriptorRule } from '../../issues/pkg.ts'
import { tooLarge } from '../../issues/site.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Json } from '../../read/json/json-source.ts'
import { parseJson } from '../../read/json/json-source.ts'
import type { Path, Yaml } from '../../read/text/yaml.ts'

/** Descriptors may hold their rows; a larger one is no description any more. */
const maxLength = 16 * 1024 * 1024

/** Reads a descriptor, schema or dialect written in JSON: nothing but JSON, each key once. */
export function parseJsonDocument(text: string, file: string): Yaml {
  const start = { file, line: 1, column: 1 }
  if (text.length > maxLength) {
    return absent(file, issue(tooLarge, start, { what: 'JSON ', whatEn: 'The JSON', limit: '16 MB' }))
  }
  const parsed = parseJson(text, file)
  if ('fault' in parsed) {
    const { at, reason } = parsed.fault
    const params = { zh: `不是有效的 JSON：${reason.zh}`, en: `not valid JSON: ${reason.en}` }
    return absent(file, issue(descriptorRule, at, params))
  }
  const { json, doubles } = parsed
  return {
    file,
    value: JSON.parse(text),
    issues: doubles.map(({ key, at }) =>
      issue(descriptorRule, at, { zh: `“${key}”写了两次`, en: `“${key}” is written twice` }),
    ),
    at: (path) => walk(json, path).value,
    keyAt: (path) => walk(json, path).key,
    sourceOf: (path) => walk(json, path).source,
    alias: () => {},
  }
}

function absent(file: string, fault: Yaml['issues'][number]): Yaml {
  const nowhere = () => ({ file, line: 1, column: 1 })
  return {
    file,
    value: undefined,
    issues: [fault],
    at: nowhere,
    keyAt: nowhere,
    sourceOf: () => undefined,
    alias: () => {},
  }
}

/** The value at a path; the nearest one around it where there is none. */
function walk(json: Json, path: Path): { value: Place; key: Place; source: string | undefined } {
  let node = json
  let key = json.at
  for (const step of path) {
    const member = node.type === 'object' ? node.members.get(String(step)) : undefined
    const next = member?.value ?? (node.type === 'array' ? node.items[Number(step)] : undefined)
    if (!next) return { value: node.at, key, source: undefined }
    node = next
    key = member?.keyAt ?? next.at
  }
  return { value: node.at, key, source: 'source' in node ? node.source : undefined }
}
