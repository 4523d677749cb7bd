import { createHash } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reader, startReader } from './reader.ts'
import { follow, pathOf, textOf } from './walk.ts'

const policy = '/policies/yw-zbf-2021-38/'
const plan = '/progress/yw-zbf-2021-38/'

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

test('from the front page by links to a promise, its clause, its department and back', async () => {
  const { page, faults } = await reader.open('/')
  expect(await follow(page, 'main a[href="/progress/"]')).toBe('/progress/')
  expect(await follow(page, `main a[href="${plan}"]`)).toBe(plan)
  expect(await follow(page, `main a[href="${plan}t32/"]`)).toBe(`${plan}t32/`)
  const words = await textOf(page, 'h1')

  expect(await follow(page, `.facts a[href^="${policy}#"]`)).toBe(`${policy}#t32`)
  expect(await textOf(page, ':target a')).toBe(words)
  const clause = await page.$eval(':target', (mark) => mark.closest('.clause')?.id)
  expect(await isHighlighted(page, `#${clause}`)).toBe(true)
  await comesIntoView(page, ':target')

  expect(await follow(page, ':target a')).toBe(`${plan}t32/`)
  await page.goBack({ waitUntil: 'load' })
  const department = await follow(page, `#${clause} .responsibility a[href^="/organizations/"]`)
  expect(department).toMatch(/^\/organizations\/yw-[a-z]+\/$/)
  expect(await follow(page, `main a[href="${policy}#${clause}"]`)).toBe(`${policy}#${clause}`)
  expect(await isHighlighted(page, ':target')).toBe(true)
  await comesIntoView(page, ':target')
  expect(faults).toEqual([])
})

test('from an indicator to the source of a figure, and from the source to all that rests on it', async () => {
  const { page, faults } = await reader.open('/data/indicators/')
  const indicator = await follow(page, 'main a[href="/data/indicators/jh-wujian-amount/"]')
  expect(await textOf(page, 'tr[id^="o-"] .printed, tr[id^="o-"] td:nth-last-child(2)')).not.toBe('')
  const note = await follow(page, 'tr[id^="o-"] a[href^="#s"]')
  expect(note).toMatch(/#s\d+$/)
  await comesIntoView(page, ':target')
  const source = await follow(page, ':target a[href^="/sources/"]')
  expect(source).toMatch(/^\/sources\/[a-z0-9-]+\/$/)
  const resting = await page.$$eval('main a', (links) => links.map((link) => link.getAttribute('href')))
  expect(resting).toContain(indicator)
  expect(await follow(page, `main a[href="${indicator}"]`)).toBe(indicator)
  expect(faults).toEqual([])
})

test('what a dataset offers to download has the checksum that the page prints', async () => {
  const { page } = await reader.open('/data/registers/')
  const downloads = await page.$$eval('.downloads li', (items) =>
    items.map((item) => ({
      path: item.querySelector('a')?.getAttribute('href') ?? '',
      printed: /\b[0-9a-f]{64}\b/.exec(item.querySelector('.downloads__sum')?.textContent ?? '')?.[0],
    })),
  )
  const summed = downloads.filter(({ printed }) => printed)
  expect(summed.length).toBeGreaterThan(3)
  for (const { path, printed } of summed) {
    const bytes = new Uint8Array(await (await fetch(reader.url + path)).arrayBuffer())
    expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, printed])
  }
})

