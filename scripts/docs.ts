import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { catalogue } from '../src/issues/catalogue.ts'
import { readArgs } from '../src/pipeline/args.ts'
import { programRoot } from '../src/pipeline/program-root.ts'
import { run } from '../src/pipeline/run.ts'
import { codeExamples } from '../test/docs/code-examples.ts'
import { withCodeTable } from '../test/docs/code-table.ts'

const usage = 'npm run docs -- [--check]'

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options: { check: { type: 'boolean' } } })
  process.chdir(programRoot)
  const made = {
    'CONTRIBUTING.md': (old: string) => withCodeTable(old, catalogue),
    'src/issues/examples.json': await codeExamples().then((all) => () => `${JSON.stringify(all, null, 1)}\n`),
  }
  let outdated = 0
  for (const [path, make] of Object.entries(made)) {
    const old = await readFile(join(programRoot, path), 'utf8')
    const text = make(old)
    if (text === old) continue
    outdated++
    if (!values.check) await writeFile(join(programRoot, path), text)
    process.stdout.write(`${path} ${values.check ? '与程序不符，请执行 npm run docs' : '已更新'}\n`)
  }
  return values.check && outdated > 0 ? 1 : 0
})
