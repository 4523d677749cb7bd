import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkPackage } from '../../src/foreign/package/check.ts'
import type { Issue } from '../../src/model/issue.ts'
import type { Expectation } from './frictionless-tests.ts'
import { frictionlessTests } from './frictionless-tests.ts'

/** Our codes in the words of Frictionless; what is not here is ours alone (a byte order mark, say). */
const typeOf: Readonly<Record<string, string>> = {
  'TBL-001': 'source-error',
  'TBL-002': 'missing-label',
  'TBL-003': 'extra-label',
  'TBL-004': 'duplicate-label',
  'TBL-005': 'blank-label',
  'TBL-006': 'blank-row',
  'TBL-011': 'type-error',
  'TBL-012': 'type-error',
  'TBL-013': 'constraint-error',
  'TBL-014': 'constraint-error',
  'TBL-015': 'constraint-error',
  'TBL-016': 'constraint-error',
  'TBL-017': 'constraint-error',
  'TBL-018': 'constraint-error',
  'TBL-019': 'constraint-error',
  'TBL-020': 'unique-error',
  'TBL-021': 'primary-key',
  'TBL-022': 'foreign-key',
  'TBL-023': 'type-error',
  'TBL-024': 'type-error',
  'TBL-025': 'type-error',
  'TBL-028': 'source-error',
  'TBL-033': 'incorrect-label',
  'TBL-034': 'constraint-error',
  'TBL-035': 'truncated-value',
  'TBL-036': 'byte-count',
  'TBL-037': 'hash-count',
  'TBL-038': 'table-dimensions',
  'TBL-039': 'required-value',
  'TBL-040': 'deviated-value',
  'TBL-041': 'deviated-cell',
  'TBL-042': 'forbidden-value',
  'TBL-043': 'sequential-value',
  'TBL-044': 'ascii-value',
  'TBL-045': 'row-constraint',
  'TBL-046': 'duplicate-row',
  'OBS-002': 'cell-count',
  'PKG-002': 'metadata-error',
  'PKG-003': 'metadata-error',
  'PKG-006': 'encoding-error',
  'PKG-007': 'compression-error',
  'PKG-008': 'source-error',
  'DOC-002': 'metadata-error',
  'DOC-019': 'metadata-error',
}

/** Types that stand for one thing here. */
const same: Readonly<Record<string, string>> = {
  'extra-cell': 'cell-count',
  'missing-cell': 'cell-count',
  'row-count': 'table-dimensions',
  'field-count': 'table-dimensions',
  'package-error': 'metadata-error',
  'resource-error': 'metadata-error',
  'schema-error': 'metadata-error',
  'field-error': 'metadata-error',
  'dialect-error': 'metadata-error',
  'check-error': 'metadata-error',
  'blank-header': 'source-error',
  'format-error': 'source-error',
}

/** Where we differ on purpose, by the name of the test. */
const known: Readonly<Record<string, string>> = {
  test_validate_baseline_stats_hash_invalid: 'a hash that is no hash breaks the profile, before any file is read',
  test_resource_validate_stats_hash_invalid: 'a hash that is no hash breaks the profile, before any file is read',
  test_validate_deviated_cell_1066: 'the delimiter is not declared; we do not guess it',
  test_validate_deviated_cell_using_descriptor: 'the delimiter is not declared; we do not guess it',
  test_validate_deviated_cell_small_cell_size: 'theirs looks at cells above 5,000 characters only',
  test_validate_required_value_found_datetime: 'types are not inferred: texts are compared',
  test_validate_required_value_found_datetime_descriptor: 'types are not inferred: texts are compared',
  test_validate_row_constraint_incorrect_constraint: 'a formula that cannot be read is a fault of the descriptor',
  test_validate_row_constraint_list_in_formula_issue_817: 'formulas are our own language, not Python',
  test_validate_deviated_value_not_a_number: 'texts in a column of numbers are faults of their own',
  test_resource_validate_table_is_invalid_issue_312: 'the cells of XLSX files are not read (PKG-009)',
  test_resource_validate_scheme_invalid: 'a scheme that is not known is an unsafe path (PKG-003)',
  test_resource_validate_schema_primary_key_error_composite:
    'no part of a primary key may be missing, as the standard says',
  test_resource_validate_schema_unique_error: 'a primary key that is unique as well is reported once',
  test_resource_validate_schema_primary_key_and_unique_error: 'a primary key that is unique as well is reported once',
  test_resource_validate_duplicate_labels_ignoring_header_case:
    'header_case is an option of theirs, not of the standard',
  test_resource_validate_fields_only_distinguished_by_case_are_rejected:
    'header_case is an option of theirs, not of the standard',
}

