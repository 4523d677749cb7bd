import { globSync, readFileSync } from 'node:fs'
import type { Py, PyCall } from './python.ts'
import { readPython, Unread } from './python.ts'

/** What a test of frictionless-py says of one package: the types of error it expects, none where it is valid. */
export interface Expectation {
  readonly file: string
  readonly name: string
  /** Our descriptor of the same package. */
  readonly descriptor: Readonly<Record<string, Py>>
  /** Absent where the test only says that it is not valid. */
  readonly types?: readonly string[]
  /** The only types a test looks at. */
  readonly picked?: readonly string[]
}

/** Reads the tests that validate a resource or package with literals; the others are counted. */
export function frictionlessTests(folder: string): { expectations: Expectation[]; unread: number; all: number } {
  const files = globSync('frictionless/**/__spec__/**/test_*.py', { cwd: folder }).sort()
  const expectations: Expectation[] = []
  let all = 0
  for (const file of files) {
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    if (!/\.validate\(/.test(text)) continue
    const globals = new Map<string, Py>()
    for (const [name = '', source = ''] of assignments(text.split(/^(?:@|def |class )/m)[0] ?? '', ''))
      remember(globals, name, source)
    for (const found of text.matchAll(
      /^((?:@.*\n(?:[ )].*\n)*)*)def (test_\w+)\(.*\):\n((?:(?: .*)?\n|[)\]}].*\n)*)/gm,
    )) {
      const [, marks = '', name = '', body = ''] = found
      if (!/report/.test(body) || !/\.validate\(/.test(body)) continue
      all++
      if (/skip|parametrize|skipif/.test(marks)) continue
      const read = expectationOf(body, globals)
      if (read) expectations.push({ file, name, ...read })
    }
  }
  return { expectations, unread: all - expectations.length, all }
}

function* assignments(text: string, indent: string): Generator<[name: string, source: string]> {
  const form = new RegExp(`^${indent}([A-Za-z_]\\w*) = ((?:.|\\n)*?)(?=^${indent}\\S|(?![^]))`, 'gm')
  for (const [, name = '', source = ''] of text.matchAll(form)) {
    // A closing bracket stands at the indent of its statement.
    yield [name, source]
  }
}

function remember(names: Map<string, Py>, name: string, source: string): void {
  try {
    names.set(name, readPython(source.trim(), names))
  } catch (error) {
    if (!(error instanceof Unread)) throw error
  }
}

