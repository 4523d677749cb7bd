import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { checkPackage } from '../../src/foreign/package/check.ts'
import { catalogue } from '../../src/issues/catalogue.ts'
import type { CodeExample, ExampleLines } from '../../src/issues/examples.ts'
import type { Issue } from '../../src/model/issue.ts'
import type { Bilingual } from '../../src/model/lang.ts'
import { checkCsvw } from '../../src/pipeline/check-csvw.ts'
import { readSite } from '../../src/read/root.ts'
import { base, overlay } from '../read/overlay.ts'
import { wordsOf } from './code-words.ts'
import { nearestDifference } from './line-pair.ts'
import { shownLine, withoutPersons } from './shown-line.ts'

const asOf = '2026-11-20'
const fixtures = 'test/fixtures'

/** A folder in which a code is found, and the folder that stands for what is right. */
interface Case {
  readonly wrong: string
  readonly right: string
  readonly issue: Issue
}

/** An example of every code, from the first fixture that has it; without one, the words alone. */
export async function codeExamples(): Promise<Record<string, CodeExample>> {
  const found = { ...(await examplesBeside()), ...(await examplesOfRoots()) }
  return Object.fromEntries(catalogue.map(({ code }) => [code, found[code] ?? wordsOf(code)]))
}

/** Examples of codes that no fixture of a root shows, from folders of strangers, or as words alone. */
export async function examplesBeside(): Promise<Record<string, CodeExample>> {
  const found: Record<string, CodeExample> = {}
  for (const one of [...(await fromPackages()), ...(await fromCsvw())]) found[one.issue.code] ??= exampleOf(one)
  const shown = shownCases()
  const codes = catalogue.map(({ code }) => code).filter((code) => !shown.has(code))
  return Object.fromEntries(codes.map((code) => [code, found[code] ?? wordsOf(code)]))
}

/** The fixture of a root that shows a code: `<CODE>`, or the first `<CODE>-<case>`. */
export function shownCases(): ReadonlyMap<string, string> {
  const names = readdirSync(join(fixtures, 'issues')).filter((name) => !name.includes('-silent'))
  const first = new Map<string, string>()
  for (const name of names.sort()) {
    const code = /^[A-Z0-9]+-\d+/.exec(name)?.[0] ?? ''
    if (!first.has(code)) first.set(code, name)
  }
  return first
}

/** What a fixture of a root shows of a code that was found in it. */
export function exampleOfRoot(name: string, issue: Issue): CodeExample {
  return exampleOf({ wrong: join(fixtures, 'issues', name), right: base, issue })
}

async function examplesOfRoots(): Promise<Record<string, CodeExample>> {
  const found: Record<string, CodeExample> = {}
  for (const [code, name] of shownCases()) {
    const { issues } = await readSite(await overlay(join(fixtures, 'issues', name)), { asOf })
    const issue = issues.find((one) => one.code === code)
    if (issue) found[code] = exampleOfRoot(name, issue)
  }
  return found
}

async function fromPackages(): Promise<Case[]> {
  const found: Case[] = []
  for (const name of readdirSync(join(fixtures, 'packages'))
    .filter((one) => one.startsWith('invalid-'))
    .sort()) {
    const folder = join(fixtures, 'packages', name)
    const { issues } = await checkPackage(folder)
    for (const issue of issues)
      if (name.includes(issue.code)) found.push({ wrong: folder, right: '', issue: named(issue, folder) })
  }
  return found
}

async function fromCsvw(): Promise<Case[]> {
  const found: Case[] = []
  for (const name of readdirSync(join(fixtures, 'csvw'))
    .filter((one) => !one.startsWith('valid'))
    .sort()) {
    const folder = join(fixtures, 'csvw', name)
    const metadata = readdirSync(folder).find((file) => file.endsWith('-metadata.json'))
    const start = name.endsWith('-from-table') || !metadata ? 'data.csv' : metadata
    const { issues } = await checkCsvw(start, join(process.cwd(), folder))
    for (const issue of issues) found.push({ wrong: folder, right: '', issue: named(issue, folder) })
  }
  return found
}

function named(issue: Issue, folder: string): Issue {
  return { ...issue, file: issue.file.replace(`${folder}/`, '') }
}

/** A text without the folder of the fixture, which means nothing to a reader. */
function without(folder: string, { zh, en }: Bilingual): Bilingual {
  const plain = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, 'open-data')
  return { zh: plain(zh), en: plain(en) }
}

function masked({ zh, en }: Bilingual): Bilingual {
  return { zh: withoutPersons(zh), en: withoutPersons(en) }
}

function exampleOf({ wrong, right, issue }: Case): CodeExample {
  const { file, line, column } = issue
  const said = { message: masked(without(wrong, issue.message)), hint: without(wrong, issue.hint) }
  const bad = linesOf(join(wrong, file)) ?? linesOf(join(right, file))
  if (!bad || line > bad.length) return said
  // `right/` in a fixture holds files as they ought to be where the base has none.
  const good = linesOf(join(wrong, 'right', file)) ?? linesOf(join(right, file))
  const pair = good && nearestDifference(bad, good, line - 1)
  const shown = windowAround(line - 1, pair?.wrong ?? [line - 1, line], bad)
  return {
    ...said,
    wrong: { ...cut(file, bad, shown, column), line },
    ...(good && pair && { right: cut(file, good, windowAround(pair.right[0], pair.right, good), 1) }),
  }
}

function linesOf(path: string): string[] | undefined {
  if (!existsSync(path)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(readFileSync(path))
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
  } catch {
    return undefined
  }
}

const around = 1
const most = 7

/** A difference with a line before and after; of a long one, what stands around the line. */
function windowAround(line: number, [from, to]: readonly [number, number], lines: readonly string[]): [number, number] {
  let start = Math.max(0, Math.min(from, line) - around)
  let end = Math.min(lines.length, Math.max(to, line + 1) + around)
  if (start < Math.min(from, line) && !lines[start]?.trim()) start++
  if (end > Math.max(to, line + 1) && !lines[end - 1]?.trim()) end--
  if (end - start <= most) return [start, end]
  const first = Math.max(0, line - (most >> 1))
  return [first, Math.min(lines.length, first + most)]
}

function cut(file: string, lines: readonly string[], [from, to]: [number, number], column: number): ExampleLines {
  return { file, from: from + 1, lines: lines.slice(from, to).map((line) => shownLine(line, column)) }
}
