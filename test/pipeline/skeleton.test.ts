import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { skeleton, skeletonKinds } from '../../src/pipeline/skeleton.ts'
import { readRoot } from '../../src/read/root.ts'
import { exampleDay, exampleRoot, exampleSite } from '../example-site.ts'

test.each(skeletonKinds)('a new %s passes the check as it stands', async (kind) => {
  const { site } = await exampleSite()
  const root = await mkdtemp(join(tmpdir(), 'gongbao-new-'))
  await cp(exampleRoot, root, { recursive: true })
  for (const [path, text] of skeleton(kind, site, { id: 'a-new-one', title: '某“计划”：新的', asOf: exampleDay })) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const before = await readRoot(exampleRoot, { asOf: exampleDay })
  const after = await readRoot(root, { asOf: exampleDay })
  expect(after.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(after.issues.length).toBe(before.issues.length)
})
