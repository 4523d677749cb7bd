import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { dist, type Reader, startReader } from './reader.ts'
import { pathOf, tabTo, textOf } from './walk.ts'

const trade = '/data/query/?dataset=yw-trade'
const bySource = `${trade}&table=observations&group=source`

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

test('a dataset is chosen from the list, and its whole table stands there with names beside the codes', async () => {
  const { page, faults, offSite, requests } = await reader.open('/data/query/')
  expect(requests.filter((one) => /parquet|wasm|\.csv/.test(one))).toEqual([])
  await page.click('a[data-dataset="yw-trade"]')
  await answered(page)
  const rows = rowsOfFile('yw-trade/latest/observations.csv')
  expect(await textOf(page, '#query-status')).toBe(`共 ${rows.length} 行。`)
  expect(pathOf(page)).toContain('dataset=yw-trade')
  const cells = await tableOf(page)
  expect(cells.length).toBe(Math.min(50, rows.length))
  expect(cells[0]?.[1]).toBe(`义乌市 ${rows[0]?.['region']}`)
  expect({ faults, offSite }).toEqual({ faults: [], offSite: [] })
})

test('a condition narrows the rows, goes into the address, and comes back with it', async () => {
  const { page } = await reader.open(trade)
  await answered(page)
  const rows = rowsOfFile('yw-trade/latest/observations.csv')
  await page.click('#query-add-condition')
  await page.select('#condition-0', 'indicator')
  await page.waitForSelector('.condition__boxes input[value="exports"]')
  await page.click('.condition__boxes input[value="exports"]')
  const wanted = rows.filter((row) => row['indicator'] === 'exports').length
  await said(page, `${wanted} / ${rows.length} 行符合条件`)
  expect(pathOf(page)).toContain('indicator.in=exports')
  await page.reload({ waitUntil: 'load' })
  await said(page, `${wanted} / ${rows.length} 行符合条件`)
  expect(await page.$eval('.condition__boxes input[value="exports"]', (box) => (box as HTMLInputElement).checked)).toBe(
    true,
  )
  await page.goBack()
  await said(page, `共 ${rows.length} 行`)
})

test('groups are counted as the file says, sorted by a head, and taken away', async () => {
  const { page } = await reader.open(bySource)
  await answered(page)
  const counts = new Map<string, number>()
  for (const { source = '' } of rowsOfFile('yw-trade/latest/observations.csv'))
    counts.set(source, (counts.get(source) ?? 0) + 1)
  expect(await textOf(page, '#query-status')).toContain(`分成 ${counts.size} 组`)
  await page.click('[data-sort="count"]')
  await page.waitForSelector('th[aria-sort="ascending"] [data-sort="count"]')
  await page.click('[data-sort="count"]')
  await page.waitForSelector('th[aria-sort="descending"] [data-sort="count"]')
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['sort'])).toBe('count')
  const shown = (await tableOf(page)).map((row) => Number(row[1]))
  expect(shown).toEqual([...counts.values()].sort((a, b) => b - a))
  const records = parse(await download(page, 'csv'), { columns: true }) as Record<string, string>[]
  expect(new Map(records.map(({ source = '', count }) => [source, Number(count)]))).toEqual(counts)
  expect(records.every((record) => record['source_name'])).toBe(true)
  expect(JSON.parse(await download(page, 'json'))).toHaveLength(counts.size)
  expect((await download(page, 'excel.csv')).startsWith('\uFEFF来源,')).toBe(true)
})

test('a pivot is made with plain controls, and a total without meaning is named as such', async () => {
  const { page } = await reader.open(trade)
  await answered(page)
  await page.select('#group-0', 'period')
  await said(page, '组')
  await page.select('#across', 'indicator')
  await page.waitForFunction(() => document.querySelectorAll('.query-table thead th').length > 3)
  await page.select('#measure-0', 'sum')
  await page.waitForSelector('#measure-column-0')
  expect(await page.$eval('#measure-column-0', (select) => (select as HTMLSelectElement).value)).toBe('value')
  await page.select('#across', '')
  await page.waitForSelector('#query-cautions .notice')
  expect(await textOf(page, '#query-cautions')).toMatch(/这个结果不能当数字用.*不同的指标放在了一起/)
  expect(await textOf(page, '#query-status')).toContain('注意')
  expect(pathOf(page)).toMatch(/group=period&measure=value\.sum$/)
})

