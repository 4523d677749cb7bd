/** A URI template of RFC 6570: text and expressions, in order. */
export type Template = readonly (string | Expression)[]

interface Expression {
  readonly operator: string // '' + # . / ; ? &
  readonly variables: readonly Variable[]
}

interface Variable {
  readonly name: string
  readonly explode: boolean
  readonly prefix: number | undefined
}

/** What a variable stands for: nothing, one value or a list. */
export type Variables = Readonly<Record<string, string | readonly string[] | undefined>>

const variableName = /^(?:\w|%[\dA-Fa-f]{2})(?:\.?(?:\w|%[\dA-Fa-f]{2}))*$/

/** Reads a template; nothing when it is not one. */
export function parseTemplate(text: string): Template | undefined {
  const parts: (string | Expression)[] = []
  for (const [at, part] of text.split(/\{([^{}]*)\}/).entries()) {
    if (at % 2 === 0) {
      if (/[{}]/.test(part)) return undefined
      if (part !== '') parts.push(part)
      continue
    }
    const operator = /^[+#./;?&]/.exec(part)?.[0] ?? ''
    const variables = part.slice(operator.length).split(',').map(parseVariable)
    if (!variables.every((one) => one !== undefined)) return undefined
    parts.push({ operator, variables })
  }
  return parts
}

/** Whether a name may stand in a template, and so name a column. */
export function isVariableName(text: string): boolean {
  return variableName.test(text)
}

export function variablesOf(template: Template): string[] {
  return template.flatMap((part) => (typeof part === 'string' ? [] : part.variables.map((one) => one.name)))
}

export function expandTemplate(template: Template, values: Variables): string {
  return template.map((part) => (typeof part === 'string' ? encode(part, true) : expand(part, values))).join('')
}

function parseVariable(text: string): Variable | undefined {
  const [, name = '', explode, prefix] = /^([^*:]+)(?:(\*)|:([1-9]\d{0,3}))?$/.exec(text) ?? []
  if (!isVariableName(name)) return undefined
  return { name, explode: explode !== undefined, prefix: prefix === undefined ? undefined : Number(prefix) }
}

/** Of each operator: what comes first, what stands between values, whether names are said, whether reserved characters stay. */
const operators: Readonly<Record<string, readonly [first: string, between: string, named: boolean, open: boolean]>> = {
  '': ['', ',', false, false],
  '+': ['', ',', false, true],
  '#': ['#', ',', false, true],
  '.': ['.', '.', false, false],
  '/': ['/', '/', false, false],
  ';': [';', ';', true, false],
  '?': ['?', '&', true, false],
  '&': ['&', '&', true, false],
}

function expand({ operator, variables }: Expression, values: Variables): string {
  const [first, between, named, open] = operators[operator] ?? ['', ',', false, false]
  const said = variables.flatMap((variable) => {
    const value = values[variable.name]
    if (value === undefined || (typeof value !== 'string' && value.length === 0)) return []
    const label = (text: string) => (named ? withName(operator, variable.name, text) : text)
    if (typeof value === 'string') {
      const text = variable.prefix === undefined ? value : [...value].slice(0, variable.prefix).join('')
      return [label(encode(text, open))]
    }
    const items = value.map((item) => encode(item, open))
    return variable.explode ? items.map(label) : [label(items.join(','))]
  })
  return said.length === 0 ? '' : first + said.join(between)
}

function withName(operator: string, name: string, text: string): string {
  return text === '' && operator === ';' ? name : `${name}=${text}`
}

/** Percent-encodes; reserved characters and existing escapes stay where `open`. */
function encode(text: string, open: boolean): string {
  const kept = open ? /%[\dA-Fa-f]{2}|[\w.~:/?#[\]@!$&'()*+,;=-]/y : /[\w.~-]/y
  let result = ''
  for (let at = 0; at < text.length; ) {
    kept.lastIndex = at
    const found = kept.exec(text)?.[0]
    const character = found ?? String.fromCodePoint(text.codePointAt(at) ?? 0xfffd)
    result += found ?? percent(character)
    at += character.length
  }
  return result
}

function percent(character: string): string {
  const escaped = encodeURIComponent(character.isWellFormed() ? character : '\uFFFD')
  return escaped.replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
