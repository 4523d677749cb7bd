import type { z } from 'zod'
import { dangling, duplicateId } from '../../issues/ref.ts'
import { missingTable } from '../../issues/tbl.ts'
import type { Dataset, Table, TableProfile } from '../../model/data/dataset.ts'
import { scopeOf } from '../../model/data/dataset-scope.ts'
import { eventRow } from '../../model/data/event.ts'
import { project } from '../../model/data/project.ts'
import { projectMilestone } from '../../model/data/project-milestone.ts'
import { scorecard } from '../../model/data/scorecard.ts'
import { serviceItem } from '../../model/data/service-item.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Site } from '../../model/site.ts'
import type { Files } from '../files.ts'
import { createIssueList } from '../issue-list.ts'
import type { PrivacyGate } from '../privacy/privacy-gate.ts'
import { withReleases } from '../release/dataset-releases.ts'
import { readTable } from '../table/table.ts'
import type { TableResult, TableRow } from '../table/table-result.ts'
import { checkPaths, readDescriptors } from './data-descriptors.ts'
import { checkAnnounced, checkCycle, checkDescription } from './dataset-promises.ts'
import type { Descriptor } from './descriptor.ts'
import type { HeldTable } from './foreign-keys.ts'
import { checkForeignKeys, referencesTo, resourceOf } from './foreign-keys.ts'
import { checkGrowth } from './observation-growth.ts'
import { checkSeries, checkSubsets, checkSums } from './observation-rules.ts'
import type { ObservedRow } from './observations.ts'
import { readObservations } from './observations.ts'
import type { Registers } from './registers.ts'
import { checkRegisterLists, checkRegisterReference, readRegister } from './registers.ts'
import { checkResourceRules } from './resource-rules.ts'
import { readRows } from './row-reader.ts'
import { checkSubject } from './subjects.ts'
import type { RegisterName } from './table-profile.ts'
import { checkedSchema, isRegister, registerKey } from './table-profile.ts'
import { withoutWithheld } from './withheld.ts'

type Held = 'datasets' | 'observations' | 'services' | 'projects' | 'milestones' | 'scorecards' | 'events'

/** Everything that `data/` holds. */
export interface Datasets extends Registers, Pick<Site, Held> {
  readonly issues: readonly Issue[]
}

/** Reads every dataset below `data/`: descriptors first, then each table once, then what ties them together. */
export async function readDatasets(
  files: Files,
  {
    asOf,
    today = asOf,
    gate,
    releasing,
  }: {
    readonly asOf: string
    readonly today?: string
    readonly gate: PrivacyGate
    /** Tables may differ from their last release. */
    readonly releasing?: boolean
  },
): Promise<Datasets> {
  const issues = createIssueList()
  const descriptors = readDescriptors(files, issues.add)
  issues.add(...checkPaths(files, descriptors))
  const held: HeldTable[] = []
  for (const descriptor of descriptors) {
    for (const index of descriptor.value.resources.keys()) {
      const result = await readResource(files, descriptors, descriptor, index, gate)
      if (!result) continue
      issues.add(...result.issues)
      held.push({ descriptor, index, result })
    }
  }
  for (const one of held) {
    const file = files.tables.get(one.result.table?.file ?? '')
    if (file) issues.add(...(await checkResourceRules(one, () => file.open())))
  }
  const isWhole = [...files.texts.keys()].every(
    (file) => !/^data\/[^/]+\/datapackage\.yaml$/.test(file) || descriptors.some((one) => one.file === file),
  )
  const registers = readRegisters(held, isWhole, issues.add)
  issues.add(...checkForeignKeys(held))
  const open = held.filter(({ descriptor }) => descriptor.value.gongbao.disclosure === '无条件开放')
  const observed = open.flatMap((one) => observedRows(one, today, registers, issues.add))
  issues.add(...checkSeries(observed, registers))
  const read = <S extends z.ZodType>(profile: TableProfile, schema: S, check?: (row: TableRow) => readonly Issue[]) =>
    open.filter(isOf(profile)).flatMap(({ descriptor, result }) => {
      const { values, issues: found } = readRows(result.rows, schema, { dataset: descriptor.id }, check)
      issues.add(...found)
      return values
    })
  const services = read('services', serviceItem)
  const projects = read('projects', project)
  const subjects = {
    projects: new Set(held.filter(isOf('projects')).flatMap(({ result }) => idsIn(result))),
    regions: new Set(registers.regions.keys()),
    unread: registers.unread.has('regions'),
  }
  const ofProject = { projects: subjects.projects }
  const milestones = read('milestones', projectMilestone, (row) => checkSubject(row, 'project', ofProject))
  const scorecards = read('scorecards', scorecard, (row) => checkSubject(row, 'subject', subjects))
  const events = read('events', eventRow).map((row) => ({
    ...row,
    end: row.end ?? row.start,
    subject: { type: 'event' as const, id: row.id },
  }))
  for (const one of open) issues.add(...checkRowReferences(one, registers))
  for (const profile of ['services', 'projects', 'events']) issues.add(...checkIds(open.filter(isOf(profile))))
  const scopes = new Map(
    [...Map.groupBy(observed, ({ observation }) => observation.dataset)].map(([id, rows]) => [
      id,
      scopeOf(
        rows.map(({ observation }) => observation),
        registers.regions,
      ),
    ]),
  )
  for (const descriptor of descriptors)
    issues.add(
      ...checkDescription(descriptor),
      ...checkCycle(descriptor, asOf),
      ...checkAnnounced(descriptor, registers),
    )
  const datasets = await withReleases(
    new Map(descriptors.map((one) => [one.id, { ...toDataset(one, open), scope: scopes.get(one.id) }])),
    descriptors,
    files,
    { asOf, today, gate, releasing },
    issues,
  )
  return {
    ...registers,
    datasets,
    observations: observed.map((row) => row.observation),
    services,
    projects,
    milestones,
    scorecards,
    events,
    issues: withoutDoubles(issues.all()),
  }
}

