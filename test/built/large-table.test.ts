import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../full-root.ts'
import { runScript } from '../scripts/run-script.ts'
import { violationsOf } from './axe.ts'
import { type Reader, startReader } from './reader.ts'
import { follow, textOf } from './walk.ts'

const count = 120_000
const towns = ['甲镇', '乙镇', '丙镇', '丁街道']
const value = (row: number) => (row % 1000 === 999 ? '' : String((row * 7919) % 100_003))
const town = (row: number) => towns[row % towns.length] ?? ''

let reader: Reader
let out: string

beforeAll(async () => {
  const root = join(temporaryFolder(), 'root')
  cpSync(fileURLToPath(new URL('../fixtures/base', import.meta.url)), root, { recursive: true })
  const folder = join(root, 'data', 'large')
  mkdirSync(folder)
  writeFileSync(join(folder, 'datapackage.yaml'), descriptor)
  const rows = Array.from({ length: count }, (_, row) => `${row},${town(row)},${value(row)},${day(row)}\n`)
  writeFileSync(join(folder, 'shops.csv'), `no,town,value,opened\n${rows.join('')}`)
  out = join(root, 'dist')
  const { code, stderr } = await runScript('build', ['--root', root, '--out', out, '--as-of', '2026-11-20'])
  expect(code, stderr).toBe(0)
  reader = await startReader(out)
}, 120_000)

afterAll(() => reader?.close())

test('nothing is loaded before the reader asks; then all rows are there, from Parquet by Range', async () => {
  const { page, faults, offSite, requests } = await reader.open('/data/large/')
  const asked = requests.filter((one) => !one.endsWith('.css'))
  expect(asked.filter((one) => /explorer|parquet|query/.test(one))).toEqual([])
  const statuses: number[] = []
  let bytes = 0
  page.on('response', (response) => {
    if (!response.url().endsWith('.parquet')) return
    statuses.push(response.status())
    bytes += Number(response.headers()['content-length'])
  })
  await openTable(page)
  expect(await textOf(page, '[data-explorer] [role="status"]')).toBe('共 120,000 行。')
  expect(statuses.length).toBeGreaterThan(1)
  expect(new Set(statuses)).toEqual(new Set([206]))
  expect(requests.filter((one) => one.endsWith('.csv'))).toEqual([])
  // The first page needs only the part of the file that holds it.
  expect(bytes).toBeLessThan(0.4 * parquetBytes())
  expect({ faults, offSite }).toEqual({ faults: [], offSite: [] })
})

test('sorting and narrowing 120,000 rows gives what the file has', async () => {
  const { page } = await reader.open('/data/large/')
  await openTable(page)
  await page.click('[data-sort="value"]')
  await page.waitForSelector('th[aria-sort="ascending"] [data-sort="value"]')
  await page.click('[data-sort="value"]')
  await page.waitForSelector('th[aria-sort="descending"] [data-sort="value"]')
  const all = Array.from({ length: count }, (_, row) => ({ no: String(row), town: town(row), value: value(row) }))
  const descending = (rows: typeof all) =>
    rows.toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || Number(b.value) - Number(a.value))
  expect(await shown(page)).toEqual(firstPage(descending(all)))
  await page.type('input[data-column="town"]', '丁')
  await page.type('input[data-column="value"][data-part="to"]', '50000')
  const narrowed = all.filter((row) => row.town === '丁街道' && row.value !== '' && Number(row.value) <= 50_000)
  await page.waitForFunction(
    (text) => document.querySelector('[data-explorer] [role="status"]')?.textContent === text,
    { timeout: 20_000 },
    `${narrowed.length.toLocaleString('en')} / 120,000 行符合条件。`,
  )
  expect(await shown(page)).toEqual(firstPage(descending(narrowed)))
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['column'])).toBe('value')
  await page.click('.pager button:last-child')
  await page.waitForFunction(() => document.querySelector('.pager')?.textContent?.includes('第 2 /'))
  expect(await shown(page)).toEqual(firstPage(descending(narrowed).slice(50)))
  expect(await violationsOf(page)).toEqual([])
  expect(await follow(page, '[data-query-page]')).toContain('town.has=%E4%B8%81')
  await page.waitForFunction(
    (text) => document.querySelector('#query-status')?.textContent?.includes(text),
    { timeout: 20_000 },
    narrowed.length.toLocaleString('en'),
  )
})

test('where the network fails the preview stays, the page says so, and a second try works', async () => {
  const { page } = await reader.open('/data/large/')
  await page.setOfflineMode(true)
  await page.click('[data-explorer] [data-open]')
  await page.waitForFunction(() =>
    document.querySelector('[data-explorer] [role="status"]')?.textContent?.includes('没有取到'),
  )
  expect(await page.$eval('[data-static]', (preview) => preview.checkVisibility())).toBe(true)
  await page.setOfflineMode(false)
  await openTable(page)
  expect(await page.$$eval('[data-whole]', (all) => all.length)).toBe(1)
})

test('the open table fits a narrow screen', async () => {
  const { page } = await reader.open('/data/large/', { width: 360, dark: true })
  await openTable(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect({ overflow, violations: await violationsOf(page) }).toEqual({ overflow: 0, violations: [] })
})

function parquetBytes(): number {
  const folder = join(out, 'data/large/latest')
  const files = readdirSync(folder).filter((name) => name.endsWith('.parquet'))
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

async function openTable(page: Page): Promise<void> {
  await page.click('[data-explorer] [data-open]')
  await page.waitForSelector('.query-table tbody tr', { timeout: 20_000 })
}

function shown(page: Page): Promise<string[][]> {
  return page.$$eval('.query-table tbody tr', (rows) =>
    rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? '').slice(0, 3)),
  )
}

function firstPage(
  rows: readonly { readonly no: string; readonly town: string; readonly value: string }[],
): string[][] {
  const number = (text: string) => (text === '' ? '—缺' : Number(text).toLocaleString('en'))
  return rows.slice(0, 50).map((row) => [row.no, row.town, number(row.value)])
}

function day(row: number): string {
  return new Date(Date.UTC(2015, 0, 1 + (row % 3650))).toISOString().slice(0, 10)
}

const descriptor = `name: large
title: 大表
description: 虚构示例，只用于测试：这里的地方和数字都是编的，与真实的城市、企业、文件和个人无关，请勿引用，只为看看十二万行的表。
version: 1.0.0
created: 2026-11-20
resources:
  - name: shops
    title: 店
    path: shops.csv
    schema:
      fields:
        - { name: 'no', title: 序号, type: integer }
        - { name: town, title: 镇街, type: string }
        - { name: value, title: 数值, type: integer }
        - { name: opened, title: 开业, type: date }
      primaryKey: 'no'
gongbao:
  disclosure: 无条件开放
  updateCycle: 一次性
  updatedOn: 2026-11-20
  provider: 示例发布者
`
