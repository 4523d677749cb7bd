import { z } from 'zod'
import { dangling } from '../../issues/ref.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { guesser } from '../../model/policy/suggest.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Region } from '../../model/register/region.ts'
import type { Source } from '../../model/register/source.ts'
import { show } from '../table/table-cell.ts'
import type { TableRow } from '../table/table-result.ts'
import { shapeOf } from '../text/schema-shape.ts'
import { rowReader } from './row-reader.ts'
import type { RegisterName } from './table-profile.ts'
import { registerKey, registerSchemas } from './table-profile.ts'

/** The four registers everything else refers to. */
export interface Registers {
  readonly regions: ReadonlyMap<string, Region>
  readonly organizations: ReadonlyMap<string, Organization>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sources: ReadonlyMap<string, Source>
  /** Registers that are empty, or whose file, ids or names could not be read: that has been reported, and what refers to them is not known. */
  readonly unread: ReadonlySet<RegisterName>
}

/** Rows of one register as records by id, each through the schema of the model. */
export function readRegister<N extends RegisterName>(name: N, rows: readonly TableRow[], header: readonly string[]) {
  const schema: z.ZodType = registerSchemas[name]
  const records = new Map<string, z.output<(typeof registerSchemas)[N]>>()
  const issues: Issue[] = []
  const read = rowReader(schema, {}, header)
  for (const row of rows) {
    const { value: sound, record, issues: faults } = read(row)
    const id = row.values.get(registerKey(name))
    issues.push(...faults)
    // A faulty row keeps its id, so that what refers to it is not reported too; such a site is never published.
    const value = sound ?? withDefaults(record, schema)
    if (id !== undefined && !records.has(id)) records.set(id, value as z.output<(typeof registerSchemas)[N]>)
  }
  return { records, issues }
}

/** References between registers that a cell with several values can hold; the rest are foreign keys. */
export function checkRegisterLists(name: RegisterName, rows: readonly TableRow[], registers: Registers): Issue[] {
  return rows.flatMap((row) => {
    const id = row.values.get('id') ?? ''
    const each = (kind: RegisterName, column: string, ids: readonly string[]) =>
      ids.flatMap((one) => checkRegisterReference(registers, kind, one, row.at(column)))
    if (name === 'organizations')
      return each('organizations', 'members', registers.organizations.get(id)?.members ?? [])
    if (name !== 'indicators') return []
    const near = registers.indicators.get(id)?.nearMatches ?? []
    return each(
      'indicators',
      'nearMatches',
      near.map((one) => one.indicator),
    )
  })
}

/** REF-001 for one reference to a register; nothing when it is absent or found. */
export function checkRegisterReference(
  registers: Registers,
  kind: RegisterName,
  id: string | undefined,
  at: Place,
): Issue[] {
  const register: ReadonlyMap<string, { readonly name?: string; readonly title?: string }> = registers[kind]
  if (id === undefined || register.has(id) || registers.unread.has(kind)) return []
  const guess = guesserOf(registers)(id, register.keys())
  const entry = guess === undefined ? undefined : register.get(guess)
  const name = entry?.name ?? entry?.title
  const near = guess === undefined ? {} : { nearest: guess, ...(name === undefined ? {} : { nearestName: name }) }
  return [issue(dangling, at, { kind: registerNames[kind], found: show(id), ...near })]
}

const guessers = new WeakMap<Registers, ReturnType<typeof guesser>>()

function guesserOf(registers: Registers): ReturnType<typeof guesser> {
  const known = guessers.get(registers) ?? guesser()
  guessers.set(registers, known)
  return known
}

/** The registers in words. */
export const registerNames = {
  regions: { zh: '区划', en: 'region' },
  organizations: { zh: '机构', en: 'organisation' },
  indicators: { zh: '指标', en: 'indicator' },
  sources: { zh: '来源', en: 'source' },
} as const satisfies Record<RegisterName, { zh: string; en: string }>

function withDefaults(record: Readonly<Record<string, unknown>>, schema: z.ZodType): Record<string, unknown> {
  const shape = Object.entries(shapeOf(schema) ?? {})
  // A text that is missing is an empty one, which is like no other: whoever reads names may rely on them.
  const fallback = (field: z.ZodType) => field.safeParse(undefined).data ?? (isRequiredText(field) ? '' : undefined)
  return { ...Object.fromEntries(shape.map(([key, field]) => [key, fallback(field)])), ...record }
}

function isRequiredText(field: z.ZodType): boolean {
  return field instanceof z.ZodString
}
