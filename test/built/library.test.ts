import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reader, startReader } from './reader.ts'
import { pathOf, tabTo, textOf } from './walk.ts'

/** Lists that boxes narrow, with two boxes that some rows fit both. */
const lists = [
  { path: '/policies/', list: 'library', one: ['region', '330782'], other: ['kind', '通知'] },
  { path: '/progress/', list: 'promises', one: ['region', '330782'], other: ['lead', 'yw-scjgj'] },
  { path: '/data/indicators/', list: 'indicators', one: ['region', '330782'], other: ['has', 'targets'] },
  { path: '/data/', list: 'datasets', one: ['region', '330782'], other: ['cycle', '不定期'] },
] as const

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

describe.each(lists)('$path', ({ path, list, one, other }) => {
  const box = ([name, value]: readonly [string, string]) => `form.facets input[name="${name}"][value="${value}"]`
  const note = `#${list}-count`

  test('every box tells how many rows it would give, and gives them', async () => {
    const { page, faults } = await reader.open(path)
    const all = await rowsOf(page, list)
    const boxes = await boxesOf(page)
    expect(boxes.length).toBeGreaterThan(5)
    for (const { name, value, count } of boxes) {
      await page.click(box([name, value]))
      const shown = await rowsOf(page, list)
      expect([name, value, shown.length]).toEqual([name, value, count])
      expect(shown.every((row) => (row[name] ?? '').split(' ').includes(value))).toBe(true)
      expect(await textOf(page, note)).toContain(`${count} 项`)
      await page.click(box([name, value]))
    }
    expect(await rowsOf(page, list)).toHaveLength(all.length)
    expect(faults).toEqual([])
  })

  test('facets must all fit, the counts follow, and 清除 brings everything back', async () => {
    const { page } = await reader.open(path)
    const [all, before] = [await rowsOf(page, list), await textOf(page, note)]
    await page.click(box(one))
    const expected = (await boxesOf(page)).find(({ name, value }) => name === other[0] && value === other[1])?.count
    await page.click(box(other))
    const shown = await rowsOf(page, list)
    expect(shown).toHaveLength(expected ?? -1)
    expect(shown.length).toBeLessThan(all.length)
    await page.click('form.facets button[type="reset"]')
    await page.waitForFunction(() => location.search === '')
    expect(await rowsOf(page, list)).toEqual(all)
    expect(await textOf(page, note)).toBe(before)
    expect(await page.$$('form.facets input:checked')).toHaveLength(0)
  })

  test('what is chosen stands in the address; reload, back and forward follow it', async () => {
    const { page } = await reader.open(path)
    const all = await rowsOf(page, list)
    await page.click(box(one))
    await page.click(box(other))
    const narrowed = await rowsOf(page, list)
    const address = pathOf(page)
    expect(new URLSearchParams(address.split('?')[1]).getAll(one[0])).toEqual([one[1]])
    expect(new URLSearchParams(address.split('?')[1]).getAll(other[0])).toEqual([other[1]])
    await page.reload({ waitUntil: 'load' })
    expect(await rowsOf(page, list)).toEqual(narrowed)
    await page.goBack()
    await page.goBack()
    await page.waitForFunction(() => location.search === '')
    expect(await rowsOf(page, list)).toEqual(all)
    await page.goForward()
    await page.goForward()
    await page.waitForFunction((wanted) => location.pathname + location.search === wanted, {}, address)
    expect(await rowsOf(page, list)).toEqual(narrowed)
  })

  test('the keyboard reaches a box, sets it, and clears', async () => {
    const { page } = await reader.open(path)
    const all = await rowsOf(page, list)
    await tabTo(page, box(one))
    await page.keyboard.press('Space')
    expect((await rowsOf(page, list)).length).toBeLessThan(all.length)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true)
    await tabTo(page, 'form.facets button[type="reset"]')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.search === '')
    expect(await rowsOf(page, list)).toEqual(all)
  })

  test('one key leads past the boxes to the list, and keeps what is chosen', async () => {
    const { page } = await reader.open(`${path}?${one[0]}=${one[1]}`)
    const narrowed = await rowsOf(page, list)
    await tabTo(page, '.facets-fold .skip')
    await page.keyboard.press('Enter')
    // A table that scrolls takes the focus before its links.
    expect(await tabTo(page, `#${list} a, #${list} [tabindex]`)).toBe(1)
    expect(pathOf(page)).toBe(`${path}?${one[0]}=${one[1]}#${list}`)
    expect(await rowsOf(page, list)).toEqual(narrowed)
  })

  test('on a phone the boxes are folded and open by the keyboard', async () => {
    const { page } = await reader.open(path, { width: 360 })
    const visible = () => page.$eval('form.facets', (form) => form.checkVisibility())
    expect(await visible()).toBe(false)
    await tabTo(page, '.facets-fold > summary')
    await page.keyboard.press('Enter')
    expect(await visible()).toBe(true)
    await tabTo(page, 'form.facets input')
  })

  test('without scripts there are no boxes, and every row is shown', async () => {
    const all = await rowsOf((await reader.open(path)).page, list)
    const { page } = await reader.open(`${path}?${one[0]}=${one[1]}`, { script: false })
    expect(await page.$eval('form.facets', (form) => form.checkVisibility())).toBe(false)
    expect(await rowsOf(page, list)).toEqual(all)
  })
})