type Add = (...issues: readonly Issue[]) => void

async function readResource(
  files: Files,
  descriptors: readonly Descriptor[],
  descriptor: Descriptor,
  index: number,
  gate: PrivacyGate,
): Promise<TableResult | undefined> {
  const resource = resourceOf({ descriptor, index })
  const file = `data/${descriptor.id}/${resource.path}`
  const table = files.tables.get(file)
  if (!table) {
    if (descriptor.value.gongbao.disclosure !== '无条件开放') return undefined
    const near = [...files.tables.keys()].flatMap((path) =>
      path.startsWith(`data/${descriptor.id}/`) ? [path.split('/').at(-1) ?? ''] : [],
    )
    const guess = nearest(resource.path, near)
    const at = descriptor.yaml.at(['resources', index, 'path'])
    const params = { path: file, ...(guess === undefined ? {} : { nearest: guess }) }
    return { rows: [], keys: [], uses: [], issues: [issue(missingTable, at, params)] }
  }
  return readTable({
    file,
    resource,
    schema: checkedSchema(resource),
    open: () => table.open(),
    keepRows: resource['gongbao:profile'] !== 'table',
    referenced: referencesTo(descriptors, descriptor.id, resource.name),
    gate,
  })
}

/** `isWhole`: every descriptor could be read; else a register that is missing may be one of theirs. */
function readRegisters(held: readonly HeldTable[], isWhole: boolean, add: Add): Registers {
  const tables = held.filter(isOf('register'))
  const unread = new Set<RegisterName>()
  const read = <N extends RegisterName>(name: N) => {
    const table = tables.find((one) => resourceOf(one).name === name)
    const { header = [], summary } = table?.result.table ?? {}
    const declared = table ? resourceOf(table).schema.fields.map((field) => field.name) : []
    const absent = [registerKey(name), 'name', 'shortNames'].filter((key) => !header.includes(key))
    // Documents call organisations by their names, all else goes by the key.
    const needed = name === 'organizations' ? declared : [registerKey(name)]
    const isKnown = table ? summary?.rows !== 0 && !absent.some((key) => needed.includes(key)) : isWhole
    if (!isKnown) unread.add(name)
    const { records, issues } = readRegister(name, table?.result.rows ?? [], header)
    add(...issues)
    return records
  }
  const registers = {
    regions: read('regions'),
    organizations: read('organizations'),
    indicators: read('indicators'),
    sources: read('sources'),
    unread,
  }
  for (const one of tables) {
    const { name } = resourceOf(one)
    if (isRegister(name)) add(...checkRegisterLists(name, one.result.rows, registers))
  }
  return registers
}