test('the keyboard alone adds a condition and reaches the result', async () => {
  const { page } = await reader.open(trade)
  await answered(page)
  await tabTo(page, '#query-add-condition')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('condition-0')
  await tabTo(page, '.condition__boxes input[type="checkbox"]')
  await page.keyboard.press('Space')
  await said(page, '行符合条件')
  await tabTo(page, '[data-sort="period"]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('th[aria-sort="ascending"] [data-sort="period"]')
  await tabTo(page, '[data-download="csv"]')
})

test('SQL is loaded by a button that tells its size, runs in a worker, and says in plain words what is wrong', async () => {
  const { page, faults, offSite, requests } = await reader.open(trade)
  await answered(page)
  await page.click('#query-sql summary')
  await page.waitForSelector('#query-sql-run')
  expect(requests.filter((one) => one.endsWith('.wasm'))).toEqual([])
  expect(await textOf(page, '#query-sql-run')).toContain('0.7 MB')
  await write(page, 'SELECT count(*) AS n FROM observations')
  await page.click('#query-sql-run')
  await sqlSaid(page, '1 行。')
  expect(await textOf(page, '#query-sql-place tbody')).toBe(
    String(rowsOfFile('yw-trade/latest/observations.csv').length),
  )
  expect(requests.filter((one) => one.endsWith('.wasm'))).toHaveLength(1)
  expect(pathOf(page)).toContain('sql=SELECT+count')
  await write(page, 'SELECT gone FROM observations')
  await page.click('#query-sql-run')
  await sqlSaid(page, '没有叫 gone 的列')
  const violations = await violationsOf(page)
  expect({ faults, offSite, violations }).toEqual({ faults: [], offSite: [], violations: [] })
})

test('what the page may run is said by its headers, and by no other page', async () => {
  const policy = async (path: string) => (await fetch(reader.url + path)).headers.get('Content-Security-Policy')
  expect(await policy('/data/query/')).toContain("'wasm-unsafe-eval'")
  for (const path of ['/', '/data/', '/data/yw-trade/']) expect(await policy(path)).not.toContain('wasm')
})

test.each([
  [1280, false],
  [768, true],
  [360, true],
])('at %i px, dark %s: axe finds nothing and the page does not scroll sideways', async (width, dark) => {
  const address = `${trade}&indicator.in=exports&indicator.in=imports&value.from=1&group=period&across=indicator`
  const { page, faults } = await reader.open(address, { width, dark })
  await answered(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const violations = await violationsOf(page)
  expect({ faults, overflow, violations }).toEqual({ faults: [], overflow: 0, violations: [] })
})

test('without scripts the page says what it needs and lists the files', async () => {
  const { page } = await reader.open('/data/query/', { script: false })
  expect(await textOf(page, 'main')).toContain('没有脚本时，请下载下面的文件')
  const links = await page.$$eval('main a[href$=".csv"]', (all) => all.map((one) => one.getAttribute('href') ?? ''))
  expect(links).toContain('/data/yw-trade/latest/observations.csv')
  expect(await page.$eval('#query-panel', (panel) => panel.checkVisibility())).toBe(false)
})

test('a table of a register links its names to their pages, and another table of the dataset is a choice away', async () => {
  const { page } = await reader.open('/data/query/?dataset=projects')
  await answered(page)
  await page.select('#query-table', 'milestones')
  await page.waitForFunction(() => location.search.includes('table=milestones'))
  const rows = rowsOfFile('projects/latest/milestones.csv').length
  await said(page, `共 ${rows} 行`)
  const links = await page.$$eval('#query-result td a', (all) => all.map((one) => one.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThan(0)
  for (const link of new Set(links)) expect((await fetch(reader.url + link)).status).toBe(200)
})

test('SQL fits a narrow screen, and a column that is not there any more does no harm', async () => {
  const { page, faults } = await reader.open(`${trade}&group=gone&gone.in=1`, { width: 360, dark: true })
  await answered(page)
  expect(await textOf(page, '#query-status')).toBe(`共 ${rowsOfFile('yw-trade/latest/observations.csv').length} 行。`)
  await page.click('#query-sql summary')
  await page.waitForSelector('#query-sql-run')
  await page.click('#query-sql-run')
  await sqlSaid(page, '行。')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const violations = await violationsOf(page)
  expect({ faults, overflow, violations }).toEqual({ faults: [], overflow: 0, violations: [] })
})

test('an address made with another version says so', async () => {
  const { page } = await reader.open(`${trade}&version=0.0.1`)
  await answered(page)
  expect(await textOf(page, '#query-about')).toContain('这个网址是按 0.0.1 版做的')
})

test('an address of a dataset that is not there says so', async () => {
  const { page } = await reader.open('/data/query/?dataset=gone')
  await said(page, '数据没有取到')
})

function rowsOfFile(path: string): Record<string, string>[] {
  return parse(readFileSync(`${dist}/data/${path}`, 'utf8'), { columns: true }) as Record<string, string>[]
}

async function answered(page: Page): Promise<void> {
  await page.waitForSelector('#query-result tbody tr', { timeout: 10_000 })
}

async function said(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('#query-status')?.textContent?.includes(wanted),
    { timeout: 10_000 },
    text,
  )
}

async function sqlSaid(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('#query-sql-status')?.textContent?.includes(wanted),
    { timeout: 20_000 },
    text,
  )
}

function write(page: Page, sql: string): Promise<void> {
  return page.$eval('#query-sql-text', (area, text) => ((area as HTMLTextAreaElement).value = text), sql).then(() => {})
}

function tableOf(page: Page): Promise<string[][]> {
  return page.$$eval('#query-result tbody tr', (rows) =>
    rows.map((row) => Array.from(row.children, (cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())),
  )
}

/** The text of the file that a button makes, without saving it. */
function download(page: Page, ending: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const made = URL.createObjectURL
    const blobs: Blob[] = []
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob)
      return made.call(URL, blob)
    }
    document.querySelector<HTMLElement>(`#query-actions [data-download="${wanted}"]`)?.click()
    URL.createObjectURL = made
    const bytes = await blobs[0]?.arrayBuffer()
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  }, ending)
}

