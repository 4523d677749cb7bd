import { existsSync } from 'node:fs'
import { csvw } from './csvw.ts'
import { dataPackages } from './data-package.ts'
import { dcatAp } from './dcat-ap.ts'
import { importTexts } from './import.ts'

/** Official suites over this program: `npm run conformance -- <suite> FOLDER…`. The suites stay out of the repository. */
const suites: Readonly<Record<string, (folders: string[]) => Promise<number>>> = {
  csvw: ([folder = '']) => csvw(folder),
  'data-package': (folders) => dataPackages(folders),
  import: async ([folder = '', number]) => importTexts(folder, number),
  'dcat-ap': ([shapes = '', dist = 'dist']) => dcatAp(shapes, dist),
}

const [name = '', ...folders] = process.argv.slice(2)
const suite = suites[name]
if (!suite || folders.length === 0) {
  process.stderr.write(`usage: npm run conformance -- <${Object.keys(suites).join(' | ')}> FOLDER…\n`)
  process.exit(2)
}
const absent = folders.filter((folder) => !existsSync(folder) && !/^(?:\d+|all)$/.test(folder))
if (absent.length > 0) {
  process.stderr.write(`no such folder: ${absent.join(', ')}\n`)
  process.exit(2)
}
try {
  process.exit(await suite(folders))
} catch (error) {
  // The folder is there, and another one than the suite needs.
  if (!(error instanceof Error)) throw error
  process.stderr.write(`${name} cannot be run over ${folders.join(' ')}: ${error.message}\n`)
  process.exit(2)
}
