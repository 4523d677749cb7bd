import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { filesOf } from '../scripts/folder.ts'
import { mark } from './poison.ts'

/** A tag that would do something: the mark stands in a script, in the name or value of a handler, or in an address that runs or loads. */
const active = [
  new RegExp(`<script[^>]*>[^<]*${mark}\\(`, 'i'),
  new RegExp(`<[a-z][^<>]*\\son[a-z]+\\s*=\\s*["']?${mark}`, 'i'),
  /<[a-z][^<>]*\s(?:href|src|action|data|formaction)\s*=\s*["']?\s*(?:java\s*script|vbscript|data):/i,
  new RegExp(`<(?!a\\b)[a-z][^<>]*\\s(?:href|src|poster|srcset)\\s*=\\s*["']?(?:https?:)?//${mark}`, 'i'),
]

/** What of hostile text became more than text in a built site. */
export function judgeOutput(folder: string): string[] {
  return filesOf(folder).flatMap((path) => {
    const text = () => readFileSync(join(folder, path), 'utf8')
    if (/\.(?:html|svg)$/.test(path)) {
      // What stands between the quotes of an attribute is no tag.
      const content = text().replace(/="[^"]*"/g, (value) => value.replaceAll('<', '‹'))
      const found = active.flatMap((one) => one.exec(content)?.[0].slice(0, 200) ?? [])
      return found.map((one) => `${path}: ${one}`)
    }
    if (/\.(?:json|jsonld)$/.test(path)) return isJson(text()) ? [] : [`${path}: not JSON`]
    if (path.endsWith('.xml')) {
      const valid = XMLValidator.validate(text())
      return valid === true ? [] : [`${path}: ${valid.err.msg}`]
    }
    return []
  })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
