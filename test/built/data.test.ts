import { readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { dist, type Reader, startReader } from './reader.ts'
import { textOf } from './walk.ts'

// Figures of one place, of many places, several tables, rows without figures.
const datasets = ['/data/yw-trade/', '/data/zj-cities/', '/data/registers/', '/data/recognitions/']
const indicator = '/data/indicators/gdp/'

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

describe.each(datasets)('%s', (path) => {
  test('is light: at most 30 KB, and no more script than a button needs', async () => {
    const html = readFileSync(`${dist}${path}index.html`)
    expect(gzipSync(html).length).toBeLessThanOrEqual(30_000)
    const { page, requests } = await reader.open(path)
    await page.waitForNetworkIdle()
    const scripts = requests.filter((url) => /\.m?js(?:$|\?)/.test(url)).map((url) => new URL(url).pathname)
    const bytes = scripts.map((script) => gzipSync(readFileSync(dist + script)).length)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3000)
  })

  test('every part that the page names at its head is there', async () => {
    const { page } = await reader.open(path)
    const parts = await page.$$eval('.page-parts a', (links) =>
      links.map((link) => [link.textContent?.trim(), document.querySelector(link.getAttribute('href') ?? '')?.id]),
    )
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.filter(([text, id]) => !text || !id)).toEqual([])
  })

  test('every download is there, as large as the page says', async () => {
    const { page } = await reader.open(path)
    const files = await page.$$eval('.downloads li', (items) =>
      items.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        size: item.querySelector('.downloads__size')?.textContent?.trim() ?? '',
        sum: item.querySelector('.downloads__sum')?.textContent?.trim(),
      })),
    )
    expect(files.length).toBeGreaterThan(10)
    for (const { href, size, sum } of files) {
      const bytes = statSync(dist + href).size
      expect([href, size.split(' · ')[0]]).toEqual([href, bytes < 1000 ? `${bytes} B` : `${kilobytes(bytes)} KB`])
      expect(sum).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  test('pictures of columns have a name that says what they show', async () => {
    const { page } = await reader.open(path)
    const names = await page.$$eval('.dictionary svg.spark', (all) => all.map((one) => one.getAttribute('aria-label')))
    expect(names.filter((name) => !/各有|每年/.test(name ?? ''))).toEqual([])
  })
})

test('what is counted can be looked at: a count leads to its rows on the query page', async () => {
  const { page } = await reader.open('/data/yw-entities/')
  const counts = await page.$$eval('.quality-report a[href*="dataset="], .missing-report a', (links) =>
    links.map((link) => {
      const line = link.closest('div, li')?.textContent?.replace(/\s+/g, ' ') ?? ''
      return { href: link.getAttribute('href') ?? '', count: /(\d+) (?:／|空)/.exec(line)?.[1] }
    }),
  )
  expect(counts.length).toBeGreaterThan(3)
  for (const { href, count } of counts) {
    const asked = await reader.open(href)
    await asked.page.waitForSelector('#query-result tbody tr')
    expect([href, await textOf(asked.page, '#query-status')]).toEqual([
      href,
      expect.stringMatching(new RegExp(`^(?:${count} / \\d+|共 ${count}) 行`)),
    ])
  }
})

test('code to load a dataset begins at the start of its line', async () => {
  const { page } = await reader.open('/data/yw-trade/')
  const codes = await page.$$eval('#load pre', (all) => all.map((one) => one.textContent ?? ''))
  expect(codes.length).toBe(5)
  expect(codes.filter((code) => code !== code.trim())).toEqual([])
})

describe('an indicator of several places', () => {
  test('each figure of the table leads to its row with the printed form and the source', async () => {
    const { page } = await reader.open(indicator)
    const rows = await page.$$eval('.places-periods a', (links) =>
      links.map((link) => {
        const row = document.querySelector(link.getAttribute('href') ?? '')
        return { text: link.textContent?.trim(), row: row?.textContent?.includes(link.textContent?.trim() ?? '?') }
      }),
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ row }) => !row)).toEqual([])
  })

  test('its chart may be taken as SVG, PNG and CSV, and framed', async () => {
    const { page } = await reader.open(indicator)
    const names = await page.$$eval('.download-list a', (links) => links.map((link) => link.getAttribute('href')))
    const file = indicator.slice(0, -1)
    expect(names).toEqual(['svg', 'png', 'csv', 'json'].map((ending) => `${file}.${ending}`))
    expect(await textOf(page, '.embed-code')).toContain(`${indicator}embed/`)
    for (const look of [{ width: 1280 }, { width: 360, dark: true }]) {
      const framed = await reader.open(`${indicator}embed/`, look)
      expect(await violationsOf(framed.page)).toEqual([])
      expect(framed.requests.filter((url) => /\.m?js(?:$|\?)/.test(url))).toEqual([])
      expect(await framed.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    }
    const policy = (await fetch(`${reader.url}${indicator}embed/`)).headers.get('content-security-policy')
    expect(policy).toContain('frame-ancestors *')
  })
})

/** As the pages write it: at most one decimal. */
function kilobytes(bytes: number): string {
  return String(Math.round(bytes / 100) / 10)
}
