import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../src/pipeline/serve.ts'
import { launch } from './chromium.ts'
import { pageTypes, visit } from './visit.ts'

const dist = 'dist'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The first of each type, and the pages that hold most. */
const paths = [
  ...new Set([
    ...pageTypes(dist),
    '/policies/yw-zbf-2021-38/',
    '/progress/yw-zbf-2021-38/',
    '/progress/jh-wujian-2020/t01/',
  ]),
]

let browser: Browser
let server: { readonly url: string; close(): Promise<void> }

beforeAll(async () => {
  expect(existsSync(`${dist}/index.html`), 'run npm run build first').toBe(true)
  server = await serve(dist, { port: 0 })
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.each(paths)('%s', (path) => {
  test.each([
    { width: 1280, dark: false },
    { width: 360, dark: true },
  ])('at $width px, dark $dark: no faults, nothing off site, no side scroll, axe finds nothing', async (look) => {
    const { page, faults, offSite } = await visit(browser, server.url + path, look)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.evaluate(axe)
    const violations = await page.evaluate(async () => {
      const found = await (
        globalThis as unknown as {
          axe: {
            run(
              options: object,
            ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }>
          }
        }
      ).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
      return found.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((one) => `${one.target} ${one.failureSummary}`)
            .join(' | ')}`,
      )
    })
    await page.close()
    expect({ faults, offSite, overflow, violations }).toEqual({ faults: [], offSite: [], overflow: 0, violations: [] })
  })

  test('reads the same without scripts', async () => {
    const { page } = await visit(browser, server.url + path, { script: false })
    const [heading, length] = await page.evaluate(
      () =>
        [
          document.querySelector('h1')?.textContent?.trim(),
          document.querySelector('main')?.innerText.length ?? 0,
        ] as const,
    )
    await page.close()
    expect(heading).not.toBe('')
    expect(length).toBeGreaterThan(60)
  })
})
