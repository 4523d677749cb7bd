import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { dist, type Reader, startReader } from './reader.ts'

// A target with a figure in its period, and one without.
const pages = ['/progress/jh-wujian-2020/t01/', '/progress/yw-zbf-2021-38/t01/']

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

describe.each(pages)('%s', (path) => {
  test('needs no script, and neither does the page for frames', async () => {
    for (const each of [path, `${path}embed/`]) {
      const { requests } = await reader.open(each)
      expect(requests.filter((url) => /\.m?js(?:$|\?)/.test(url))).toEqual([])
    }
  })

  test('gives its chart as pictures that show themselves', async () => {
    for (const ending of ['svg', 'png']) {
      const file = `${path.slice(0, -1)}.${ending}`
      const { page } = await reader.open(path)
      expect(
        await page.$$eval('.download-list a', (links) => links.map((link) => link.getAttribute('href'))),
      ).toContain(file)
      const response = await fetch(reader.url + file)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      // Opened on its own, as a reader does who clicks the link: no request, no fault, and as wide as it says.
      const visit = await reader.open(file)
      expect({ faults: visit.faults, requests: visit.requests }).toEqual({ faults: [], requests: [reader.url + file] })
      const width = await visit.page.evaluate(
        () => document.querySelector('img')?.naturalWidth ?? document.documentElement.getBoundingClientRect().width,
      )
      expect(width).toBe(ending === 'png' ? 1600 : 800)
    }
  })

  test('stands in a frame of another site, which the full page does not', async () => {
    const { page } = await reader.open(`${path}embed/`)
    expect(await violationsOf(page)).toEqual([])
    expect(await page.$eval('meta[name=robots]', (meta) => meta.getAttribute('content'))).toBe('noindex')
    const allowed = async (address: string) =>
      /frame-ancestors ([^;]*)/.exec(
        (await fetch(reader.url + address)).headers.get('content-security-policy') ?? '',
      )?.[1]
    expect(await allowed(`${path}embed/`)).toBe('*')
    expect(await allowed(path)).toBe("'self'")
    expect(readFileSync(`${dist}/sitemap.xml`, 'utf8')).not.toContain('/embed/')
  })

  test('keeps the contrast of the text in its chart, in light and dark', async () => {
    for (const dark of [false, true]) {
      for (const width of [1280, 360]) {
        const { page } = await reader.open(path, { dark, width })
        const ratios = await page.evaluate(() => {
          const luminance = (color: string) => {
            const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
              const share = Number(part) / 255
              return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
            })
            return 0.2126 * r + 0.7152 * g + 0.0722 * b
          }
          const paper = luminance(getComputedStyle(document.documentElement).backgroundColor)
          return Array.from(document.querySelectorAll('.chart text'))
            .filter((text) => text.checkVisibility())
            .map((text) => {
              const ink = luminance(getComputedStyle(text).fill)
              return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
            })
        })
        expect(ratios.length).toBeGreaterThan(4)
        expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('shows the code to embed whole, and the promise in its sentence', async () => {
    const { page } = await reader.open(path, { width: 360 })
    const codes = await page.$$eval('.embed-code', (all) =>
      all.map((one) => [one.textContent, one.scrollWidth - one.clientWidth]),
    )
    expect(codes.map(([code]) => String(code).slice(0, 8))).toEqual(['<iframe ', '<a href='])
    expect(codes.map(([, hidden]) => hidden)).toEqual([0, 0])
    expect(await page.$eval('.target-clause mark', (mark) => mark.textContent?.trim())).toBeTruthy()
  })
})