test('groups of promises say how many they show, and an empty one goes', async () => {
  const { page } = await reader.open('/progress/?lead=yw-scjgj')
  const groups = await page.$$eval('#promises [data-group]', (all) =>
    all
      .filter((group) => group.checkVisibility())
      .map((group) => {
        const rows = Array.from(group.querySelectorAll('tr[data-region]')).filter((row) => row.checkVisibility())
        return { rows: rows.length, said: group.querySelector('[data-group-count]')?.textContent }
      }),
  )
  expect(groups.length).toBeGreaterThan(0)
  expect(groups.filter(({ rows, said }) => rows === 0 || said !== `${rows} 项`)).toEqual([])
})

test('a narrowed board tells how many of its promises can be assessed', async () => {
  const { page } = await reader.open('/progress/?region=330782')
  const { shown, assessable } = await page.evaluate(() => {
    const rows = Array.from(document.querySelectorAll<HTMLElement>('#promises [data-region]')).filter(
      (row) => !row.hidden,
    )
    return { shown: rows.length, assessable: rows.filter((row) => 'assessable' in row.dataset).length }
  })
  expect(shown).toBeGreaterThan(1)
  expect(await textOf(page, '#promises-count')).toContain(`符合的 ${shown} 项，其中 ${assessable} 项可以评估`)
})

describe('the search of the catalogue', () => {
  const field = '#datasets-q'

  test('finds what a dataset holds and does not show, together with the boxes, and stands in the address', async () => {
    const { page, faults } = await reader.open('/data/')
    const all = await rowsOf(page, 'datasets')
    await page.type(field, 'PRINTED 义乌')
    const found = await rowsOf(page, 'datasets')
    expect(found.length).toBeGreaterThan(1)
    expect(found.length).toBeLessThan(all.length)
    expect(found.every((row) => row['words']?.toLowerCase().includes('printed'))).toBe(true)
    // The boxes count what the words leave.
    const box = (await boxesOf(page)).find(({ name, value }) => name === 'cycle' && value === '一次性')
    await page.click('form.facets input[name="cycle"][value="一次性"]')
    const narrowed = await rowsOf(page, 'datasets')
    expect(narrowed).toHaveLength(box?.count ?? -1)
    expect(new URL(page.url()).searchParams.get('q')).toBe('PRINTED 义乌')
    await page.reload({ waitUntil: 'load' })
    expect(await rowsOf(page, 'datasets')).toEqual(narrowed)
    expect(await page.$eval(field, (input) => (input as HTMLInputElement).value)).toBe('PRINTED 义乌')
    await page.click('form.facets button[type="reset"]')
    await page.waitForFunction(() => location.search === '')
    expect(await rowsOf(page, 'datasets')).toHaveLength(all.length)
    expect(faults).toEqual([])
  })

  test('typing leaves no trail of steps, and says when nothing fits', async () => {
    const { page } = await reader.open('/data/')
    const before = await page.evaluate(() => history.length)
    await page.type(field, '没有这样的数据')
    expect(await page.evaluate(() => history.length)).toBe(before)
    expect(await rowsOf(page, 'datasets')).toEqual([])
    expect(await textOf(page, '#datasets-count')).toContain('没有同时符合的')
    expect(await page.$$eval('#datasets section', (all) => all.filter((one) => one.checkVisibility()))).toEqual([])
  })

  test('without scripts there is no field that could do nothing', async () => {
    const { page } = await reader.open('/data/', { script: false })
    expect(await page.$eval(field, (input) => input.checkVisibility())).toBe(false)
  })
})

/** The visible rows of a list, each with its values. */
function rowsOf(page: Page, list: string): Promise<Record<string, string | undefined>[]> {
  return page.$$eval(`#${list} li[data-region], #${list} tr[data-region]`, (rows) =>
    rows.filter((row) => row.checkVisibility()).map((row) => ({ ...(row as HTMLElement).dataset })),
  )
}

function boxesOf(page: Page): Promise<{ name: string; value: string; count: number }[]> {
  return page.$$eval('form.facets input[type="checkbox"]', (boxes) =>
    boxes.map((box) => {
      const { name, value } = box as HTMLInputElement
      return { name, value, count: Number(box.closest('label')?.querySelector('.count')?.textContent) }
    }),
  )
}
