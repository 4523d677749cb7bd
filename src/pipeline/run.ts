import process from 'node:process'
import { UsageError } from './args.ts'

/**
 * Runs a command and ends the process: 0 or 1 as the command says, 2 for wrong usage, 3 for a fault of ours.
 * Ends explicitly, because Vite and Pagefind may leave handles open.
 */
export async function run(usage: string, main: (argv: readonly string[]) => Promise<number>): Promise<never> {
  // Who reads our words may go away: the work goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const argv = process.argv.slice(2)
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${usage}\n`)
    return process.exit(0)
  }
  const code = await exitCode(usage, () => main(argv))
  await written()
  return process.exit(code)
}

/** What goes to a pipe is written later than it is said; a reader that has gone away wants no more of it. */
function written(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('error', () => resolve())
    process.stdout.write('', () => resolve())
  })
}

async function exitCode(usage: string, main: () => Promise<number>): Promise<number> {
  try {
    return await main()
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n用法 Usage: ${usage}\n`)
      return 2
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 3
  }
}
