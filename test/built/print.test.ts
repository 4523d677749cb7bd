import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reader, startReader } from './reader.ts'

const a4 = { width: 595, height: 842 } // points

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

describe.each(['/policies/yw-zbf-2021-38/', '/progress/yw-zbf-2021-38/'])('%s on paper', (path) => {
  test('is a few sheets of A4', async () => {
    const { page } = await reader.open(path)
    const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }))
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.length).toBeLessThan(15)
    expect(sheets.filter(({ width, height }) => width !== a4.width || height !== a4.height)).toEqual([])
  })

  test('leaves out what only a screen can use, and keeps the text', async () => {
    const { page } = await reader.open(path)
    await page.emulateMediaType('print')
    const { left, heading } = await page.evaluate(() => {
      const screenOnly = '.masthead, nav, .skip, button, input, .screen-only'
      const visible = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
      return {
        left: Array.from(document.querySelectorAll(screenOnly))
          .filter(visible)
          .map((element) => `${element.tagName} ${element.className}`),
        heading: Array.from(document.querySelectorAll('h1'), visible),
      }
    })
    expect({ left, heading }).toEqual({ left: [], heading: [true] })
  })
})

test('a policy is printed under its red head, with its number, and every promise with its id', async () => {
  const { page } = await reader.open('/policies/yw-zbf-2021-38/')
  await page.emulateMediaType('print')
  const shown = await page.evaluate(() => ({
    head: document.querySelector('.red-head')?.checkVisibility(),
    number: document.querySelector('.red-head')?.textContent?.includes('义政办发〔2021〕38号'),
    ids: Array.from(document.querySelectorAll('.target-mark'), (mark) =>
      getComputedStyle(mark, '::after').content.replace(/[^t\d]/g, ''),
    ),
  }))
  expect(shown).toMatchObject({ head: true, number: true })
  expect(shown.ids.slice(0, 2)).toEqual(['t01', 't02'])
  expect(shown.ids).toHaveLength(38)
})

test('a plan of 38 promises is one sheet of A4: every id, nothing cut off, nothing under 7.5 points', async () => {
  const { page } = await reader.open('/progress/yw-zbf-2021-38/')
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([a4])
  await page.setViewport({ width: 710, height: 1060 }) // A4 without the margins of the sheet, in CSS pixels
  await page.emulateMediaType('print')
  const { ids, rows, cut, smallest, height } = await page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
    const cells = Array.from(document.querySelectorAll('.sheet tbody tr:not(.sheet__group) > *'))
    const texts = Array.from(document.querySelectorAll('main *, footer *')).filter(
      (one) => shown(one) && Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    return {
      ids: cells.filter((one) => shown(one) && /^t\d\d$/.test(one.textContent ?? '')).map((one) => one.textContent),
      rows: document.querySelectorAll('.sheet tbody tr:not(.sheet__group)').length,
      cut: cells.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
      smallest: Math.min(...texts.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
      height: document.documentElement.scrollHeight,
    }
  })
  expect(rows).toBe(38)
  expect(new Set(ids).size).toBe(38)
  expect(cut).toEqual([])
  expect(smallest).toBeGreaterThanOrEqual(10) // 7.5 points
  expect(height).toBeLessThanOrEqual(1060)
})

/** The sheets of a PDF in whole points: Chromium writes each with a box of its own, uncompressed. */
function sheetsOf(pdf: Uint8Array): { width: number; height: number }[] {
  const boxes = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)
  return Array.from(boxes, ([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }))
}
