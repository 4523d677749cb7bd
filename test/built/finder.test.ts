import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reader, startReader } from './reader.ts'
import { pathOf, tabTo, textOf } from './walk.ts'

const redPacket = 'yw-ly-hb'

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

test('without answers nothing about the reader is decided', async () => {
  const { page, faults, offSite } = await reader.open('/measures/')
  const cards = await cardsOf(page)
  expect(cards.length).toBeGreaterThan(40)
  const verdicts = new Set(cards.flatMap(({ conditions }) => conditions.map(({ verdict }) => verdict)))
  expect(verdicts).toEqual(new Set(['需确认']))
  expect(cards.flatMap(({ conditions }) => conditions.map(({ reason }) => reason)).join('')).toBe('')
  expect(new Set(cards.map(({ section }) => section))).toEqual(new Set(['open', 'closed']))
  expect({ faults, offSite }).toEqual({ faults: [], offSite: [] })
})

test('a worker from elsewhere fits every condition of the red packet, which is over all the same', async () => {
  const { page } = await reader.open('/measures/')
  await answer(page, 'identity', '劳动者')
  await answer(page, 'region', '330782')
  await answer(page, 'facts', 'pensionPaid')
  await answer(page, 'facts', 'outsider')
  const card = (await cardsOf(page)).find(({ id }) => id === redPacket)
  expect(card?.conditions.map(({ verdict }) => verdict)).toEqual(['符合', '符合', '符合', '符合'])
  expect(card?.section).toBe('closed')
  expect(card?.head).toMatch(/截止|终止|结束|过去/)
  expect(card?.head).not.toContain('符合')
})

test('a small enterprise does not fit what is for people only, and reads why', async () => {
  const { page } = await reader.open('/measures/')
  const forPeople = await page.$eval('#finder-data', (data) => {
    type Rule = { all?: Rule[]; field?: string; op?: string; value?: string[] }
    const { measures } = JSON.parse(data.textContent ?? '') as {
      measures: Record<string, { rule: Rule; time: string }>
    }
    const people = ['劳动者', '学生']
    return Object.entries(measures)
      .filter(([, { rule }]) =>
        rule.all?.some(
          ({ field, op, value }) => field === 'identity' && op === 'in' && value?.every((one) => people.includes(one)),
        ),
      )
      .map(([id, { time }]) => ({ id, over: time === 'no' }))
  })
  expect(forPeople.map(({ id }) => id)).toContain(redPacket)
  await answer(page, 'identity', '小微企业')
  const cards = await cardsOf(page)
  for (const { id, over } of forPeople) {
    const card = cards.find((one) => one.id === id)
    expect([id, card?.section]).toEqual([id, over ? 'closed' : 'unfit'])
    expect(card?.conditions).toContainEqual(
      expect.objectContaining({ verdict: '不符合', reason: '您填写的“身份”是小微企业，不符合' }),
    )
  }
  const open = cards.filter(({ section }) => section === 'open')
  expect(open.length).toBeGreaterThan(0)
  expect(open.flatMap(({ conditions }) => conditions).filter(({ verdict }) => verdict === '不符合')).toEqual([])
})

test('a live region counts what may apply, as the list shows it', async () => {
  const { page } = await reader.open('/measures/')
  await answer(page, 'identity', '学生')
  const cards = await cardsOf(page)
  const count = (section: string) => cards.filter((card) => card.section === section).length
  const said = await textOf(page, '#finder-status')
  expect(await page.$eval('#finder-status', (status) => status.getAttribute('role'))).toBe('status')
  expect(said).toMatch(new RegExp(`^${count('open')} 项可能适用`))
  expect(said).toContain(`${count('unfit')} 项不适用`)
  expect(said).toContain(`${count('closed')} 项已截止或终止`)
})

test('重新回答 brings the page back to where it began', async () => {
  const { page } = await reader.open('/measures/')
  const [before, said] = [await cardsOf(page), await textOf(page, '#finder-status')]
  await answer(page, 'identity', '小微企业')
  await answer(page, 'region', '330782')
  expect(await cardsOf(page)).not.toEqual(before)
  await page.click('#finder button[type="reset"]')
  await page.waitForFunction(
    (wanted) => document.querySelector('#finder-status')?.textContent?.replace(/\s+/g, ' ').trim() === wanted,
    {},
    said,
  )
  expect(await cardsOf(page)).toEqual(before)
  expect(await page.$$('#finder input:checked')).toHaveLength(0)
})

