/** What a formula makes of a row: `missing` where a column it needs has no value. */
export type FormulaResult = 'holds' | 'broken' | 'missing'

type Value = number | string | boolean
type Row = (column: string) => string | undefined
/** Throws `missingValue` where a column is empty. */
type Term = (row: Row) => Value

export interface RowFormula {
  readonly columns: readonly string[]
  judge(row: Row): FormulaResult
}

/** What a rule of a row needs is far below; more would end the process before it ends. */
const maxTokens = 2000
const maxDepth = 100

const missingValue = Symbol('a column without a value')

/**
 * Compiles a formula over the columns of one row: numbers, texts in quotes, column names (in backquotes where they
 * hold other signs than letters, digits and `_`), `+ - * /`, comparisons `== != < <= > >=`, `and or not`, brackets.
 * Numbers are compared as they are written: beyond the twelfth digit they are equal. Undefined where it is no formula.
 */
export function compileFormula(formula: string): RowFormula | undefined {
  const tokens = tokensOf(formula)
  // Brackets and signs are read, and later judged, one call within the other.
  if (!tokens || tokens.length > maxTokens) return undefined
  const columns = new Set<string>()
  let at = 0
  let depth = 0

  const take = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at]
    if (token?.type !== 'sign' || !signs.includes(token.text)) return undefined
    at++
    return token.text
  }
  const within = (read: () => Term): Term => {
    if (++depth > maxDepth) throw new SyntaxError(formula)
    const term = read()
    depth--
    return term
  }
  const chain = (next: () => Term, signs: readonly string[]): Term => {
    let left = next()
    for (let sign = take(...signs); sign !== undefined; sign = take(...signs)) left = operation(sign, left, next())
    return left
  }
  const either = (): Term => chain(both, ['or'])
  const both = (): Term => chain(negated, ['and'])
  const negated = (): Term => {
    if (take('not') === undefined) return compared()
    const inner = within(negated)
    return (row) => inner(row) !== true
  }
  const compared = (): Term => chain(sum, ['==', '!=', '<', '<=', '>', '>='])
  const sum = (): Term => chain(product, ['+', '-'])
  const product = (): Term => chain(factor, ['*', '/'])
  const factor = (): Term => {
    if (take('-') !== undefined) {
      const inner = within(factor)
      return (row) => -Number(inner(row))
    }
    if (take('(') !== undefined) {
      const inner = within(either)
      if (take(')') === undefined) throw new SyntaxError(formula)
      return inner
    }
    const token = tokens[at]
    if (!token || token.type === 'sign') throw new SyntaxError(formula)
    at++
    if (token.type === 'number') return () => Number(token.text)
    if (token.type === 'text') return () => token.text
    columns.add(token.text)
    return (row) => cell(row(token.text))
  }

  try {
    const whole = either()
    if (at !== tokens.length) return undefined
    return { columns: [...columns], judge: (row) => judge(whole, row) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function judge(whole: Term, row: Row): FormulaResult {
  try {
    return whole(row) === true ? 'holds' : 'broken'
  } catch (error) {
    if (error === missingValue) return 'missing'
    throw error
  }
}

function cell(text: string | undefined): Value {
  if (text === undefined) throw missingValue
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text
}

function operation(sign: string, left: Term, right: Term): Term {
  switch (sign) {
    case 'or':
      return (row) => left(row) === true || right(row) === true
    case 'and':
      return (row) => left(row) === true && right(row) === true
    case '+':
      return (row) => Number(left(row)) + Number(right(row))
    case '-':
      return (row) => Number(left(row)) - Number(right(row))
    case '*':
      return (row) => Number(left(row)) * Number(right(row))
    case '/':
      return (row) => Number(left(row)) / Number(right(row))
    case '==':
      return (row) => isEqual(left(row), right(row))
    case '!=':
      return (row) => !isEqual(left(row), right(row))
    case '<':
      return (row) => isBelow(left(row), right(row))
    case '<=':
      return (row) => !isBelow(right(row), left(row))
    case '>':
      return (row) => isBelow(right(row), left(row))
    default:
      return (row) => !isBelow(left(row), right(row))
  }
}

function isEqual(a: Value, b: Value): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
}

function isBelow(a: Value, b: Value): boolean {
  return !isEqual(a, b) && a < b
}

interface Token {
  readonly type: 'number' | 'text' | 'column' | 'sign'
  readonly text: string
}

const tokenForm =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|"([^"]*)"|'([^']*)'|`([^`]+)`|([\p{L}_][\p{L}\p{N}_]*)|(==|!=|<=|>=|[-+*/()<>]))\s*/uy

function tokensOf(formula: string): Token[] | undefined {
  const tokens: Token[] = []
  tokenForm.lastIndex = 0
  while (tokenForm.lastIndex < formula.length) {
    const found = tokenForm.exec(formula)
    if (!found) return undefined
    const [, number, double, single, quoted, word, sign] = found
    const text = double ?? single
    if (number !== undefined) tokens.push({ type: 'number', text: number })
    else if (text !== undefined) tokens.push({ type: 'text', text })
    else if (quoted !== undefined) tokens.push({ type: 'column', text: quoted })
    else if (word !== undefined) tokens.push({ type: /^(?:and|or|not)$/.test(word) ? 'sign' : 'column', text: word })
    else tokens.push({ type: 'sign', text: sign ?? '' })
  }
  return tokens
}
