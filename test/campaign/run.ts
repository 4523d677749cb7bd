import type { Buffer } from 'node:buffer'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { readArgs, UsageError } from '../../src/pipeline/args.ts'
import { progressLine } from '../../src/pipeline/progress-line.ts'
import { run } from '../../src/pipeline/run.ts'
import { cityDay, cityRoot } from '../example-city.ts'
import { filesOf, sumsOf } from '../scripts/folder.ts'
import { runScript, startScript } from '../scripts/run-script.ts'
import { type Chance, chance } from './chance.ts'
import { checker } from './checker.ts'
import { hostileRoots } from './hostile-roots.ts'
import { judgeOutput } from './judge-output.ts'
import { mutateBytes, mutateLines, poisonField } from './mutate.ts'

const usage = 'npm run campaign -- [--seed 数] [--rounds 数]'
const options = { seed: { type: 'string' }, rounds: { type: 'string' } } as const

/** What one class of cases came to. */
interface Result {
  readonly name: string
  readonly cases: number
  /** Cases that the check let pass. */
  readonly passed: number
  readonly found: readonly string[]
}

type Mutation = (bytes: Buffer, path: string, by: Chance) => Buffer

/** Every file of a city, its releases left out, which are locked anyway. */
const editable = (root: string) =>
  filesOf(root).filter((path) => /\.(?:md|mdx|csv|yaml)$/.test(path) && !path.includes('/releases/'))

/** How long a command may take before it is held to hang. */
const patience = 120_000 // ms

await run(usage, async (argv) => {
  const { values } = readArgs(argv, { options })
  const [seed, rounds] = [numberOf(values.seed, 1, '--seed'), numberOf(values.rounds, 40, '--rounds')]
  const [line, home] = [progressLine(process.stderr), mkdtempSync(join(tmpdir(), 'gongbao-campaign-'))]
  const classes: readonly [name: string, cases: (name: string) => Promise<Result>][] = [
    ['hostile text', (name) => mutations(name, poisonField, rounds, seed, home)],
    ['lines', (name) => mutations(name, mutateLines, rounds, seed, home)],
    ['bytes', (name) => mutations(name, mutateBytes, rounds, seed, home)],
    ['roots', (name) => roots(name, home)],
    ['output', (name) => outputs(name, home)],
    ['kills', (name) => kills(name, Math.ceil(rounds / 20), seed, home)],
  ]
  try {
    const results: Result[] = []
    for (const [name, cases] of classes) {
      line.now(`${name} …`)
      const result = await cases(name)
      results.push(result)
      line.done(
        `${name.padEnd(14)}${[result.cases, result.passed, result.found.length].map((one) => `${one}`.padStart(8)).join('')}`,
      )
    }
    process.stdout.write(`class, cases, let pass, found; seed ${seed}\n`)
    for (const { name, cases, passed, found } of results) {
      process.stdout.write(`${[name, cases, passed, found.length].join('\t')}\n`)
      for (const one of found) process.stdout.write(`  ${one.replaceAll('\n', '\n  ')}\n`)
    }
    return results.some(({ found }) => found.length > 0) ? 1 : 0
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

function numberOf(text: string | undefined, otherwise: number, option: string): number {
  if (text === undefined) return otherwise
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`${option} 要写数：${text}\n${option} takes a number`)
  return Number(text)
}

/** One change at a time, checked; what the check lets pass stays in the city that `outputs` builds. */
async function mutations(
  name: string,
  mutation: Mutation,
  rounds: number,
  seed: number,
  home: string,
): Promise<Result> {
  const [root, by, found] = [join(home, 'city'), chance(seed), [] as string[]]
  cpSync(cityRoot, root, { recursive: true, force: false })
  const files = editable(root)
  const { check, close } = checker(cityDay)
  let passed = 0
  for (let round = 1; round <= rounds; round += 1) {
    const path = by.of(files)
    const before = readFileSync(join(root, path))
    writeFileSync(join(root, path), mutation(before, path, by))
    const checked = await check(root)
    if ('fault' in checked) found.push(`round ${round}, ${path}: ${checked.fault}`)
    if ('errors' in checked && checked.errors === 0) passed += 1
    else writeFileSync(join(root, path), before)
  }
  await close()
  return { name, cases: rounds, passed, found }
}

/** `check` over each hostile root: it ends, with 0 or 1. */
async function roots(name: string, home: string): Promise<Result> {
  const found: string[] = []
  let passed = 0
  for (const [what, lay] of Object.entries(hostileRoots)) {
    const root = join(home, 'hostile')
    cpSync(cityRoot, root, { recursive: true })
    lay(root)
    const { code, words } = await ended('check', ['--root', root, '--as-of', cityDay])
    if (code === 0) passed += 1
    else if (code !== 1) found.push(`${what}: exit ${code}\n${words}`)
    rmSync(root, { recursive: true, force: true })
  }
  return { name, cases: Object.keys(hostileRoots).length, passed, found }
}

/** The city with everything hostile that the check let pass, built: verified by the build, and judged. */
async function outputs(name: string, home: string): Promise<Result> {
  const out = join(home, 'dist')
  const { code, words } = await ended('build', ['--root', join(home, 'city'), '--out', out, '--as-of', cityDay])
  const found = code === 0 ? judgeOutput(out) : [`build: exit ${code}\n${words}`]
  return { name, cases: 1, passed: code === 0 ? 1 : 0, found }
}

/** Builds killed at any moment leave the output as it was; the next one is whole. */
async function kills(name: string, count: number, seed: number, home: string): Promise<Result> {
  const [out, by, found] = [join(home, 'kept'), chance(seed), [] as string[]]
  const build = ['--root', cityRoot, '--out', out, '--as-of', cityDay]
  await runScript('build', build)
  const whole = sumsOf(out)
  for (let round = 1; round <= count; round += 1) {
    const killed = startScript('build', build)
    const delay = by.below(15_000)
    await Promise.race([setTimeout(delay), killed.ended])
    killed.kill('SIGKILL')
    await killed.ended
    if (!isSame(sumsOf(out), whole)) found.push(`round ${round}: killed after ${delay} ms, the output is another`)
  }
  const { code } = await runScript('build', build)
  if (code !== 0 || !isSame(sumsOf(out), whole)) found.push(`after the kills a build ends with ${code} or differs`)
  return { name, cases: count, passed: count - found.length, found }
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Runs a command; one that does not end in time is ended, with no code. */
async function ended(
  script: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly words: string }> {
  const started = startScript(script, args)
  const [timer, running] = [new AbortController(), started.ended]
  setTimeout(patience, undefined, { signal: timer.signal }).then(
    () => started.kill('SIGKILL'),
    () => {},
  )
  const { code, stderr } = await running
  timer.abort()
  return { code, words: stderr.slice(-1500) }
}
