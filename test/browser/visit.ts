import { readdirSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer-core'

/** What happened while a page was open. */
export interface Visit {
  readonly page: Page
  /** Errors and warnings of the console, and requests that failed. */
  readonly faults: string[]
  /** Requests to any other host. */
  readonly offSite: string[]
}

/** Opens a page of the site at a width, in light or dark, and listens. */
export async function visit(
  browser: Browser,
  url: string,
  look: { readonly width?: number; readonly dark?: boolean; readonly script?: boolean } = {},
): Promise<Visit> {
  const page = await browser.newPage()
  const faults: string[] = []
  const offSite: string[] = []
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    const to = new URL(request.url())
    if (to.protocol.startsWith('http') && to.host !== new URL(url).host) offSite.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.setViewport({ width: look.width ?? 1280, height: 900 })
  await page.setJavaScriptEnabled(look.script ?? true)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.dark ? 'dark' : 'light' }])
  await page.goto(url, { waitUntil: 'networkidle0' })
  return { page, faults, offSite }
}

/** One address of every type of page in a built site: the first of each room, and every page that stands alone. */
export function pageTypes(dist: string): string[] {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.slice(0, -'index.html'.length))
    .sort()
  const seen = new Set<string>()
  return pages.filter((path) => {
    const type = typeOf(path)
    if (seen.has(type)) return false
    seen.add(type)
    return true
  })
}

/** `/progress/yw-zbf-2021-38/t01/` → `/progress/*​/*​/` */
function typeOf(path: string): string {
  const [, room = '', ...rest] = path.split('/')
  return rest.length < 2
    ? path
    : `/${room}/${rest.map((part, index) => (part === 'indicators' && index === 0 ? part : part && '*')).join('/')}`
}
