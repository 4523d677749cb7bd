import { csvw } from './csvw.ts'
import { dataPackages } from './data-package.ts'
import { dcatAp } from './dcat-ap.ts'

/** Official suites over this program: `npm run conformance -- <suite> FOLDER…`. The suites stay out of the repository. */
const suites: Readonly<Record<string, (folders: string[]) => Promise<number>>> = {
  csvw: ([folder = '']) => csvw(folder),
  'data-package': (folders) => dataPackages(folders),
  'dcat-ap': ([shapes = '', dist = 'dist']) => dcatAp(shapes, dist),
}

const [name = '', ...folders] = process.argv.slice(2)
const suite = suites[name]
if (!suite || folders.length === 0) {
  process.stderr.write(`usage: npm run conformance -- <${Object.keys(suites).join(' | ')}> FOLDER…\n`)
  process.exit(2)
}
process.exit(await suite(folders))