function observedRows(one: HeldTable, today: string, registers: Registers, add: Add): ObservedRow[] {
  const { descriptor, index, result } = one
  const resource = resourceOf(one)
  if (resource['gongbao:profile'] !== 'observations') return []
  const tables = descriptor.value.resources.filter((other) => other['gongbao:profile'] === 'observations')
  const idPrefix = tables.length > 1 ? `${descriptor.id}/${resource.name}/` : `${descriptor.id}/`
  const { rows, issues } = readObservations(result.rows, { dataset: descriptor.id, idPrefix, today, registers })
  const { 'gongbao:sums': sums = [], 'gongbao:growth': growth = [], 'gongbao:subsets': subsets = [] } = resource
  add(...issues, ...checkSums(rows, sums), ...checkGrowth(rows, growth), ...checkSubsets(rows, subsets, registers))
  const known = (ids: readonly string[], ...path: (string | number)[]) =>
    ids.flatMap((id) =>
      checkRegisterReference(registers, 'indicators', id, descriptor.yaml.at(['resources', index, ...path])),
    )
  for (const [at, rule] of sums.entries()) add(...known([rule.total.indicator, ...rule.parts], 'gongbao:sums', at))
  for (const [at, rule] of growth.entries()) add(...known([rule.value, rule.growth], 'gongbao:growth', at))
  for (const [at, rule] of subsets.entries()) add(...known([rule.part, rule.of], 'gongbao:subsets', at))
  return rows
}

/** Which columns refer to a register, by profile, whether or not the descriptor declares it. */
const rowReferences: Readonly<Partial<Record<TableProfile, Readonly<Record<string, RegisterName>>>>> = {
  services: { region: 'regions', source: 'sources', organization: 'organizations' },
  projects: { region: 'regions', source: 'sources', owner: 'organizations' },
  milestones: { source: 'sources' },
  scorecards: { source: 'sources' },
  events: { region: 'regions', source: 'sources' },
}

function checkRowReferences(one: HeldTable, registers: Registers): Issue[] {
  const columns = Object.entries(rowReferences[resourceOf(one)['gongbao:profile']] ?? {})
  return one.result.rows.flatMap((row) =>
    columns.flatMap(([column, kind]) =>
      row.faulty.has(column) ? [] : checkRegisterReference(registers, kind, row.values.get(column), row.at(column)),
    ),
  )
}

/** Ids of rows, those of rows with a fault elsewhere as well. */
function idsIn(result: TableResult): string[] {
  return result.rows.flatMap(({ values }) => values.get('id') ?? [])
}

/** REF-008: within one table the primary key holds ids apart, between tables of one profile nothing else does. */
function checkIds(held: readonly HeldTable[]): Issue[] {
  const firsts = new Map<string, string>()
  return held.flatMap(({ result }) =>
    result.rows.flatMap((row) => {
      const id = row.values.get('id') ?? ''
      const file = result.table?.file ?? ''
      const first = firsts.get(id) ?? file
      firsts.set(id, first)
      return first === file ? [] : [issue(duplicateId, row.at('id'), { id, first })]
    }),
  )
}

/** A restricted dataset is listed, but none of its tables is. */
function toDataset({ id, file, value }: Descriptor, open: readonly HeldTable[]): Dataset {
  const tables = open.flatMap(({ descriptor, result }): Table[] =>
    descriptor.id === id && result.table ? [withoutWithheld(result.table)] : [],
  )
  const { resources: _, ...rest } = value
  return { ...rest, id, file, tables, releases: [] }
}

function isOf(profile: string) {
  return (one: HeldTable) => resourceOf(one)['gongbao:profile'] === profile
}

/** A reference may be declared as a foreign key and belong to the profile as well: one fault, one line. */
function withoutDoubles(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>()
  return issues.filter((one) => {
    if (one.code !== dangling.code) return true
    const key = `${one.file}:${one.line}:${one.column}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
