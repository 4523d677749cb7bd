import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isSectionId } from '../../../src/read/text/section-ids.ts'

// Ids of forms and scripts: nobody links to them.
const inner = /^(?:q|v|site-q|query-.+|search-.+|finder-.+|.+-count|v-.+)$/

test('every section of the pages may be linked to', () => {
  const ids = globSync('src/site/{pages,components,layouts}/**/*.astro').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bid="([a-z][a-z0-9-]*)"/g)].map((found) => found[1] ?? ''),
  )
  expect(ids.length).toBeGreaterThan(50)
  expect(ids.filter((id) => !isSectionId(id) && !inner.test(id))).toEqual([])
})

test('a name no page has is no section', () => {
  expect(['nope', 'figurse', 'sources2'].filter(isSectionId)).toEqual([])
})
