import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { pageTypes } from './page-types.ts'
import { dist, type Reader, startReader } from './reader.ts'

/** The first of each type, the pages that hold most, and the one for what is not there. */
const paths = [
  ...new Set([
    ...pageTypes(dist),
    '/policies/yw-zbf-2021-38/',
    '/progress/yw-zbf-2021-38/',
    '/progress/jh-wujian-2020/t01/',
    '/data/indicators/msme-new/',
    '/data/indicators/gdp/',
    '/data/zj-cities/',
    '/data/registers/',
    '/organizations/yw-scjgj/',
    '/404.html',
  ]),
]

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

const wide = { width: 1280, dark: false }
const narrow = { width: 360, dark: true }

test.each(paths)('%s: no faults, nothing off site, no side scroll, axe finds nothing', async (path) => {
  for (const look of [wide, narrow]) {
    const { page, faults, offSite } = await reader.open(path, look)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const violations = await violationsOf(page)
    const found = { look, faults, offSite, overflow, violations }
    expect(found).toEqual({ look, faults: [], offSite: [], overflow: 0, violations: [] })
  }
})

test.each(paths)('%s says the same without scripts', async (path) => {
  const withScripts = await contentOf((await reader.open(path)).page)
  const without = await contentOf((await reader.open(path, { script: false })).page)
  expect(without.heading).toBe(withScripts.heading)
  expect(without.length).toBeGreaterThan(60)
  expect(without.length).toBeGreaterThanOrEqual(0.8 * withScripts.length)
  expect(withScripts.links.filter((link) => !without.links.includes(link))).toEqual([])
})

/** What a reader sees of the main part of a page. */
function contentOf(page: Page) {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    // What opens a table with scripts is not offered without.
    const links = Array.from(main?.querySelectorAll('a:not(.skip, .explorer__bar a)') ?? []).filter((link) =>
      link.checkVisibility(),
    )
    return {
      heading: document.querySelector('h1')?.textContent?.trim(),
      // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
      length: main?.innerText.length ?? 0,
      links: links.map((link) => link.getAttribute('href')),
    }
  })
}
