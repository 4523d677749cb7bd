import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { programRoot } from '../../../src/pipeline/program-root.ts'
import { makeReleases, type ReleaseSettings } from '../../../src/pipeline/release/release.ts'
import { readRoot } from '../../../src/read/root.ts'
import { exampleRoot } from '../../example-site.ts'
import { temporaryFolder } from '../../full-root.ts'

const today = '2026-11-20'
const home = 'data/example'
const newRow = 'shop-new,990100,2025,70,家,70家,,,sl-bulletin,,虚构示例,\n'

function newRoot(): string {
  const root = join(temporaryFolder(), 'root')
  cpSync(exampleRoot, root, { recursive: true })
  return root
}

async function release(root: string, more: Partial<ReleaseSettings> = {}) {
  let said = ''
  const settings = { root, dataset: 'example', note: '虚构示例', on: today, today, reasons: [], isDry: false, ...more }
  const isDone = await makeReleases(settings, (text) => {
    said += text
  })
  return { isDone, said }
}

function edit(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

/** Every file below a folder with its bytes. */
function everything(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return Object.fromEntries(
    files.map((one) => [
      join(one.parentPath, one.name),
      readFileSync(join(one.parentPath, one.name)).toString('base64'),
    ]),
  )
}

const codesOf = async (root: string) => (await readRoot(root, { asOf: today })).issues.map(({ code }) => code)

test('a first release freezes every file, and the check agrees with it', async () => {
  const root = newRoot()
  const { isDone } = await release(root, { on: '2026-01-05' })
  expect(isDone).toBe(true)
  const { site, issues } = await readRoot(root, { asOf: today })
  expect(issues).toEqual([])
  const [first] = site?.datasets.get('example')?.releases ?? []
  expect(first).toMatchObject({ version: '1.0.0', on: '2026-01-05', note: '虚构示例' })
  const folder = join(root, home, 'releases/1.0.0')
  expect(readdirSync(folder).sort()).toEqual(first?.files.map(({ name }) => name).sort())
  for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
    const [sum, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ).toBe(sum)
  }
})

test('a corrected figure without a reason is refused, with the words to add, and nothing is written', async () => {
  const root = newRoot()
  await release(root)
  edit(root, `${home}/observations.csv`, (text) => text.replace(',30,家,30家', ',31,家,31家'))
  const before = everything(root)
  const { isDone, said } = await release(root)
  expect(isDone).toBe(false)
  expect(said).toContain('--reason "shop-new/990100/2024-01/2024-06/sl-news/value: 原因"')
  expect(everything(root)).toEqual(before)
})

test('with the reason it becomes a patch that says what changed and why, and vouches for the release before', async () => {
  const root = newRoot()
  await release(root)
  edit(root, `${home}/observations.csv`, (text) => text.replace(',30,家,30家', ',31,家,31家'))
  const { isDone, said } = await release(root, { reasons: [{ for: 'shop-new/2024-01/2024-06', text: '核定' }] })
  expect(isDone).toBe(true)
  expect(said).toContain('1.0.0（2026-11-20）→ 1.0.1')
  const { site, issues } = await readRoot(root, { asOf: today })
  expect(issues).toEqual([])
  const [newest, first] = site?.datasets.get('example')?.releases ?? []
  expect(newest?.changes.previous?.sha256).toBe(first?.files.find(({ name }) => name === 'SHA256SUMS')?.sha256)
  expect(newest?.changes.tables[0]?.diff?.changed[0]?.cells[0]).toEqual({ column: 'value', old: '30', new: '31' })
  expect(site?.datasets.get('example')).toMatchObject({ version: '1.0.1', gongbao: { updatedOn: today } })
})

test('what was published stays byte for byte when the next release is made', async () => {
  const root = newRoot()
  await release(root)
  const first = everything(join(root, home, 'releases'))
  edit(root, `${home}/observations.csv`, moreRows)
  await release(root)
  expect(everything(join(root, home, 'releases'))).toMatchObject(first)
  expect(existsSync(join(root, home, 'releases/1.1.0/SHA256SUMS'))).toBe(true)
})

const moreRows = (csv: string) => `${csv}${newRow}`
const columnsSwapped = (csv: string) => csv.replace(/^([^,]*),([^,]*),/gm, '$2,$1,')

test.each<[string, string, (text: string) => string, string]>([
  ['more rows', 'observations.csv', moreRows, '1.1.0'],
  ['another title', 'datapackage.yaml', (yaml) => yaml.replace('title: 小店', 'title: 各小店'), '1.0.1'],
  ['columns in another order', 'observations.csv', columnsSwapped, '2.0.0'],
])('%s: the version follows', async (_, file, change, expected) => {
  const root = newRoot()
  await release(root)
  edit(root, `${home}/${file}`, change)
  expect((await release(root, { isDry: true })).said).toContain(`→ ${expected}`)
})

test('a step that is too small is refused', async () => {
  const root = newRoot()
  await release(root)
  edit(root, `${home}/observations.csv`, moreRows)
  const { isDone, said } = await release(root, { version: '1.0.1' })
  expect(isDone).toBe(false)
  expect(said).toContain('至少应为 1.1.0')
})

test('nothing to release is said, and nothing is written', async () => {
  const root = newRoot()
  await release(root)
  edit(root, `${home}/observations.csv`, (text) => text.replaceAll('\n', '\r\n'))
  const before = everything(root)
  const { isDone, said } = await release(root)
  expect(isDone).toBe(false)
  expect(said).toContain('没有可以发布的改动')
  expect(everything(root)).toEqual(before)
})

