import { RE2JS } from 're2js'

/**
 * A regular expression of a user as a test of texts, or why it cannot be one: `syntax`, it is no regular expression
 * of ECMAScript; `unsupported`, it looks around, refers back or repeats more than a thousand times, and no engine
 * takes that in linear time.
 */
export type Pattern =
  | { readonly test: (text: string) => boolean; readonly fault?: never }
  | { readonly fault: 'syntax' | 'unsupported'; readonly test?: never }

/**
 * Compiles an expression so that no text and no expression can stop the check: RE2 takes time in proportion to the
 * text (https://swtch.com/~rsc/regexp/regexp3.html). What it means is what ECMAScript says. `whole`: the text must
 * match from end to end, as Table Schema and CSVW want; otherwise it is searched, as JSON Schema wants.
 */
export function compilePattern(pattern: string, whole = true): Pattern {
  const native = nativeOf(pattern, whole)
  if (!native) return { fault: 'syntax' }
  try {
    const linear = RE2JS.compile(translated(pattern))
    // Without a choice on its way the engine of the platform never goes back, and it is faster.
    if (whole && !/[*+?|]|\{\d+,/.test(pattern)) return { test: (text) => native.test(text) }
    return { test: (text) => (whole ? linear.testExact(text) : linear.test(text)) }
  } catch {
    return { fault: 'unsupported' }
  }
}

/** Every expression a JSON Schema holds: values of `pattern`, keys of `patternProperties`. */
export function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'pattern' && typeof value === 'string' ? [value] : []),
    ...(key === 'patternProperties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...patternsIn(value),
  ])
}

/** Some expressions escape more signs than the stricter reading allows. */
function nativeOf(pattern: string, whole: boolean): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags)
      const native = new RegExp(whole ? `^(?:${pattern})$` : pattern, flags)
      native.test('') // one that is too large is refused only when it is first used
      return native
    } catch {
      // Valid without the flag, or not at all.
    }
  }
  return undefined
}

const token =
  /\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})|\\u\{([\da-fA-F]+)\}|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})|\\c([a-zA-Z])|\\([pP])\{([^}]*)\}|\\([\s\S])|\[\^?\]|\(\?<(?![=!])[^>]*>|[\s\S]/gu

/** The expression in the syntax of RE2, where it differs from that of ECMAScript. Throws where it has no counterpart. */
function translated(pattern: string): string {
  let isClass = false
  let out = ''
  for (const found of pattern.matchAll(token)) {
    const [text, high, low, braced, four, two, control, property, name, escaped] = found
    const set = (inner: string, isNegated = false) => (isClass ? inner : `[${isNegated ? '^' : ''}${inner}]`)
    if (high && low) out += codePoint(String.fromCharCode(Number(`0x${high}`), Number(`0x${low}`)).codePointAt(0) ?? 0)
    else if (braced ?? four ?? two) out += codePoint(Number(`0x${braced ?? four ?? two}`))
    else if (control) out += codePoint(control.charCodeAt(0) % 32)
    else if (property && name) out += set(rangesOf(`\\${property}{${name}}`))
    else if (escaped === 's') out += set(blanks)
    else if (escaped === 'S') out += isClass ? rangesOf('\\S') : set(blanks, true)
    else if (escaped === 'b' && isClass) out += codePoint(8)
    else if (escaped === '0') out += codePoint(0)
    else if (escaped !== undefined) out += escapeSign(escaped)
    else if (text === '[]' || text === '[^]') {
      out += isClass ? `\\${text.slice(0, -1)}]` : text === '[]' ? '[^\\x00-\\x{10FFFF}]' : '[\\x00-\\x{10FFFF}]'
      isClass = false
    } else if (text === '[') {
      out += isClass ? '\\[' : '['
      isClass = true
    } else if (text.startsWith('(?<') && !isClass) out += '(?:'
    else if (text === '.' && !isClass) out += '[^\\n\\r\\x{2028}\\x{2029}]'
    else {
      if (text === ']') isClass = false
      out += text
    }
  }
  return out
}

function codePoint(value: number): string {
  return `\\x{${value.toString(16)}}`
}

function escapeSign(sign: string): string {
  if (/[1-9k]/.test(sign)) throw new Error('a reference back')
  if (/[dDwWbBtnvfr]/.test(sign)) return `\\${sign}`
  return /[!-/:-@[-`{-~]/.test(sign) ? `\\${sign}` : sign
}

/** What ECMAScript calls white space; RE2 knows only the signs of ASCII. */
const blanks = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'

const knownRanges = new Map<string, string>()

/** The characters of a class such as `\p{Script=Han}` as ranges: asked of the platform, so that both mean the same. */
function rangesOf(property: string): string {
  const known = knownRanges.get(property)
  if (known !== undefined) return known
  const native = new RegExp(property, 'u')
  let ranges = ''
  let start = -1
  for (let value = 0; value <= 0x110000; value++) {
    const isIn = value < 0x110000 && native.test(String.fromCodePoint(value))
    if (isIn && start === -1) start = value
    if (isIn || start === -1) continue
    ranges += start === value - 1 ? codePoint(start) : `${codePoint(start)}-${codePoint(value - 1)}`
    start = -1
  }
  if (ranges === '') throw new Error('a class without characters')
  knownRanges.set(property, ranges)
  return ranges
}
