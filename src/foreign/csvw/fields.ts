import { badContext, badForeignKey, badIdentity, ignoredValue, unknownProperty } from '../../issues/csvw.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Bilingual } from '../../model/lang.ts'
import type { Json, JsonObject } from '../../read/json/json-source.ts'
import { resolveUrl } from './address.ts'
import { clip } from './clip.ts'
import { checkCommonValue } from './common-value.ts'
import { isLanguageTag } from './language-tag.ts'
import type { Template } from './uri-template.ts'
import { parseTemplate } from './uri-template.ts'
import { isCommonName } from './vocabulary.ts'

/** Where a description stands and what holds for all of it. */
export interface Context {
  /** The object at the top of the document: the only one that has a `@context`. */
  readonly top: JsonObject
  readonly base: string // URL against which its links are resolved
  readonly language: string // of its texts, `und` when not said
  readonly report: (found: Issue) => void
}

/** Language code → texts in it. */
export type LanguageMap = ReadonlyMap<string, readonly string[]>

export type Kind =
  | 'TableGroup'
  | 'Table'
  | 'Schema'
  | 'Column'
  | 'Datatype'
  | 'Dialect'
  | 'Template'
  | 'ForeignKey'
  | 'TableReference'
  | 'NumericFormat'

/** Kinds that have no `@id`, `@type` or common properties. */
const closed: ReadonlySet<Kind> = new Set(['ForeignKey', 'TableReference', 'NumericFormat'])

/**
 * Reads the properties of one description object by their kind (Metadata Vocabulary §5.1): what is invalid is
 * reported and taken as not written. `close()` reports what nobody asked for.
 */