test('a dry run says what would be done and writes nothing', async () => {
  const root = newRoot()
  const before = everything(root)
  const { isDone, said } = await release(root, { isDry: true })
  expect(isDone).toBe(true)
  expect(said).toContain('第一次发布，4 行')
  expect(everything(root)).toEqual(before)
})

test('content with errors is not released', async () => {
  const root = newRoot()
  edit(root, `${home}/observations.csv`, (text) => text.replace('shop-new', 'shop-gnu'))
  const { isDone, said } = await release(root)
  expect(isDone).toBe(false)
  expect(said).toContain('REF-001')
  expect(existsSync(join(root, home, 'releases'))).toBe(false)
})

test('all datasets are released together, and again only those that changed', async () => {
  const root = newRoot()
  await release(root, { dataset: undefined })
  expect(existsSync(join(root, 'data/registers/releases/1.0.0'))).toBe(true)
  edit(root, `${home}/observations.csv`, moreRows)
  const { said } = await release(root, { dataset: undefined })
  expect(said).not.toContain('registers')
  expect(await codesOf(root)).toEqual([])
})

test('what an interrupted release left behind is an error until the release is made again', async () => {
  const root = newRoot()
  await release(root)
  const folder = join(root, home, 'releases')
  cpSync(join(folder, '1.0.0'), join(folder, '1.1.0'), { recursive: true })
  cpSync(join(folder, '1.0.0'), join(folder, '.new-1-1.2.0'), { recursive: true })
  expect(new Set(await codesOf(root))).toEqual(new Set(['REL-001', 'SITE-008']))
  rmSync(join(folder, '1.1.0'), { recursive: true })
  expect(await codesOf(root)).toEqual(['SITE-008'])
  edit(root, `${home}/observations.csv`, moreRows)
  expect((await release(root)).isDone).toBe(true)
  expect(await codesOf(root)).toEqual([])
})

test('comments and order of the descriptor stay', async () => {
  const root = newRoot()
  edit(root, `${home}/datapackage.yaml`, (text) => `# 说明\n${text}# 结尾\n`)
  await release(root)
  edit(root, `${home}/observations.csv`, moreRows)
  const before = readFileSync(join(root, home, 'datapackage.yaml'), 'utf8')
  await release(root)
  expect(readFileSync(join(root, home, 'datapackage.yaml'), 'utf8')).toBe(
    before.replace('version: 1.0.0', 'version: 1.1.0').replace('updatedOn: 2025-03-01', `updatedOn: ${today}`),
  )
  appendFileSync(join(root, home, 'releases.yaml'), '# 手写的说明\n')
  edit(
    root,
    `${home}/observations.csv`,
    (text) => `${text}shop-new,990100,2026-H1,40,家,40家,,,sl-bulletin,,虚构示例,\n`,
  )
  await release(root)
  expect(readFileSync(join(root, home, 'releases.yaml'), 'utf8')).toContain('# 手写的说明')
  expect(await codesOf(root)).toEqual([])
})

test('what a killed release has left is cleared by the next one, and nothing piles up', async () => {
  const root = newRoot()
  await release(root)
  edit(root, `${home}/observations.csv`, moreRows)
  await release(root)
  // Killed between the folder and the ledger, and while files were on their way; process 4194305 cannot run.
  const ledger = join(root, home, 'releases.yaml')
  const text = readFileSync(ledger, 'utf8')
  writeFileSync(ledger, text.slice(0, text.indexOf('  - version: 1.1.0')))
  edit(root, `${home}/datapackage.yaml`, (yaml) => yaml.replace('version: 1.1.0', 'version: 1.0.0'))
  mkdirSync(join(root, home, 'releases/.new-4194305-1.1.0'))
  writeFileSync(join(root, home, '.new-4194305-releases.yaml'), '')
  expect(await codesOf(root)).toContain('REL-001')
  const { isDone, said } = await release(root)
  expect(isDone).toBe(true)
  expect(said).toContain(`${home}/releases/1.1.0`)
  expect(await codesOf(root)).toEqual([])
  expect(readdirSync(join(root, home, 'releases'))).toEqual(['1.0.0', '1.1.0'])
  expect(readdirSync(join(root, home)).filter((name) => name.startsWith('.'))).toEqual([])
})

test('a folder beside the releases that no release has written is left, and reported', async () => {
  const root = newRoot()
  await release(root)
  mkdirSync(join(root, home, 'releases/9.0.0'))
  writeFileSync(join(root, home, 'releases/9.0.0/own.csv'), 'a\n1\n')
  expect((await release(root)).isDone).toBe(false)
  expect(existsSync(join(root, home, 'releases/9.0.0/own.csv'))).toBe(true)
})

test('a release that was killed outright leaves the root as it was', async () => {
  const root = newRoot()
  const before = everything(root)
  const works = () => readdirSync(join(programRoot, '.gongbao')).filter((name) => name.startsWith('build-'))
  mkdirSync(join(programRoot, '.gongbao'), { recursive: true })
  const others = new Set(works())
  const child = spawn(process.execPath, ['scripts/release.ts', 'example', '--note', '试', '--root', root], {
    cwd: programRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let hasEnded = false
  const ended = once(child, 'exit').then(() => {
    hasEnded = true
  })
  while (!hasEnded && works().every((name) => others.has(name))) await setTimeout(1)
  child.kill('SIGKILL')
  await ended
  if (!existsSync(join(root, home, 'releases'))) expect(everything(root)).toEqual(before)
})
