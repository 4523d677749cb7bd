import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly 'timeout-minutes'?: number
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly strategy?: {
    readonly matrix?: { readonly include?: readonly { readonly own?: boolean; readonly runs: number }[] }
  }
}
interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const files = globSync('.github/workflows/*.{yml,yaml}')

test('there are workflows', () => {
  expect(files.length).toBeGreaterThan(1)
})

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8')
  const { permissions, jobs } = parse(text) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test('names each action by the full hash of a commit, with its version beside it', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line))
    expect(lines.length).toBe(steps.filter(({ uses }) => uses !== undefined).length)
    const pinned = /^\s*(?:- )?uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/
    expect(lines.filter((line) => !pinned.test(line))).toEqual([])
  })

  test('allows nothing at the top, and in each job only what it needs', () => {
    expect(permissions).toEqual({})
    for (const [name, job] of Object.entries(jobs)) {
      expect(job.permissions, name).toBeDefined()
      const runsCode = job.steps.some(({ run, uses }) => run !== undefined || uses?.startsWith('actions/checkout@'))
      const writes = Object.values(job.permissions ?? {}).includes('write')
      expect([name, runsCode && writes]).toEqual([name, false])
    }
  })

  test('ends each job in time', () => {
    for (const job of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0)
      expect(job['timeout-minutes']).toBeLessThanOrEqual(90)
    }
  })

  test('leaves no credentials to the code that is checked out', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  test('puts nothing from outside into the text of a command', () => {
    const given = steps.flatMap(({ run }) => [...(run?.matchAll(/\$\{\{\s*([\w-]+)/g) ?? [])].map(([, name]) => name))
    expect(given.filter((name) => name !== 'matrix')).toEqual([])
  })
})

test('only the job that deploys may write pages', () => {
  const writing = files.flatMap((file) =>
    Object.entries((parse(readFileSync(file, 'utf8')) as Workflow).jobs)
      .filter(([, job]) => job.permissions?.['pages'] === 'write')
      .map(([name]) => name),
  )
  expect(writing).toEqual(['deploy'])
})

test('the tests run on the Node of the machine too, and look which one it is', () => {
  const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as Workflow
  const own = jobs['test']?.strategy?.matrix?.include?.filter((one) => one.own) ?? []
  expect(own.length).toBeGreaterThan(0)
  const commands = jobs['test']?.steps.map(({ run }) => run ?? '').join('\n') ?? ''
  expect(commands).toContain('rm -r node_modules/.bin/node ')
  expect(commands).toContain('process.versions.node')
})
