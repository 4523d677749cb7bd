import type { TableField } from '../../model/data/dataset.ts'
import { tableField } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import type { ReleaseFile } from '../../model/release/release.ts'
import type { Files } from '../files.ts'
import type { PrivacyGate } from '../privacy/privacy-gate.ts'
import { scanText } from '../privacy/scan.ts'
import { readTable } from '../table/table.ts'
import { frozenText } from './frozen-folder.ts'
import type { FrozenPackage, FrozenTable } from './frozen-package.ts'

/** What must never be published, whatever the rules of tables were when a release was made. */
const unpublishable = /^(?:PII-|TXT-|OBS-001$|OBS-010$)/

const prose =
  /\.(?:md|txt|bib|ris)$|^(?:codebook\.csv|datapackage\.json|csv-metadata\.json|dataset\.jsonld|dataset\.ttl|changes\.json)$/

/**
 * The judge of the live tables and texts over the files of a release. Other formats of a table are compared with its
 * CSV instead.
 */
export async function scanFrozen(
  files: Files,
  folder: string,
  own: readonly ReleaseFile[],
  described: FrozenPackage | undefined,
  gate: PrivacyGate,
): Promise<{ readonly issues: Issue[]; readonly rows: ReadonlyMap<string, number> }> {
  const issues: Issue[] = []
  const rows = new Map<string, number>()
  for (const { name } of own) {
    const file = folder + name
    const table = described?.resources.find(({ path }) => path === name)
    const frozen = files.frozen.get(file)
    if (table && frozen) {
      const resource = resourceOf(table)
      const read = await readTable({ file, resource, gate, open: () => frozen.open() })
      issues.push(...read.issues.filter(({ code }) => unpublishable.test(code)))
      if (read.table) rows.set(name, read.table.summary.rows)
    } else if (prose.test(name)) {
      const text = await frozenText(files, file)
      if (text !== undefined) issues.push(...scanText(text.replace(/^\ufeff/, ''), file, gate))
    }
  }
  return { issues, rows }
}

/** The columns with their types and nothing else: what a cell may be was judged when the release was made. */
function resourceOf({ name, path, schema, 'gongbao:profile': profile }: FrozenTable) {
  return {
    name,
    path,
    'gongbao:profile': profile === 'register' ? ('register' as const) : ('table' as const),
    schema: {
      fields: schema.fields.map(fieldOf),
      foreignKeys: [],
      missingValues: ['', ...(schema.missingValues ?? [])],
    },
  }
}

function fieldOf({ name, type }: FrozenTable['schema']['fields'][number]): TableField {
  return tableField.safeParse({ name, type }).data ?? tableField.parse({ name })
}
