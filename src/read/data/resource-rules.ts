import { schemaFault } from '../../issues/tbl.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'
import { columnsOf } from '../../model/data/table-rule.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import { columnsOfCheck, tableChecks } from '../table/table-checks.ts'
import { eachRecord } from '../table/table-records.ts'
import { tableRuleChecks } from '../table/table-rules.ts'
import { confidentialityCheck } from './confidentiality.ts'
import { declaredFaults } from './declared-file.ts'
import type { HeldTable } from './foreign-keys.ts'
import { resourceOf } from './foreign-keys.ts'

/**
 * What a resource asks of its rows together: `gongbao:rules`, `gongbao:checks` and `gongbao:confidentiality`, in a
 * second reading of the file, and only where they are declared and its cells are sound.
 */
export async function checkResourceRules(one: HeldTable, open: () => AsyncIterable<Uint8Array>): Promise<Issue[]> {
  const { table } = one.result
  const known = [...checkNames(one), ...(await checkDeclared(one, open))]
  const isSound = one.result.issues.every((found) => found.severity !== 'error')
  if (known.length > 0 || !table || !isSound) return known
  const resource = resourceOf(one)
  const { fields } = resource.schema
  const guard = resource['gongbao:confidentiality']
  const checks = [
    ...tableRuleChecks(resource['gongbao:rules'] ?? [], fields),
    ...tableChecks(resource['gongbao:checks'] ?? [], { header: table.header, fields, at: startOf(table.file) }),
    ...(guard ? [confidentialityCheck(guard, fields)] : []),
  ]
  if (checks.length === 0) return []
  await eachRecord(
    { file: table.file, header: table.header, missing: missingTexts(resource.schema) },
    open,
    (record) => {
      for (const check of checks) check.add(record)
    },
  )
  return checks.flatMap((check) => check.finish())
}

/** `bytes` and `hash`, where the descriptor promises them. */
async function checkDeclared(one: HeldTable, open: () => AsyncIterable<Uint8Array>): Promise<Issue[]> {
  const { table } = one.result
  if (!table) return []
  const at = (key: 'bytes' | 'hash') => one.descriptor.yaml.at(['resources', one.index, key])
  return declaredFaults(resourceOf(one), { path: table.file, bytes: table.summary.bytes, open }, at)
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1 }
}

/** Columns that the rules name and the schema does not have; the word for what is kept back must be a missing value. */
function checkNames(one: HeldTable): Issue[] {
  const { descriptor, index } = one
  const resource = resourceOf(one)
  const names = resource.schema.fields.map((field) => field.name)
  const fault = (zh: string, en: string, path: readonly (string | number)[], guess?: string) =>
    issue(schemaFault, descriptor.yaml.at(['resources', index, ...path]), {
      zh,
      en,
      ...(guess === undefined ? {} : { nearest: guess }),
    })
  const check = (columns: readonly string[], ...path: (string | number)[]) =>
    columns
      .filter((column) => !names.includes(column))
      .map((column) =>
        fault(`fields 里没有“${column}”列`, `there is no field “${column}”`, path, nearest(column, names)),
      )
  const guard = resource['gongbao:confidentiality']
  const guarded = guard
    ? [...guard.values, guard.count, ...(guard.share === undefined ? [] : [guard.share]), ...guard.by]
    : []
  const word = guard?.suppressed ?? ''
  const isMissingWord = !guard || missingTexts(resource.schema).includes(word)
  return [
    ...(resource['gongbao:rules'] ?? []).flatMap((rule, at) => check(columnsOf(rule), 'gongbao:rules', at)),
    ...(resource['gongbao:checks'] ?? []).flatMap((one, at) => {
      const columns = columnsOfCheck(one)
      if (columns) return check(columns, 'gongbao:checks', at)
      return [fault('这个算式读不懂', 'this formula cannot be read', ['gongbao:checks', at, 'formula'])]
    }),
    ...check(guarded, 'gongbao:confidentiality'),
    ...(isMissingWord
      ? []
      : [
          fault(
            `“${word}”要列在 missingValues 里，保密的单元格才不算数值错误`,
            `“${word}” must be one of missingValues`,
            ['gongbao:confidentiality'],
          ),
        ]),
  ]
}