export function createFields(object: JsonObject, kind: Kind, context: Context) {
  const { base, language, report } = context
  const taken = new Set<string>(['@context'])
  if (object !== context.top) refuseContext()
  if (!closed.has(kind)) checkType()

  function take(name: string): Json | undefined {
    taken.add(name)
    return object.members.get(name)?.value
  }

  function ignore(name: string, value: Json, expected: Bilingual): undefined {
    report(issue(ignoredValue, value.at, { property: name, value: shown(value), expected }))
  }

  function text(name: string, expected: Bilingual = words.text): string | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    return value.type === 'string' ? value.value : ignore(name, value, expected)
  }

  /** A text, or null where that has a meaning of its own. */
  function textOrNull(name: string): string | null | undefined {
    return take(name)?.type === 'null' ? null : text(name, words.textOrNull)
  }

  function choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    const found = allowed.find((one) => value.type === 'string' && value.value === one)
    const list = allowed.map((one) => `“${one}”`)
    return found ?? ignore(name, value, { zh: list.join('、'), en: list.join(' or ') })
  }

  function boolean(name: string): boolean | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    return value.type === 'boolean' ? value.value : ignore(name, value, words.boolean)
  }

  /** A whole number from 0 on. */
  function count(name: string): number | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    const isCount = value.type === 'number' && Number.isSafeInteger(value.value) && value.value >= 0
    return isCount ? value.value : ignore(name, value, words.count)
  }

  /** One text or several; of several only those that are texts. */
  function texts(name: string): readonly string[] | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    return listOf(name, value)
  }

  function languageTag(name: string): string | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    return value.type === 'string' && isLanguageTag(value.value) ? value.value : ignore(name, value, words.language)
  }

  /** An address, resolved. */
  function link(name: string): string | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    const url = value.type === 'string' ? resolveUrl(value.value, base) : undefined
    return url ?? ignore(name, value, words.link)
  }

  function template(name: string): Template | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    const found = value.type === 'string' ? parseTemplate(value.value) : undefined
    return found ?? ignore(name, value, words.template)
  }

  /** Texts by language; a plain text is in the language of the document. */
  function languageMap(name: string): LanguageMap | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    if (value.type !== 'object') {
      const found = listOf(name, value)
      return found && new Map([[language, found]])
    }
    const map = new Map<string, readonly string[]>()
    for (const [code, { keyAt, value: said }] of value.members) {
      if (isLanguageTag(code)) map.set(code, listOf(name, said) ?? [])
      else report(issue(ignoredValue, keyAt, { property: name, value: `“${code}”`, expected: words.language }))
    }
    return map
  }

  function listOf(name: string, value: Json): readonly string[] | undefined {
    if (value.type === 'string') return [value.value]
    if (value.type !== 'array') return ignore(name, value, words.texts)
    return value.items.flatMap((one) => (one.type === 'string' ? [one.value] : (ignore(name, one, words.text) ?? [])))
  }

  /** The objects of a list; anything else in it is ignored, and something that is no list is an empty one. */
  function objects(name: string): readonly JsonObject[] | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    if (value.type !== 'array') return ignore(name, value, words.objects) ?? []
    return value.items.flatMap((one) => (one.type === 'object' ? [one] : (ignore(name, one, words.object) ?? [])))
  }

  /** An object or the address of one; something else is an empty object. */
  function objectOrLink(
    name: string,
  ): JsonObject | { readonly type: 'link'; readonly url: string; readonly at: Place } | undefined {
    const value = take(name)
    if (value === undefined || value.type === 'object') return value
    const url = value.type === 'string' ? resolveUrl(value.value, base) : undefined
    if (url !== undefined) return { type: 'link', url, at: value.at }
    return ignore(name, value, words.objectOrLink) ?? { type: 'object', at: value.at, members: new Map() }
  }

  /** Names of columns; nothing when one of them is no text or there are none. */
  function columnNames(name: string): readonly string[] | undefined {
    const value = take(name)
    if (value === undefined) return undefined
    if (value.type === 'string') return [value.value]
    const items = value.type === 'array' ? value.items : []
    const names = items.flatMap((one) => (one.type === 'string' ? [one.value] : []))
    return names.length > 0 && names.length === items.length ? names : ignore(name, value, words.columns)
  }

  /** The identifier, resolved. */
  function id(): string | undefined {
    const value = take('@id')
    if (value?.type === 'string' && value.value.startsWith('_:')) {
      report(issue(badIdentity, value.at, { property: '@id', value: shown(value), expected: words.link }))
      return undefined
    }
    return link('@id')
  }

  function checkType(): void {
    const value = take('@type')
    if (value === undefined || (value.type === 'string' && value.value === kind)) return
    report(
      issue(badIdentity, value.at, {
        property: '@type',
        value: shown(value),
        expected: { zh: `“${kind}”`, en: `“${kind}”` },
      }),
    )
  }

  function refuseContext(): void {
    const nested = object.members.get('@context')
    if (!nested) return
    const reason = { zh: '@context 只能写在文件最外层', en: '@context stands only at the top of a document' }
    report(issue(badContext, nested.keyAt, { reason }))
  }

  function at(name: string): Place {
    return object.members.get(name)?.value.at ?? object.at
  }

  function close(): void {
    for (const [name, { keyAt, value }] of object.members) {
      if (taken.has(name)) continue
      if (kind === 'ForeignKey' || kind === 'TableReference') {
        const reason = { zh: `外键里不能有“${name}”`, en: `A foreign key has no “${name}”` }
        report(issue(badForeignKey, keyAt, { reason }))
      } else if (isCommonName(name) && kind !== 'Dialect' && kind !== 'NumericFormat') {
        checkCommonValue(value, report)
      } else report(issue(unknownProperty, keyAt, { property: name, of: kind }))
    }
  }

  return {
    ...{ kind, object, take, ignore, text, textOrNull, choice, boolean, count, texts, languageTag, link, template },
    ...{ languageMap, objects, objectOrLink, columnNames, id, at, close },
  }
}
export type Fields = ReturnType<typeof createFields>

/** A value as a message quotes it. */
export function shown(value: Json): string {
  if (value.type === 'object') return '{…}'
  if (value.type === 'array') return '[…]'
  return value.type === 'string' ? `“${clip(value.value)}”` : clip(value.source)
}

const words = {
  text: { zh: '一段文字', en: 'a text' },
  textOrNull: { zh: '一段文字或 null', en: 'a text or null' },
  texts: { zh: '一段文字或文字的数组', en: 'a text or an array of texts' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  count: { zh: '不小于 0 的整数', en: 'a whole number from 0 on' },
  language: { zh: '语言代码，如 zh-CN', en: 'a language code such as zh-CN' },
  link: { zh: '网址', en: 'a URL' },
  template: { zh: '网址模板，如 #row-{code}', en: 'a URI template such as #row-{code}' },
  object: { zh: '一个对象', en: 'an object' },
  objects: { zh: '对象的数组', en: 'an array of objects' },
  objectOrLink: { zh: '一个对象或它的网址', en: 'an object or the URL of one' },
  columns: { zh: '列的 name，或 name 的数组', en: 'the name of a column, or an array of them' },
} satisfies Record<string, Bilingual>
