import { badContext, badJson, beyondLimit, ignoredValue } from '../../issues/csvw.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Json, JsonObject } from '../../read/json/json-source.ts'
import { parseJson } from '../../read/json/json-source.ts'
import { resolveUrl } from './address.ts'
import type { Context } from './fields.ts'
import { shown } from './fields.ts'
import { isLanguageTag } from './language-tag.ts'

interface Document {
  readonly object: JsonObject
  readonly context: Context
}

interface Options {
  /** How messages call the file. */
  readonly file: string
  readonly needsContext: boolean
}

/** Reads the object at the top of a document and what its `@context` sets (Metadata Vocabulary §5.2). */
export function readDocument(
  text: string,
  url: string,
  { file, needsContext }: Options,
  report: Context['report'],
): Document | undefined {
  if (text.length > maxMetadataLength) {
    const params = { what: { zh: '元数据的字符数', en: 'characters of metadata' }, limit: String(maxMetadataLength) }
    return void report(issue(beyondLimit, { file, line: 1, column: 1 }, params))
  }
  const parsed = parseJson(text, file)
  if ('fault' in parsed) return void report(issue(badJson, parsed.fault.at, { reason: parsed.fault.reason }))
  const object = parsed.json
  if (object.type !== 'object') {
    const reason = { zh: '最外层要是一个对象', en: 'the top level is no object' }
    return void report(issue(badJson, object.at, { reason }))
  }
  const isBare = !needsContext && !object.members.has('@context')
  const context = isBare ? { top: object, base: url, language: 'und', report } : readContext(object, url, report)
  return context && { object, context }
}

/** Metadata describes; what is larger holds something else. */
export const maxMetadataLength = 16 * 1024 * 1024

const namespace = 'http://www.w3.org/ns/csvw'

function readContext(top: JsonObject, url: string, report: Context['report']): Context | undefined {
  const written = top.members.get('@context')
  const fail = (at: Place, zh: string, en: string): undefined =>
    report(issue(badContext, at, { reason: { zh, en } })) as undefined
  if (!written) return fail(top.at, '缺少 @context', 'There is no @context')
  const { value } = written
  const [first, local, ...more] = value.type === 'array' ? value.items : [value]
  if (first?.type !== 'string' || first.value !== namespace || more.length > 0 || (local && local.type !== 'object')) {
    return fail(value.at, `@context 不能写 ${shown(value)}`, `@context must not be ${shown(value)}`)
  }
  let base = url
  let language = 'und'
  for (const [name, { keyAt, value: said }] of local?.members ?? []) {
    const isText = said.type === 'string'
    if (name === '@base') base = (isText ? resolveUrl(said.value, url) : ignore(name, said, words.base)) ?? url
    else if (name !== '@language') return fail(keyAt, `@context 里不能有“${name}”`, `@context has no “${name}”`)
    else language = (isText && isLanguageTag(said.value) ? said.value : ignore(name, said, words.language)) ?? 'und'
  }
  return { top, base, language, report }

  function ignore(property: string, said: Json, expected: { zh: string; en: string }): undefined {
    report(issue(ignoredValue, said.at, { property, value: shown(said), expected }))
  }
}

const words = {
  base: { zh: '网址', en: 'a URL' },
  language: { zh: '语言代码，如 zh-CN', en: 'a language code such as zh-CN' },
}
