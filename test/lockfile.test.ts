import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly license?: unknown
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

/** Where npm looks for a package from a folder: there, then in every folder above. */
function find(from: string, name: string): Locked | undefined {
  for (let base = from; ; ) {
    const held = packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]
    if (held || base === '') return held
    const up = base.lastIndexOf('/node_modules/')
    base = up === -1 ? '' : base.slice(0, up)
  }
}

test('the lockfile names the builds for every platform, so that npm ci works on all of them', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !find(path, name)?.version),
  )
  expect(missing).toEqual([])
})

test('Node comes as a pinned package for the three platforms', () => {
  const platforms = ['linux-x64', 'linux-arm64', 'win-x64']
  expect(platforms.map((one) => packages[`node_modules/node-${one}`]?.version)).toEqual([
    '24.21.0',
    '24.21.0',
    '24.21.0',
  ])
})

test('the lockfile names no host', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "https?:/)
})

/** Packages for which the registry gives no checksum. */
const withoutChecksum: readonly string[] = []

test('every package has its checksum, and those without are named here', () => {
  const bare = Object.entries(packages)
    .filter(([path, { integrity = '' }]) => path !== '' && !/^sha512-[\w+/]{86}==$/.test(integrity))
    .map(([path]) => path)
  expect(bare).toEqual(withoutChecksum)
})

test('every package names its licence', () => {
  expect(Object.entries(packages).flatMap(([path, { license }]) => (license ? [] : [path]))).toEqual([])
})