test('what is typed in two conditions survives every other control, and nonsense is refused beside its field', async () => {
  const { page } = await reader.open(trade)
  await answered(page)
  await page.click('#query-add-condition')
  await page.select('#condition-0', 'value')
  await page.waitForSelector('[aria-label="条件 1：从"]')
  await page.click('#query-add-condition')
  await page.select('#condition-1', 'period')
  await page.waitForSelector('[aria-label="条件 2：从"]')
  await page.type('[aria-label="条件 1：从"]', '10亿')
  await page.type('[aria-label="条件 2：从"]', '2020')
  await page.waitForFunction(() => location.search.includes('period.from=2020'))
  expect(decodeURIComponent(pathOf(page))).toContain('value.from=10亿')
  await page.select('#group-0', 'source')
  await page.waitForFunction(() => location.search.includes('group=source'))
  expect(decodeURIComponent(pathOf(page))).toContain('value.from=10亿')
  expect(pathOf(page)).toContain('period.from=2020')
  const stands = await textOf(page, '#query-status')
  await page.reload({ waitUntil: 'load' })
  await said(page, stands)
  await page.type('[aria-label="条件 1：到"]', '很多')
  await said(page, '“很多”读不懂')
  expect(await textOf(page, '#condition-fault-1')).toContain('“很多”读不懂')
})
