/** What an expression of Python stands for here: literals as such, calls as records. */
export type Py = string | number | boolean | null | Py[] | PyCall | { [key: string]: Py }
export interface PyCall {
  readonly call: string // dotted, e.g. "Schema.from_descriptor" or "resource.validate"
  readonly args: readonly Py[]
  readonly named: Readonly<Record<string, Py>>
}

/** The test uses something of Python that is not read here. */
export class Unread extends Error {}

/**
 * Reads the expressions that the tests of frictionless-py are made of: literals, lists, dictionaries, names, calls,
 * `+`, `*` and `%`. Anything else throws `Unread`.
 */
export function readPython(source: string, names: ReadonlyMap<string, Py>): Py {
  const tokens = [...source.matchAll(token)].map((found) => found[0].trim()).filter((one) => one !== '')
  if (tokens.join('').replace(/\s/g, '') !== source.replace(/#.*$/gm, '').replace(/\s/g, '')) throw new Unread(source)
  let at = 0
  const peek = () => tokens[at]
  const take = () => tokens[at++] ?? ''
  const expect = (sign: string): void => {
    if (take() !== sign) throw new Unread(source)
  }

  const expression = (): Py => {
    let left = factor()
    for (let sign = peek(); sign === '+' || sign === '*' || sign === '%'; sign = peek()) {
      take()
      left = operate(sign, left, factor())
    }
    return left
  }
  const factor = (): Py => {
    const first = take()
    if (first === '-') return -Number(factor())
    if (/^[\d.]/.test(first)) return Number(first.replaceAll('_', ''))
    if (/^["']/.test(first)) {
      let text = unquote(first)
      while (/^["']/.test(peek() ?? '')) text += unquote(take())
      return text
    }
    if (first === '[' || first === '(') return list(first === '[' ? ']' : ')', first === '(')
    if (first === '{') return dictionary()
    if (/^[A-Za-z_]/.test(first)) return word(first)
    throw new Unread(first)
  }
  const list = (close: string, isTuple: boolean): Py => {
    const items: Py[] = []
    let commas = 0
    while (peek() !== close) {
      items.push(expression())
      if (peek() !== ',') break
      take()
      commas++
    }
    expect(close)
    return isTuple && commas === 0 && items.length === 1 ? (items[0] ?? null) : items
  }
  const dictionary = (): Py => {
    const record: Record<string, Py> = {}
    while (peek() !== '}') {
      const key = expression()
      expect(':')
      record[String(key)] = expression()
      if (peek() !== ',') break
      take()
    }
    expect('}')
    return record
  }
  const word = (first: string): Py => {
    if (first === 'True' || first === 'False') return first === 'True'
    if (first === 'None') return null
    if (peek() === '(') return call(first)
    const known = names.get(first)
    if (known === undefined) throw new Unread(first)
    return known
  }
  const call = (name: string): Py => {
    take()
    const args: Py[] = []
    const named: Record<string, Py> = {}
    while (peek() !== ')') {
      if (/^[A-Za-z_]\w*$/.test(peek() ?? '') && tokens[at + 1] === '=') {
        const key = take()
        take()
        named[key] = expression()
      } else args.push(expression())
      if (peek() !== ',') break
      take()
    }
    expect(')')
    return name === 'dict' ? named : { call: name, args, named }
  }

  const value = expression()
  if (at !== tokens.length) throw new Unread(source)
  return value
}

const token =
  /#.*$|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?|[-+*%=:,()[\]{}]/gm

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(u[0-9a-f]{4}|.)/gi, (_, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16))
    return { n: '\n', t: '\t', r: '\r' }[sign] ?? sign
  })
}

function operate(sign: string, left: Py, right: Py): Py {
  if (sign === '*' && typeof left === 'string') return left.repeat(Number(right))
  if (sign === '*' && Array.isArray(left)) return Array.from({ length: Number(right) }, () => left).flat()
  if (sign === '+' && Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
  if (sign === '+' && typeof left === 'string') return left + String(right)
  if (typeof left === 'number' && typeof right === 'number' && sign !== '%')
    return sign === '*' ? left * right : left + right
  throw new Unread(sign)
}
