import type { TableField } from '../../model/data/dataset.ts'

/** A datatype of CSVW (https://www.w3.org/TR/tabular-metadata/#datatypes): its name, or a base with what narrows it. */
export type CsvwDatatype = string | Readonly<Record<string, unknown>>

/**
 * The datatype of a column. A form of writing that CSVW has no word for becomes text, which promises less and
 * refuses no valid cell. Lists have the type of their items. `held` are all values there are, where they are known.
 */
export function csvwDatatype(field: TableField, held?: ReadonlySet<string>): CsvwDatatype {
  const { type, constraints } = field
  switch (type === 'list' ? (field.itemType ?? 'string') : type) {
    case 'integer':
      return numeric(field, 'integer')
    case 'number':
      return numeric(field, 'number')
    case 'boolean':
      return booleanType(field, held)
    case 'date':
      return dated(field, 'date', dateForms)
    case 'datetime':
      return dated(field, 'dateTime', dateTimeForms)
    case 'time':
      return dated(field, 'time', timeForms)
    case 'year':
      return narrowed('gYear', {})
    case 'yearmonth':
      return narrowed('gYearMonth', {})
    case 'duration':
      return narrowed('duration', {})
    case 'object':
    case 'array':
    case 'geojson':
      return 'json'
    case 'string':
      return field.format === 'uri' ? narrowed('anyURI', { format: textForm(constraints) }) : text(field)
    default:
      return 'string'
  }
}

function text({ constraints }: TableField): CsvwDatatype {
  const { minLength, maxLength } = constraints
  return narrowed('string', { format: textForm(constraints), minLength, maxLength })
}

/** CSVW has no list of values and no anchors: both are written into the expression. */
function textForm({ pattern, enum: values }: TableField['constraints']): string | undefined {
  if (values) return `^(?:${values.map((one) => escaped(String(one))).join('|')})$`
  return pattern === undefined ? undefined : `^(?:${pattern})$`
}

function numeric({ constraints, decimalChar, groupChar, bareNumber }: TableField, base: string): CsvwDatatype {
  if (bareNumber === false) return 'string'
  const signs = { ...(decimalChar && { decimalChar }), ...(groupChar && { groupChar }) }
  return narrowed(base, { ...(Object.keys(signs).length > 0 && { format: signs }), ...bounds(constraints, Number) })
}

/** CSVW reads true, false, 1 and 0, or one word for each value; Table Schema several, which is an expression. */
function booleanType({ trueValues, falseValues }: TableField, held: ReadonlySet<string> | undefined): CsvwDatatype {
  const [yes, no] = [trueValues ?? ['true', 'True', 'TRUE', '1'], falseValues ?? ['false', 'False', 'FALSE', '0']]
  const isPair = yes.length === 1 && no.length === 1 && ![...yes, ...no].some((one) => one.includes('|'))
  if (isPair) return { base: 'boolean', format: `${yes[0]}|${no[0]}` }
  const isPlain = !trueValues && !falseValues && held && [...held].every((one) => /^(?:true|false|1|0)$/.test(one))
  return isPlain ? 'boolean' : { base: 'string', format: `^(?:${[...yes, ...no].map(escaped).join('|')})$` }
}

/** Forms of strptime, as Table Schema writes them, in the letters of CSVW; `default` needs none. */
const dateForms: Readonly<Record<string, string>> = {
  '%Y-%m-%d': 'yyyy-MM-dd',
  '%Y%m%d': 'yyyyMMdd',
  '%d-%m-%Y': 'dd-MM-yyyy',
  '%m-%d-%Y': 'MM-dd-yyyy',
  '%d/%m/%Y': 'dd/MM/yyyy',
  '%m/%d/%Y': 'MM/dd/yyyy',
  '%d.%m.%Y': 'dd.MM.yyyy',
  '%m.%d.%Y': 'MM.dd.yyyy',
}
const timeForms: Readonly<Record<string, string>> = { '%H:%M:%S': 'HH:mm:ss', '%H%M%S': 'HHmmss', '%H:%M': 'HH:mm' }
const dateTimeForms: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(dateForms).flatMap(([day, dayForm]) =>
    Object.entries(timeForms).flatMap(([time, timeForm]) =>
      [' ', 'T'].map((between) => [day + between + time, dayForm + between + timeForm]),
    ),
  ),
)

function dated(
  { format, constraints }: TableField,
  base: string,
  forms: Readonly<Record<string, string>>,
): CsvwDatatype {
  if (format === undefined || format === 'default') return narrowed(base, bounds(constraints, String))
  const form = forms[format]
  return form ? narrowed(base, { format: form, ...bounds(constraints, String) }) : 'string'
}

function bounds(constraints: TableField['constraints'], value: (bound: string | number) => string | number) {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = constraints
  const named = { minimum, maximum, minExclusive: exclusiveMinimum, maxExclusive: exclusiveMaximum }
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, one]) => (one === undefined ? [] : [[name, value(one)]])),
  )
}

function narrowed(base: string, given: Readonly<Record<string, unknown>>): CsvwDatatype {
  const facets = Object.entries(given).filter(([, value]) => value !== undefined)
  return facets.length > 0 ? { base, ...Object.fromEntries(facets) } : base
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
