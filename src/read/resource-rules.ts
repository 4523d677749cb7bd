import { missingTexts } from '../model/dataset.ts'
import type { Issue } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { schemaFault } from '../model/issues/tbl.ts'
import { nearest } from '../model/suggest.ts'
import { columnsOf } from '../model/table-rule.ts'
import { confidentialityCheck } from './confidentiality.ts'
import type { HeldTable } from './foreign-keys.ts'
import { resourceOf } from './foreign-keys.ts'
import { eachRecord } from './table-records.ts'
import { tableRuleChecks } from './table-rules.ts'

/**
 * What a resource asks of its rows together: `gongbao:rules` and `gongbao:confidentiality`, in a second reading of
 * the file, and only where they are declared and its cells are sound.
 */
export async function checkResourceRules(one: HeldTable, open: () => AsyncIterable<Uint8Array>): Promise<Issue[]> {
  const resource = resourceOf(one)
  const { table } = one.result
  const [rules = [], guard] = [resource['gongbao:rules'], resource['gongbao:confidentiality']]
  const unknown = checkNames(one)
  const isSound = one.result.issues.every((found) => found.severity !== 'error')
  if (unknown.length > 0 || !table || !isSound || (rules.length === 0 && !guard)) return unknown
  const { fields } = resource.schema
  const checks = [...tableRuleChecks(rules, fields), ...(guard ? [confidentialityCheck(guard, fields)] : [])]
  await eachRecord(
    { file: table.file, header: table.header, missing: missingTexts(resource.schema) },
    open,
    (record) => {
      for (const check of checks) check.add(record)
    },
  )
  return checks.flatMap((check) => check.finish())
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
