import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../../../src/pipeline/build.ts'
import { progressLine } from '../../../src/pipeline/progress-line.ts'
import { publishFiles } from '../../../src/pipeline/publish-stage.ts'
import { assessAll } from '../../../src/progress/board.ts'
import { boardHistory } from '../../../src/progress/history.ts'
import { readRoot } from '../../../src/read/root.ts'
import { cityDay, cityRoot } from '../../example-city.ts'
import { temporaryFolder } from '../../full-root.ts'

const released = 'data/lc-history/releases'

test('one altered byte of an old release fails the build with the file and its row, and leaves the output as it was', async () => {
  const work = temporaryFolder()
  const [root, out] = [join(work, 'root'), join(work, 'dist')]
  await cp(cityRoot, root, { recursive: true })
  const old = join(root, released, '1.0.0/observations.csv')
  await writeFile(
    old,
    (await readFile(old, 'utf8')).replace('shop-stock,990300,2020-12-31,20000', 'shop-stock,990300,2020-12-31,20001'),
  )
  await mkdir(out)
  for (const name of ['404.html', '_headers', 'index.html']) await writeFile(join(out, name), 'previous')

  let said = ''
  const line = progressLine({ write: (text: string) => (said += text) })
  const { ok } = await buildSite({ root, out, asOf: cityDay, base: '' }, line)

  expect(ok).toBe(false)
  expect(said).toContain(`${released}/1.0.0/observations.csv:2:1`)
  expect(said).toContain('版本 1.0.0 的 observations.csv 发布后被改动')
  expect(said).toContain('2020-12-31,20000,家,2万家')
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('previous')
  expect((await readdir(out)).sort()).toEqual(['404.html', '_headers', 'index.html'])
})

test('releases are published as they were frozen, and latest is the newest of them', async () => {
  const { site } = await readRoot(cityRoot, { asOf: cityDay })
  const dataset = site?.datasets.get('lc-history')
  if (!site || !dataset) throw new Error('the example city has errors')
  const folder = temporaryFolder()
  const one = { ...site, datasets: new Map([[dataset.id, dataset]]) }
  const settings = { root: cityRoot, folder, origin: 'https://example.test', base: '' }
  const { manifest, released: versions } = await publishFiles(one, assessAll(one), boardHistory(one), settings, {
    step: async (_name, _inputs, work) => (await work()).value,
  })

  expect(dataset.releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
  const bytes = (path: string) => readFile(join(folder, path))
  for (const { version, files } of dataset.releases) {
    for (const { name } of files) {
      const frozen = await readFile(join(cityRoot, released, version, name))
      expect((await bytes(`/data/lc-history/${version}/${name}`)).equals(frozen)).toBe(true)
      if (version !== '1.1.0') continue
      expect((await bytes(`/data/lc-history/latest/${name}`)).equals(frozen)).toBe(true)
    }
  }
  expect(versions).toHaveLength(dataset.releases.flatMap(({ files }) => files).length)
  expect(manifest.get('lc-history')).toHaveLength(dataset.releases[0]?.files.length ?? 0)
})

test('on a day before a release the one before it is the newest', async () => {
  const { site } = await readRoot(cityRoot, { asOf: '2024-01-01', today: cityDay })
  expect(site?.datasets.get('lc-history')?.releases.map(({ version }) => version)).toEqual(['1.0.0'])
})
