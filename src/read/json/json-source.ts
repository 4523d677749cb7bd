import type { Place } from '../../model/issue.ts'
import type { Bilingual } from '../../model/lang.ts'

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

/** Reads strict JSON (RFC 8259). */
export function parseJson(text: string, file: string): Read | { readonly fault: Fault } {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  let at = 0
  let line = 1
  let lineStart = 0
  const doubles: { key: string; at: Place }[] = []
  try {
    const json = value(0)
    skipSpace()
    if (at < source.length) fail('多出了内容', 'there is more after the end')
    return { json, doubles }
  } catch (error) {
    if (error instanceof JsonFault) return { fault: { at: place(), reason: error.reason } }
    throw error
  }

  function value(depth: number): Json {
    if (depth > maxDepth) fail('嵌套太深', 'it is nested too deeply')
    skipSpace()
    const start = place()
    const first = source[at]
    if (first === '{') return { type: 'object', at: start, members: members(depth) }
    if (first === '[') return { type: 'array', at: start, items: items(depth) }
    if (first === '"') return string()
    const number = match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
    if (number !== undefined) return { type: 'number', at: start, value: Number(number), source: number }
    const word = match(/true|false|null/y)
    if (word === 'null') return { type: 'null', at: start, value: null, source: word }
    if (word !== undefined) return { type: 'boolean', at: start, value: word === 'true', source: word }
    return fail('这里应当是一个值', 'a value is expected')
  }

  function members(depth: number): Map<string, Member> {
    const found = new Map<string, Member>()
    at++
    skipSpace()
    if (take('}')) return found
    for (;;) {
      skipSpace()
      if (source[at] !== '"') fail('这里应当是带引号的属性名', 'a quoted name is expected')
      const key = string()
      skipSpace()
      if (!take(':')) fail('属性名后面少了冒号', 'a colon is missing after the name')
      if (found.has(key.value)) doubles.push({ key: key.value, at: key.at })
      found.set(key.value, { keyAt: key.at, value: value(depth + 1) })
      skipSpace()
      if (take('}')) return found
      if (!take(',')) fail('两项之间少了逗号，或少了右括号', 'a comma or a closing bracket is missing')
    }
  }

  function items(depth: number): Json[] {
    const found: Json[] = []
    at++
    skipSpace()
    if (take(']')) return found
    for (;;) {
      found.push(value(depth + 1))
      skipSpace()
      if (take(']')) return found
      if (!take(',')) fail('两项之间少了逗号，或少了右括号', 'a comma or a closing bracket is missing')
    }
  }

  function string(): JsonString {
    const start = place()
    const written = match(/"[^"\\]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\]*)*"/y)
    if (written === undefined) return fail('引号没有配对，或转义有误', 'a quote is not closed, or an escape is wrong')
    try {
      return { type: 'string', at: start, value: JSON.parse(written), source: written }
    } catch {
      at -= written.length
      return fail('引号里有换行或控制字符', 'there is a line break or control character inside quotes')
    }
  }

  function take(mark: string): boolean {
    if (source[at] !== mark) return false
    at++
    return true
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found !== undefined) at += found.length
    return found
  }

  function skipSpace(): void {
    for (; at < source.length; at++) {
      const mark = source[at]
      if (mark === '\n') {
        line++
        lineStart = at + 1
      } else if (mark !== ' ' && mark !== '\t' && mark !== '\r') return
    }
  }

  function place(): Place {
    return { file, line, column: at - lineStart + 1 }
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
