import { badCommonValue } from '../../issues/csvw.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Json, JsonObject } from '../../read/json/json-source.ts'
import { builtinOf } from './builtin.ts'
import { isLanguageTag } from './language-tag.ts'
import { isAbsoluteUrl, isClassName, isPrefixedName } from './vocabulary.ts'

/** Reports what the value of a common property or a note must not hold (Metadata Vocabulary §5.8.2). */
export function checkCommonValue(value: Json, report: (found: Issue) => void): void {
  if (value.type === 'array') for (const item of value.items) checkCommonValue(item, report)
  if (value.type !== 'object') return
  const fail = (at: Json, zh: string, en: string) => report(issue(badCommonValue, at.at, { reason: { zh, en } }))
  const isValue = value.members.has('@value')
  for (const [name, { value: said }] of value.members) {
    if (name === '@id') checkId(said)
    else if (name === '@type') checkType(said)
    else if (name === '@language') checkLanguage(said)
    else if (name.startsWith('@') && name !== '@value') fail(said, `不能用“${name}”`, `“${name}” is not allowed`)
    else if (!isValue) checkCommonValue(said, report)
  }
  if (isValue) checkValueObject(value)

  function checkValueObject(object: JsonObject): void {
    const allowed = ['@value', '@type', '@language']
    const others = [...object.members.keys()].filter((name) => !allowed.includes(name))
    if (others.length > 0) fail(object, `@value 不能与“${others[0]}”同用`, `@value does not go with “${others[0]}”`)
    if (object.members.has('@type') && object.members.has('@language')) {
      fail(object, '@type 和 @language 不能同用', '@type does not go with @language')
    }
    const said = object.members.get('@value')?.value
    if (said?.type === 'object' || said?.type === 'array' || said?.type === 'null') {
      fail(said, '@value 要写文字、数字或布尔值', '@value is a text, a number or a boolean')
    }
  }

  function checkId(said: Json): void {
    if (said.type !== 'string' || said.value.startsWith('_:')) {
      fail(said, '@id 要写网址，且不能以“_:”开头', '@id is a URL and does not begin with “_:”')
    }
  }

  function checkType(said: Json): void {
    if (said.type === 'array' && !isValue) {
      for (const item of said.items) checkType(item)
      return
    }
    const isKnown = (name: string) =>
      isPrefixedName(name) || isAbsoluteUrl(name) || (isValue ? builtinOf(name) !== undefined : isClassName(name))
    if (said.type !== 'string' || !isKnown(said.value)) {
      fail(
        said,
        '@type 要写 CSVW 的类型、带前缀的名称或完整网址',
        '@type is a term of CSVW, a prefixed name or a full URL',
      )
    }
  }

  function checkLanguage(said: Json): void {
    if (!isValue) fail(said, '@language 只能与 @value 同用', '@language goes only with @value')
    else if (said.type !== 'null' && !(said.type === 'string' && isLanguageTag(said.value))) {
      fail(said, '@language 要写语言代码', '@language is a language code')
    }
  }
}
