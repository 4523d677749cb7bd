import process from 'node:process'
import { asOfDay, readArgs } from '../src/pipeline/args.ts'
import { releaseProgram } from '../src/pipeline/program-release/release-program.ts'
import { programRoot } from '../src/pipeline/program-root.ts'
import { run } from '../src/pipeline/run.ts'

const usage = 'npm run release:program -- X.Y.Z [--dry-run]'

await run(usage, async (argv) => {
  const { values, words } = readArgs(argv, {
    options: { 'dry-run': { type: 'boolean' } },
    words: { least: 1, most: 1 },
  })
  const [version = ''] = words
  const on = asOfDay(undefined)
  const isDone = releaseProgram({ root: programRoot, version, on, isDry: values['dry-run'] === true }, (text) =>
    process.stdout.write(text),
  )
  return isDone ? 0 : 1
})