test('the keyboard alone answers, and 看结果 takes it to the results', async () => {
  const { page } = await reader.open('/measures/')
  expect(await tabTo(page, 'a.skip')).toBe(1)
  await tabTo(page, '#finder input[value="劳动者"]')
  await page.keyboard.press('Space')
  await tabTo(page, '#finder input[name="region"]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await tabTo(page, '#finder input[value="pensionPaid"]')
  await page.keyboard.press('Space')
  const checked = await page.$$eval('#finder input:checked', (all) => all.map((one) => (one as HTMLInputElement).value))
  expect(checked).toEqual(['劳动者', '330782', 'pensionPaid'])
  await tabTo(page, '#finder button[type="submit"]')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('open')
  await tabTo(page, '#open [data-measure] summary')
  const before = await unfolded(page)
  await page.keyboard.press('Enter')
  expect(await unfolded(page)).toBe(!before)
})

test('answers go nowhere: not into the address, nor a store, nor a request', async () => {
  const { page, requests } = await reader.open('/measures/')
  const [asked, entries] = [requests.length, await page.evaluate(() => history.length)]
  await answer(page, 'identity', '劳动者')
  await answer(page, 'region', '330782')
  await answer(page, 'facts', 'outsider')
  await page.click('#finder button[type="submit"]')
  await page.waitForNetworkIdle({ idleTime: 200 })
  const traces = await page.evaluate(async () => ({
    stores: [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length],
    caches: await caches.keys(),
    entries: history.length,
    state: history.state as unknown,
  }))
  expect(traces).toEqual({ stores: [0, 0, '', 0], caches: [], entries, state: null })
  expect([pathOf(page), requests.length]).toEqual(['/measures/', asked])
  await page.reload({ waitUntil: 'load' })
  expect(await page.$$('#finder input:checked')).toHaveLength(0)
})

test('every benefit names what it rests on, with or without scripts', async () => {
  const withScripts = await cardsOf((await reader.open('/measures/')).page)
  const { page } = await reader.open('/measures/', { script: false })
  const cards = await cardsOf(page)
  expect(cards.map(({ id }) => id).sort()).toEqual(withScripts.map(({ id }) => id).sort())
  expect(
    cards.filter(({ basis }) => !/^\/(policies\/[a-z0-9-]+\/(#[a-z0-9-]+)?|sources\/[a-z0-9-]+\/)$/.test(basis)),
  ).toEqual([])
  expect(cards.find(({ id }) => id === redPacket)?.basis).toBe('/policies/yw-lygn-2022/#c1')
  const hidden = await page.$$eval('[data-measure]', (all) => all.filter((card) => !card.checkVisibility()).length)
  const form = await page.$eval('#finder', (questions) => questions.checkVisibility())
  expect({ hidden, form }).toEqual({ hidden: 0, form: false })
  const fold = await page.$('[data-measure] details:not([open]) > summary')
  await fold?.click()
  expect(await fold?.evaluate((summary) => (summary.parentElement as HTMLDetailsElement).open)).toBe(true)
})

function answer(page: Page, name: string, value: string): Promise<void> {
  return page.click(`#finder input[name="${name}"][value="${value}"]`)
}

function unfolded(page: Page): Promise<boolean | undefined> {
  return page.evaluate(() => document.activeElement?.closest('details')?.open)
}

/** The benefits as they stand in the page. The last condition of each is the time; it does not depend on the reader. */
function cardsOf(page: Page) {
  return page.$$eval('[data-measure]', (cards) =>
    cards.map((card) => {
      const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      const lines = Array.from(card.querySelectorAll('.conditions > li')).slice(0, -1)
      return {
        id: (card as HTMLElement).dataset['measure'],
        section: card.closest('section')?.id,
        head: text(card.querySelector('.benefit__head .verdict')),
        conditions: lines.map((line) => ({
          verdict: text(line.querySelector('.verdict')),
          reason: text(line.querySelector('[data-reason]')),
        })),
        basis:
          Array.from(card.querySelectorAll('dt'))
            .find((term) => text(term) === '依据')
            ?.parentElement?.querySelector('a')
            ?.getAttribute('href') ?? '',
      }
    }),
  )
}
