import { createHash } from 'node:crypto'
import { frozenFile } from '../../issues/rel.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { ReleaseEntry, ReleaseFile } from '../../model/release/release.ts'
import type { Files, TableFile } from '../files.ts'
import { firstWrongRow } from '../table/wrong-row.ts'
import { frozenFolder } from './frozen-folder.ts'
import { savedAgain } from './saved-again.ts'

/**
 * REL-001: every file of every release is there, byte for byte, and none beside them. Bytes are streamed. For a CSV
 * the first row that cannot be right is named, where the same table in the other CSV of the release is still whole;
 * where a program has only written the same text in another form, that is said.
 */
export async function checkFrozenFiles(
  files: Files,
  dataset: string,
  entries: readonly ReleaseEntry[],
): Promise<Issue[]> {
  const issues: Issue[] = []
  const listed = new Set<string>()
  for (const { version, files: own } of entries) {
    const folder = frozenFolder(dataset, version)
    for (const file of own) {
      const path = folder + file.name
      listed.add(path)
      const frozen = files.frozen.get(path)
      const at = { file: path, line: 1, column: 1 }
      if (!frozen) issues.push(issue(frozenFile, at, { what: 'missing', name: file.name, version }))
      else {
        const found = await checksum(frozen)
        if (found === file.sha256) continue
        const params = { what: 'changed', name: file.name, version, recorded: file.sha256, found } as const
        const how = await savedAgain(frozen, file.sha256)
        const wrong = how ? undefined : await wrongRow(files, folder, own, file)
        issues.push(
          issue(
            frozenFile,
            wrong ? { ...at, line: wrong.line } : at,
            wrong ? { ...params, was: wrong.was, is: wrong.is } : { ...params, how },
          ),
        )
      }
    }
  }
  for (const path of files.frozen.keys()) {
    if (!path.startsWith(`data/${dataset}/releases/`) || listed.has(path)) continue
    const [version = '', ...rest] = path.split('/').slice(3)
    const name = rest.join('/') || version
    issues.push(issue(frozenFile, { file: path, line: 1, column: 1 }, { what: 'extra', name, version }))
  }
  return issues
}

/** By the two CSVs of one table: `t.csv` and `t.excel.csv`. */
async function wrongRow(files: Files, folder: string, own: readonly ReleaseFile[], { name }: ReleaseFile) {
  const isExcel = name.endsWith('.excel.csv')
  if (!name.endsWith('.csv')) return undefined
  const other = isExcel ? name.replace(/\.excel\.csv$/, '.csv') : name.replace(/\.csv$/, '.excel.csv')
  const recorded = own.find((file) => file.name === other)
  const [damaged, whole] = [files.frozen.get(folder + name), files.frozen.get(folder + other)]
  if (!recorded || !damaged || !whole || (await checksum(whole)) !== recorded.sha256) return undefined
  return firstWrongRow(damaged, whole)
}

async function checksum(file: TableFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.open()) hash.update(chunk)
  return hash.digest('hex')
}