/** Runs the tests of frictionless-py that can be read; prints each difference and returns how many were not expected. */
export async function frictionless(folder: string): Promise<number> {
  const { expectations, unread, all } = frictionlessTests(folder)
  let differing = 0
  let passed = 0
  let explained = 0
  for (const one of expectations) {
    const said = await difference(one, folder)
    if (said === undefined) passed++
    else if (known[one.name] !== undefined) {
      explained++
      process.stdout.write(`known      ${one.name}: ${known[one.name]}\n`)
    } else {
      differing++
      process.stdout.write(`different  ${one.file} ${one.name}: ${said}\n`)
    }
  }
  process.stdout.write(
    `frictionless-py: ${all} tests that validate; ${expectations.length} read, ${unread} not (plugins, detectors, ` +
      `network, custom checks); ${passed} agree, ${explained} differ for a known reason, ${differing} otherwise\n`,
  )
  return differing
}

/** What a package gives against what was expected; undefined where both are the same. */
async function difference(one: Expectation, folder: string): Promise<string | undefined> {
  const { types, picked } = one
  const issues = await check(one, folder)
  const isTruncation = JSON.stringify(one.descriptor).includes('truncated-value')
  const found = issues
    .flatMap(({ code }) => typeOf[code] ?? [])
    .filter((type) => type !== 'truncated-value' || isTruncation)
  if (types === undefined) return found.length > 0 ? undefined : 'expected to be invalid, found nothing'
  const expected = withoutShadows(types)
  const ours = withoutShadows(found).filter((type) => !picked || picked.some((name) => (same[name] ?? name) === type))
  if (expected.join() === ours.join()) return undefined
  return `expected ${expected.join(' ') || 'nothing'}, found ${ours.join(' ') || 'nothing'}`
}

/** Distinct types in order. A column too many or too few is one fault; there every row says it again. */
function withoutShadows(types: readonly string[]): string[] {
  const all = new Set(types.map((type) => same[type] ?? type))
  if (all.has('extra-label') || all.has('missing-label')) all.delete('cell-count')
  return [...all].sort()
}

async function check({ descriptor }: Expectation, folder: string): Promise<readonly Issue[]> {
  const place = mkdtempSync(join(tmpdir(), 'gongbao-frictionless-'))
  try {
    symlinkSync(resolve(folder, 'data'), join(place, 'data'))
    writeFileSync(join(place, 'datapackage.json'), JSON.stringify(spelledOut(descriptor, folder)))
    return (await checkPackage(place)).issues
  } finally {
    rmSync(place, { recursive: true })
  }
}

/** Columns that could not be known before: those of the header in the file. Checks that are always on are left out. */
function spelledOut(descriptor: Expectation['descriptor'], folder: string): unknown {
  const resources = (descriptor['resources'] as Record<string, unknown>[]).map((resource) => {
    const checks = (resource['gongbao:checks'] ?? []) as Record<string, unknown>[]
    const columns = (named: unknown) => {
      const [first, ...ignored] = named as string[]
      if (first !== '*') return named
      const head = readFileSync(join(folder, String(resource['path'])), 'utf8').split(/\r?\n/, 1)[0] ?? ''
      return head.split(',').filter((name) => !ignored.includes(name))
    }
    const own = checks
      .filter((one) => one['type'] !== 'truncated-value')
      .map((one) => (one['columns'] === undefined ? one : { ...one, columns: columns(one['columns']) }))
    return {
      ...resource,
      'gongbao:checks': own,
      'x-truncated': checks.length !== own.length ? 'truncated-value' : undefined,
    }
  })
  return { ...descriptor, resources }
}
