import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Web } from '../../src/foreign/csvw/validate.ts'
import { validateMetadata, validateTable } from '../../src/foreign/csvw/validate.ts'
import type { Issue } from '../../src/model/issue.ts'

interface Entry {
  readonly id: string
  readonly type: string // csvt:PositiveValidationTest and so on
  readonly name: string
  readonly action: string
  readonly httpLink?: string
  readonly contentType?: string
  readonly option?: { readonly metadata?: string }
}

const base = 'http://www.w3.org/2013/csvw/tests/'

/** What the server of the tests gives for the address at which a site says where its metadata is. */
const wellKnown = '{+url}-metadata.json\ncsv-metadata.json\n{+url}.json\ncsvm.json\n'

/** What each type of test asks of the problems found. */
const asks: Readonly<Record<string, (errors: number, warnings: number) => boolean>> = {
  Positive: (errors, warnings) => errors === 0 && warnings === 0,
  Warning: (errors, warnings) => errors === 0 && warnings > 0,
  Negative: (errors) => errors > 0,
  // Of those that only the second manifest has: what can be converted has no errors.
  ToJson: (errors) => errors === 0,
}

/** The share of tests that must pass. */
const least = 0.95

/**
 * Runs the validation tests of the W3C CSVW suite, and those of its manifest that is not normative. `folder`: its
 * `tests` folder, which stands for the address of the suite. Prints totals and every test that fails; returns the
 * exit code: 1 when more than 5 % of the validation tests fail.
 */
export async function csvw(folder: string): Promise<number> {
  const validation = await runManifest(folder, 'manifest-validation.jsonld')
  await runManifest(folder, 'manifest-nonnorm.jsonld')
  return validation >= least ? 0 : 1
}

/** The share of tests that pass. */
async function runManifest(folder: string, name: string): Promise<number> {
  process.stdout.write(`${name}\n`)
  const manifest = JSON.parse(await readFile(join(folder, name), 'utf8'))
  const entries: readonly Entry[] = manifest.entries
  const totals = new Map<string, [passed: number, all: number]>()
  for (const entry of entries) {
    const kind = /csvt:(ToJson|Positive|Warning|Negative)/.exec(entry.type)?.[1] ?? entry.type
    const issues = await run(entry, folder)
    const count = (severity: string) => issues.filter((one) => one.severity === severity).length
    const isPassed = asks[kind]?.(count('error'), count('warning')) ?? false
    const [passed, all] = totals.get(kind) ?? [0, 0]
    totals.set(kind, [passed + Number(isPassed), all + 1])
    if (!isPassed) print(entry, kind, issues)
  }
  const passed = [...totals.values()].reduce((sum, [count]) => sum + count, 0)
  for (const [kind, [count, all]] of totals) process.stdout.write(`  ${kind}: ${count} of ${all}\n`)
  process.stdout.write(`  all: ${passed} of ${entries.length}\n`)
  return passed / entries.length
}

function run(entry: Entry, folder: string): Promise<Issue[]> {
  const web = suiteWeb(folder, entry)
  const metadata = entry.option?.metadata
  if (metadata !== undefined) return validateMetadata(base + metadata, web)
  return entry.action.endsWith('.json')
    ? validateMetadata(base + entry.action, web)
    : validateTable(base + entry.action, web)
}

/** The addresses of the suite, served from its folder. A query belongs to the name: only the table tested has one. */
function suiteWeb(folder: string, entry: Entry): Web {
  const load = async (url: string) => {
    if (!url.startsWith(base)) return undefined
    const path = url.slice(base.length)
    return readFile(join(folder, path === entry.action ? path.replace(/\?.*$/, '') : path)).catch(() => undefined)
  }
  return {
    nameOf: (url) => (url.startsWith(base) ? url.slice(base.length) : url),
    reaches: async () => 'here',
    read: async (url) =>
      url === 'http://www.w3.org/.well-known/csvm' ? wellKnown : (await load(url))?.toString('utf8'),
    table: async (url) => {
      const bytes = await load(url)
      const isTested = url === base + entry.action
      return (
        bytes && {
          contentType: isTested ? entry.contentType : undefined,
          link: isTested ? entry.httpLink : undefined,
          open: async function* () {
            yield bytes
          },
        }
      )
    },
  }
}

function print(entry: Entry, kind: string, issues: readonly Issue[]): void {
  process.stdout.write(`  ${entry.id.replace(/.*#/, '')} ${kind}: ${entry.name}\n`)
  for (const one of issues.slice(0, 3)) {
    process.stdout.write(`    ${one.code} ${one.severity} ${one.file}:${one.line}:${one.column} ${one.message.en}\n`)
  }
}
