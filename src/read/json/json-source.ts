import { createScanner } from 'jsonc-parser'
import type { Place } from '../../model/issue.ts'
import type { Bilingual } from '../../model/lang.ts'
import { lineStartsOf } from '../text/line-starts.ts'

/** JSON that knows where each value stands. */
export type Json = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull

export interface JsonObject {
  readonly type: 'object'
  readonly at: Place
  readonly members: ReadonlyMap<string, Member>
}

export interface JsonArray {
  readonly type: 'array'
  readonly at: Place
  readonly items: readonly Json[]
}

interface Member {
  readonly keyAt: Place
  readonly value: Json
}

interface Scalar<Type extends string, Value> {
  readonly type: Type
  readonly at: Place
  readonly value: Value
  /** As written in the file. */
  readonly source: string
}
export type JsonString = Scalar<'string', string>
type JsonNumber = Scalar<'number', number>
type JsonBoolean = Scalar<'boolean', boolean>
type JsonNull = Scalar<'null', null>

interface Fault {
  readonly at: Place
  readonly reason: Bilingual
}

/** Deeper nesting than this is a mistake or an attack. */
export const maxDepth = 64

interface Read {
  readonly json: Json
  /** Keys written a second time in one object. The last one holds, as with `JSON.parse`. */
  readonly doubles: readonly { readonly key: string; readonly at: Place }[]
}

// `SyntaxKind` and `ScanError` of the library are constants of its types alone; these are their values.
const token = {
  openBraceToken: 1,
  closeBraceToken: 2,
  openBracketToken: 3,
  closeBracketToken: 4,
  commaToken: 5,
  colonToken: 6,
  nullKeyword: 7,
  trueKeyword: 8,
  falseKeyword: 9,
  stringLiteral: 10,
  numericLiteral: 11,
  lineBreakTrivia: 14,
  trivia: 15,
  end: 17,
} as const
const noError = 0
const invalidCharacter = 6

/** Reads strict JSON (RFC 8259). */
export function parseJson(text: string, file: string): Read | { readonly fault: Fault } {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const scanner = createScanner(source)
  const lines = lineStartsOf(source)
  const doubles: { key: string; at: Place }[] = []
  try {
    next()
    const json = value(0)
    if ((scanner.getToken() as number) !== token.end) fail('多出了内容', 'there is more after the end')
    return { json, doubles }
  } catch (error) {
    if (error instanceof JsonFault) return { fault: { at: place(), reason: error.reason } }
    throw error
  }

  function value(depth: number): Json {
    if (depth > maxDepth) fail('嵌套太深', 'it is nested too deeply')
    const at = place()
    switch (scanner.getToken() as number) {
      case token.openBraceToken:
        return { type: 'object', at, members: members(depth) }
      case token.openBracketToken:
        return { type: 'array', at, items: items(depth) }
      case token.stringLiteral:
        return string()
      case token.numericLiteral:
        if ((scanner.getTokenError() as number) !== noError) return fail('这里应当是一个值', 'a value is expected')
        return scalar('number', at, Number(scanner.getTokenValue()))
      case token.trueKeyword:
        return scalar('boolean', at, true)
      case token.falseKeyword:
        return scalar('boolean', at, false)
      case token.nullKeyword:
        return scalar('null', at, null)
      default:
        return fail('这里应当是一个值', 'a value is expected')
    }
  }

  function members(depth: number): Map<string, Member> {
    const found = new Map<string, Member>()
    next()
    if (take(token.closeBraceToken)) return found
    for (;;) {
      if ((scanner.getToken() as number) !== token.stringLiteral)
        fail('这里应当是带引号的属性名', 'a quoted name is expected')
      const key = string()
      if (!take(token.colonToken)) fail('属性名后面少了冒号', 'a colon is missing after the name')
      if (found.has(key.value)) doubles.push({ key: key.value, at: key.at })
      found.set(key.value, { keyAt: key.at, value: value(depth + 1) })
      if (take(token.closeBraceToken)) return found
      comma()
    }
  }

  function items(depth: number): Json[] {
    const found: Json[] = []
    next()
    if (take(token.closeBracketToken)) return found
    for (;;) {
      found.push(value(depth + 1))
      if (take(token.closeBracketToken)) return found
      comma()
    }
  }

  function string(): JsonString {
    switch (scanner.getTokenError() as number) {
      case noError:
        return scalar('string', place(), scanner.getTokenValue())
      case invalidCharacter:
        return fail('引号里有换行或控制字符', 'there is a line break or control character inside quotes')
      default:
        return fail('引号没有配对，或转义有误', 'a quote is not closed, or an escape is wrong')
    }
  }

  function scalar<Type extends string, Value>(type: Type, at: Place, value: Value): Scalar<Type, Value> {
    const from = scanner.getTokenOffset()
    const written = source.slice(from, from + scanner.getTokenLength())
    next()
    return { type, at, value, source: written }
  }

  function comma(): void {
    if (!take(token.commaToken)) fail('两项之间少了逗号，或少了右括号', 'a comma or a closing bracket is missing')
  }

  function take(kind: number): boolean {
    if ((scanner.getToken() as number) !== kind) return false
    next()
    return true
  }

  /** Goes past blanks; a comment is no blank in strict JSON. */
  function next(): void {
    let kind: number = scanner.scan()
    while (kind === token.trivia || kind === token.lineBreakTrivia) kind = scanner.scan()
  }

  function place(): Place {
    return { file, ...lines.placeOf(scanner.getTokenOffset()) }
  }

  function fail(zh: string, en: string): never {
    throw new JsonFault({ zh, en })
  }
}

class JsonFault extends Error {
  readonly reason: Bilingual

  constructor(reason: Bilingual) {
    super(reason.en)
    this.reason = reason
  }
}