/** Joins the lines of each statement: a statement goes on until its brackets are closed. */
function statementsOf(body: string): string[] {
  const statements: string[] = []
  let open = ''
  for (const line of body.split('\n')) {
    if (line.trim() === '' && open === '') continue
    open += `${line}\n`
    const bare = open.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#.*$/gm, '')
    const depth = [...bare].reduce((sum, sign) => sum + ('([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0), 0)
    if (depth > 0) continue
    statements.push(open.trim())
    open = ''
  }
  return statements
}

function expectationOf(body: string, globals: ReadonlyMap<string, Py>): Omit<Expectation, 'file' | 'name'> | undefined {
  const names = new Map(globals)
  let validated: PyCall | undefined
  let types: string[] | undefined
  let isInvalid = false
  try {
    for (const statement of statementsOf(body)) {
      if (statement.startsWith('#')) continue
      const assigned = /^([A-Za-z_]\w*) = ([\s\S]*)$/.exec(statement)
      const asserted = /^assert ([\s\S]*)$/.exec(statement)
      if (assigned) {
        const [, name = '', source = ''] = assigned
        if (/\.validate\(|^validate\(/.test(source)) {
          if (validated) return undefined
          validated = readPython(source, names) as PyCall
        } else names.set(name, readPython(source, names))
      } else if (asserted) {
        const said = asserted[1] ?? ''
        if (/^report(?:\.task)?\.valid$/.test(said)) types = []
        else if (/^not report\.valid$/.test(said)) isInvalid = true
        const flat = /^report(?:\.task)?\.flatten\(\s*(\[[^\]]*\])\s*\) == ([\s\S]*)$/.exec(said)
        if (flat) {
          const columns = readPython(flat[1] ?? '[]', names) as string[]
          const rows = readPython((flat[2] ?? '').replace(/%\s*hash/g, ''), names) as Py[][]
          const index = columns.indexOf('type')
          if (index === -1) {
            if (rows.length > 0) return undefined
            types = []
          } else types = rows.map((row) => String(row[index]))
        }
      } else if (
        /^(?:with|for|if|class|def|import|from) /.test(statement) ||
        /\.\w+ = |\.(?:add|set|pop)/.test(statement)
      )
        return undefined
    }
    if (!validated || (!types && !isInvalid)) return undefined
    return { ...packageOf(validated, names), ...(types ? { types } : {}) }
  } catch (error) {
    if (error instanceof Unread) return undefined
    throw error
  }
}

function packageOf(validate: PyCall, names: ReadonlyMap<string, Py>): Pick<Expectation, 'descriptor' | 'picked'> {
  const receiver = names.get(validate.call.split('.')[0] ?? '')
  const checklist = validate.args[0] ?? validate.named['checklist']
  const others = Object.keys(validate.named).filter((key) => !['checklist'].includes(key))
  if (others.length > 0 || !isCall(receiver)) throw new Unread(validate.call)
  const { checks, picked } = checklistOf(checklist)
  const kind = receiver.call
  if (/^(?:Table)?Resource(?:\.from_descriptor)?$|^resources\.TableResource$/.test(kind)) {
    return { descriptor: { resources: [resourceOf(receiver, checks)] }, ...(picked ? { picked } : {}) }
  }
  if (/^Package(?:\.from_descriptor)?$/.test(kind)) {
    const [only] = receiver.args
    const given = isRecord(only) ? only : receiver.named
    if (typeof only === 'string' || !Array.isArray(given['resources'])) throw new Unread(kind)
    const resources = given['resources'].map((one) =>
      isCall(one) ? resourceOf(one, checks) : resourceOf({ call: '', args: [one], named: {} }, checks),
    )
    return { descriptor: { ...given, resources }, ...(picked ? { picked } : {}) }
  }
  throw new Unread(kind)
}

const resourceKeys = new Set([
  'name',
  'path',
  'data',
  'schema',
  'dialect',
  'encoding',
  'format',
  'hash',
  'bytes',
  'rows',
  'fields',
  'type',
  'profile',
  'title',
  'compression',
  'licenses',
  'sources',
  'mediatype',
])

function resourceOf(call: PyCall, checks: Py[]): Py {
  const [first] = call.args
  // A path to a descriptor of a resource, not to its data.
  if (typeof first === 'string' && /\.(?:json|ya?ml)$/.test(first)) throw new Unread(first)
  const base =
    typeof first === 'string' ? { path: first } : Array.isArray(first) ? { data: first } : isRecord(first) ? first : {}
  const all: Record<string, Py> = { name: 'table', ...base, ...call.named }
  const odd = Object.keys(all).filter((key) => !resourceKeys.has(key))
  if (odd.length > 0) throw new Unread(odd.join(' '))
  const resource: Record<string, Py> = { ...all, type: 'table' }
  const { schema, dialect } = all
  if (schema !== undefined) resource['schema'] = schemaOf(schema)
  if (dialect !== undefined) resource['dialect'] = dialectOf(dialect)
  if (checks.length > 0) resource['gongbao:checks'] = checks.map((check) => withColumns(check, resource))
  return resource
}

function schemaOf(schema: Py): Py {
  if (!isCall(schema)) return schema
  if (schema.call === 'Schema.from_descriptor') return schema.args[0] ?? null
  if (schema.call !== 'Schema') throw new Unread(schema.call)
  const fields = (schema.named['fields'] as Py[]).map((field) => {
    if (!isCall(field) || !/^fields\.\w+Field$/.test(field.call)) throw new Unread('field')
    return { type: field.call.slice(7, -5).toLowerCase(), ...camel(field.named) }
  })
  return { ...camel(schema.named), fields }
}

function dialectOf(dialect: Py): Py {
  const value = isCall(dialect)
    ? dialect.call === 'Dialect.from_descriptor'
      ? dialect.args[0]
      : camel(dialect.named)
    : dialect
  if (!isRecord(value) || isCall(value) || 'controls' in value) throw new Unread('dialect')
  const { csv, json, ...rest } = value
  return { ...rest, ...(isRecord(csv) ? csv : {}), ...(isRecord(json) ? json : {}) }
}

function checklistOf(checklist: Py | undefined): { checks: Py[]; picked?: string[] } {
  if (checklist === undefined) return { checks: [] }
  if (!isCall(checklist)) throw new Unread('checklist')
  const given =
    checklist.call === 'Checklist.from_descriptor' ? (checklist.args[0] as Record<string, Py>) : camel(checklist.named)
  if ('skipErrors' in given) throw new Unread('skip')
  const picked = given['pickErrors'] as string[] | undefined
  if (picked?.some((one) => one.startsWith('#'))) throw new Unread('tags')
  const checks = ((given['checks'] ?? []) as Py[]).map((check) => {
    if (!isCall(check)) return check
    if (!check.call.startsWith('checks.')) throw new Unread(check.call)
    return { type: check.call.slice(7).replaceAll('_', '-'), ...camel(check.named) }
  })
  return { checks: checks.map(toOwn), ...(picked ? { picked } : {}) }
}

/** A check of theirs as one of ours. */
function toOwn(check: Py): Py {
  const { type = '', fieldName, numRows, numFields, average, ignoreFields, ...rest } = check as Record<string, Py>
  if (average !== undefined && average !== 'mean') throw new Unread('average')
  return {
    type,
    ...rest,
    ...(fieldName === undefined ? {} : { column: fieldName }),
    ...(numRows === undefined ? {} : { rows: numRows }),
    ...(numFields === undefined ? {} : { fields: numFields }),
    ...(type === 'deviated-cell' || type === 'ascii-value' ? { columns: ignoreFields ?? [] } : {}),
  }
}

/** Their checks look at all columns but some; ours name the columns. */
function withColumns(check: Py, resource: Readonly<Record<string, Py>>): Py {
  const own = check as Record<string, Py>
  if (!Array.isArray(own['columns'])) return own
  const [head] = Array.isArray(resource['data']) ? resource['data'] : []
  if (!Array.isArray(head)) return { ...own, columns: ['*', ...own['columns']] }
  const ignored = own['columns']
  return { ...own, columns: head.filter((name) => !ignored.includes(name)) }
}

function camel(named: Readonly<Record<string, Py>>): Record<string, Py> {
  return Object.fromEntries(
    Object.entries(named).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, sign: string) => sign.toUpperCase()),
      value,
    ]),
  )
}

function isCall(value: Py | undefined): value is PyCall {
  return isRecord(value) && 'call' in value && 'named' in value
}

function isRecord(value: Py | undefined): value is { [key: string]: Py } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
