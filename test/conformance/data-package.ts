import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { checkPackage } from '../../src/foreign/package/check.ts'
import type { Issue } from '../../src/model/issue.ts'
import { frictionless } from './frictionless.ts'

/** Where an official profile and the text of the standard part, and we follow the text. */
const known: Readonly<Record<string, string>> = {
  'geo-countries': 'its data file is not part of the snapshot',
}

type Version = '1.0' | '2.0'
type Profiles = Readonly<Record<Version, (value: unknown) => boolean>>

/**
 * Compares our judgement of Data Packages with the official profiles and the tests of frictionless-py. `folders`:
 * a folder that holds `datapackage` (the profiles), `example-data-packages`, `gdp`, `population`,
 * `s-and-p-500-companies` and `frictionless-py`, then folders of a built site. Prints a table, returns the exit code.
 */
export async function dataPackages([peers = '', ...dists]: readonly string[]): Promise<number> {
  const profiles = readProfiles(join(peers, 'datapackage/public/profiles'))
  const own = ['gdp', 'population', 's-and-p-500-companies']
  const faults = [
    await compareExamples(join(peers, 'example-data-packages'), profiles),
    await compareClean(
      own.map((name) => join(peers, name)),
      profiles,
    ),
    await frictionless(join(peers, 'frictionless-py')),
  ]
  for (const dist of dists) {
    const emitted = globSync('data/*/{latest,*.*.*}/datapackage.json', { cwd: dist }).sort()
    faults.push(
      await compareClean(
        emitted.map((path) => join(dist, path)),
        profiles,
        '2.0',
      ),
    )
    if (emitted.length === 0) faults.push(1)
  }
  const sum = faults.reduce((so, count) => so + count, 0)
  process.stdout.write(sum === 0 ? 'data-package: no unexpected difference\n' : `data-package: ${sum} unexpected\n`)
  return sum === 0 ? 0 : 1
}

function readProfiles(folder: string): Profiles {
  const compile = (version: Version) => {
    const ajv = new Ajv({ strict: false, logger: false })
    addFormats.default(ajv)
    return ajv.compile(JSON.parse(readFileSync(join(folder, version, 'datapackage.json'), 'utf8')))
  }
  return { '1.0': compile('1.0'), '2.0': compile('2.0') }
}

/** The examples: what profile 2.0 says of the descriptor, the profile of its own version, and we. */
async function compareExamples(folder: string, profiles: Profiles): Promise<number> {
  let unexpected = 0
  const count = { valid: 0, invalid: 0, agree: 0 }
  for (const path of globSync('*/datapackage.json', { cwd: folder }).sort()) {
    const name = path.split(/[/\\]/)[0] ?? ''
    const text = readFileSync(join(folder, path), 'utf8')
    const official = profiles['2.0'](JSON.parse(text))
    const { issues } = await checkPackage(join(folder, path))
    const said = descriptorFaults(issues, join(folder, path))
    const ours = said.length === 0
    count[official ? 'valid' : 'invalid']++
    // A descriptor that is valid must pass as a whole, its tables included.
    const isSame = official === ours && (!official || issues.every((one) => one.severity !== 'error'))
    if (isSame) count.agree++
    else if (known[name] === undefined) unexpected++
    const reason = said.length > 0 ? said.map((one) => `${one.line}:${one.column} ${one.message.en}`)[0] : ''
    const note = isSame ? '' : `  (${known[name] ?? 'UNEXPECTED'})`
    process.stdout.write(
      `${official ? 'valid  ' : 'invalid'}  ${ours ? 'passes' : 'fails '}  ${name}  ${reason}${note}\n`,
    )
  }
  const all = count.valid + count.invalid
  process.stdout.write(
    `examples: ${count.valid} valid, ${count.invalid} invalid by profile 2.0; ${count.agree} of ${all} agree\n`,
  )
  return all === 0 ? 1 : unexpected
}

/** Packages that must pass unchanged, in the eyes of the official profile as well. */
async function compareClean(paths: readonly string[], profiles: Profiles, version?: Version): Promise<number> {
  let unexpected = 0
  for (const path of paths) {
    const { issues, files } = await checkPackage(path)
    const file = path.endsWith('.json') ? path : join(path, 'datapackage.json')
    const value = JSON.parse(readFileSync(file, 'utf8'))
    const official = version ? profiles[version](value) : profiles['1.0'](value) && profiles['2.0'](value)
    const errors = issues.filter((one) => one.severity === 'error')
    if (errors.length > 0 || !official) unexpected++
    const first = errors[0] ? `  ${errors[0].code} ${errors[0].line}:${errors[0].column} ${errors[0].message.en}` : ''
    process.stdout.write(
      `${official ? 'valid  ' : 'invalid'}  ${errors.length === 0 ? 'passes' : 'fails '}  ${path} (${files} files)${first}\n`,
    )
  }
  return unexpected
}

/** What is wrong with the descriptor itself, not with the files it names. */
function descriptorFaults(issues: readonly Issue[], file: string): Issue[] {
  return issues.filter((one) => one.severity === 'error' && file.endsWith(one.file))
}