test('each of the 38 promises has a page, and each page leads back to its words in the clause', async () => {
  const { page } = await reader.open(plan)
  const pages = await page.$$eval('#targets tr[id] th a', (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )
  // In the order of the text, which is not quite that of the ids.
  expect(pages.toSorted()).toEqual(Array.from({ length: 38 }, (_, at) => `${plan}t${String(at + 1).padStart(2, '0')}/`))
  const back = await linksOf(page, pages, `.facts a[href^="${policy}#"]`)
  expect(back).toEqual(pages.map((path) => `${policy}#${path.slice(plan.length, -1)}`))
  await reader.open(policy)
  const marks = await page.$$eval('.target-mark', (all) =>
    all.map((mark) => [`#${mark.id}`, mark.closest('.clause')?.id]),
  )
  expect(marks.map(([id]) => policy + id).sort()).toEqual([...back].sort())
  expect(marks.filter(([, clause]) => !clause)).toEqual([])
})

test('the policy shows 38 promises with their status, and 13 tasks with who leads', async () => {
  const { page } = await reader.open(policy)
  const promises = await countVisible(page, '.target-mark')
  const statuses = await countVisible(page, '.target-mark .status')
  const tasks = await countVisible(page, '.clause:has(.responsibility a[href^="/organizations/"]) .side-notes__task')
  expect({ promises, statuses, tasks }).toEqual({ promises: 38, statuses: 38, tasks: 13 })
  await page.emulateMediaType('print')
  expect(await countVisible(page, '.annex tbody tr')).toBeGreaterThanOrEqual(38)
  expect(await countVisible(page, 'table.tasks tbody tr:has([data-label="牵头"] a)')).toBe(13)
})

test('the board says how many of how many can be assessed, as its list, its plans and its twin do', async () => {
  const { page } = await reader.open('/progress/')
  const said = /^(\d+) ?／ (\d+) 项可以评估$/
    .exec(await textOf(page, '.figure-of'))
    ?.slice(1)
    .map(Number)
  const plans = await page.$$eval('#plans td.num', (cells) =>
    cells.map((cell) => (cell.textContent ?? '').split('／').map(Number)),
  )
  expect([0, 1].map((at) => plans.reduce((sum, numbers) => sum + (numbers[at] ?? Number.NaN), 0))).toEqual(said)
  expect(await countVisible(page, '.targets--all tr[data-status]')).toBe(said?.[1])
  const { tally } = (await (await fetch(`${reader.url}/progress.json`)).json()) as { tally: Record<string, number> }
  expect([tally['assessable'], tally['total']]).toEqual(said)
})

test('金华“五减” stands at 92.3 % of its 200亿, with the source of the figure', async () => {
  const { page } = await reader.open('/progress/jh-wujian-2020/')
  const row = await page.$$eval('#targets tr[id]', (rows) =>
    rows.map((one) => (one.textContent ?? '').replace(/\s/g, '')).find((text) => text.includes('92.3%')),
  )
  expect(row).toContain('200亿')
  const target = await follow(page, '#targets tr[id] th a')
  expect(target).toBe('/progress/jh-wujian-2020/t01/')
  expect((await textOf(page, '#formula')).replace(/\s/g, '')).toContain('92.3%')
  expect(await follow(page, '#figures a[href^="#s"], #formula a[href^="#s"]')).toMatch(/#s\d+$/)
  expect(await follow(page, ':target a[href^="/sources/"]')).toMatch(/^\/sources\//)
  expect(pathOf(page)).not.toBe(target)
})

/** A clause that the address names has a red line beside its text. */
function isHighlighted(page: Page, selector: string): Promise<boolean> {
  return page.$eval(selector, (clause) => {
    const text = clause.querySelector(':scope > .clause__text')
    return text !== null && getComputedStyle(text).boxShadow !== 'none'
  })
}

/** Waits until the page has scrolled there: it does so smoothly. */
async function comesIntoView(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const top = document.querySelector(wanted)?.getBoundingClientRect().top ?? -1
      return top >= 0 && top < innerHeight
    },
    { timeout: 5000 },
    selector,
  )
}

function countVisible(page: Page, selector: string): Promise<number> {
  return page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length)
}

/** Reads pages in the browser without opening them: the one link of each that fits, or how many there are. */
function linksOf(page: Page, paths: readonly string[], selector: string): Promise<string[]> {
  return page.evaluate(
    (wanted, kind) =>
      Promise.all(
        wanted.map(async (path) => {
          const text = await (await fetch(path)).text()
          const links = new DOMParser().parseFromString(text, 'text/html').querySelectorAll(kind)
          return links.length === 1 ? (links[0]?.getAttribute('href') ?? '') : `${path}: ${links.length}`
        }),
      ),
    paths,
    selector,
  )
}
