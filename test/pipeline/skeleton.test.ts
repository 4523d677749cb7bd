import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { skeleton, skeletonKinds } from '../../src/pipeline/skeleton.ts'
import { readRoot } from '../../src/read/root.ts'
import { exampleDay, exampleRoot, exampleSite } from '../example-site.ts'

async function checked(files: ReadonlyMap<string, string>) {
  const root = await mkdtemp(join(tmpdir(), 'gongbao-new-'))
  await cp(exampleRoot, root, { recursive: true })
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const { issues } = await readRoot(root, { asOf: exampleDay })
  return issues.filter(({ severity }) => severity === 'error')
}

/** Fields that have no value, as far as YAML goes. */
const empty = (text: string) => [...text.matchAll(/^ *(\w+):(?: \[\])? #/gm)].map(([, key]) => key)

test.each(skeletonKinds)(
  'a new %s: the check names each empty field and each placeholder, and nothing else',
  async (kind) => {
    const { site } = await exampleSite()
    const files = skeleton(kind, site, { id: 'a-new-one' })
    const [[file = '', text = ''] = []] = files
    const errors = await checked(files)
    expect(new Set(errors.map((one) => one.file))).toEqual(new Set([file]))
    expect(errors.filter(({ code }) => code === 'DOC-021')).toHaveLength(text.split('⟦待填').length - 1)
    const named = empty(text).filter((key) => key !== 'eligibility')
    const unnamed = named.filter(
      (key) => !errors.some(({ message }) => message.zh.includes(`（${key}）`) || message.zh.includes(`“${key}”`)),
    )
    // The number is asked for once the rest of the head can be read.
    expect(unnamed).toEqual([])
    expect(errors.filter(({ code }) => !['DOC-002', 'DOC-019', 'DOC-021'].includes(code))).toEqual([])
  },
)

test('nothing is made up: no date, no source, no office', async () => {
  const { site } = await exampleSite()
  for (const kind of skeletonKinds) {
    for (const text of skeleton(kind, site, { id: 'a-new-one', title: '新“题”: 甲' }).values()) {
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
      for (const id of [...site.sources.keys(), ...site.organizations.keys()]) expect(text).not.toContain(`: ${id}\n`)
    }
  }
})

test('a filled skeleton passes the check', async () => {
  const { site } = await exampleSite()
  const [[path = '', text = ''] = []] = skeleton('policy', site, { id: 'a-new-one', title: '某市“计划”：新的通知' })
  const filled = text
    .replace(/⟦待填：[^⟧]*⟧/g, '写好的话。')
    .replace('docNumber:', 'docNumberNote: 原文未见')
    .replace('kind:', 'kind: 通知')
    .replace('issuers: []', `issuers: [${[...site.organizations.keys()][0]}]`)
    .replace('adoptedOn:', 'adoptedOn: 2024-01-02')
    .replace('disclosure:', 'disclosure: 主动公开')
    .replace('text:', 'text: digest')
    .replace('source:', `source: ${[...site.sources.keys()][0]}`)
  expect(await checked(new Map([[path, filled]]))).toEqual([])
})
