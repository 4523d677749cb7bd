import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { readArgs, UsageError } from '../src/pipeline/args.ts'
import { type BillOfMaterials, licenceList } from '../src/pipeline/licence-list.ts'
import { run } from '../src/pipeline/run.ts'

const usage = 'npm sbom --sbom-format cyclonedx > sbom.cdx.json && npm run licences -- sbom.cdx.json'

await run(usage, async (argv) => {
  const [file = ''] = readArgs(argv, { options: {}, words: { least: 1, most: 1 } }).words
  const { csv, without } = licenceList(await billOf(file))
  process.stdout.write(csv)
  for (const name of without) process.stderr.write(`没有写明许可：${name}\n`)
  return without.length > 0 ? 1 : 0
})

async function billOf(file: string): Promise<BillOfMaterials> {
  try {
    const bill = JSON.parse(await readFile(file, 'utf8')) as Partial<BillOfMaterials> | null
    if (Array.isArray(bill?.components)) return { components: bill.components }
  } catch (error) {
    throw new UsageError(`文件读不到或不是 JSON：${file}\nnot a readable JSON file`, { cause: error })
  }
  throw new UsageError(`不是 CycloneDX 物料清单：${file}\nnot a CycloneDX bill of materials`)
}
