import { existsSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer-core'
import { serve } from '../../src/pipeline/serve/serve.ts'
import { launch } from './chromium.ts'

/** The built site; another folder by `GONGBAO_DIST`. */
export const dist = process.env['GONGBAO_DIST'] ?? 'dist'

/** How a page is looked at. */
interface Look {
  readonly width?: number
  readonly dark?: boolean
  /** False: the browser runs no scripts. */
  readonly script?: boolean
}

/** What happened since a page was opened. */
interface Visit {
  readonly page: Page
  /** Errors and warnings of the console, violations of the content security policy, requests that failed. */
  readonly faults: string[]
  /** Addresses asked for, with their method where it is not GET. */
  readonly requests: string[]
  /** Those of them on any other host. */
  readonly offSite: string[]
}

/** The built site, served, and one tab that reads it: opening tabs is what takes time. */
export interface Reader {
  readonly url: string
  /** Opens a path of the site in the tab; what an earlier visit gave is over. */
  open(path: string, look?: Look): Promise<Visit>
  close(): Promise<void>
}

export async function startReader(folder = dist): Promise<Reader> {
  if (!existsSync(`${folder}/index.html`)) throw new Error('run npm run build first')
  const server = await serve(folder, { port: 0 })
  let browser = await launch()
  let tab = await openTab(browser, server.url)
  return {
    url: server.url,
    async open(path, look = {}) {
      try {
        return await tab(path, look)
      } catch (error) {
        if (browser.connected) throw error
        // In one process with its pages, as the bundled browser runs, it dies with one of them.
        browser = await launch()
        tab = await openTab(browser, server.url)
        return tab(path, look)
      }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

type Tab = (path: string, look: Look) => Promise<Visit>

async function openTab(browser: Browser, site: string): Promise<Tab> {
  const page = await browser.newPage()
  let visit: Visit = { page, faults: [], requests: [], offSite: [] }
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) visit.faults.push(message.text())
  })
  page.on('pageerror', (error) => visit.faults.push(String(error)))
  page.on('request', (request) => {
    const to = request.url()
    visit.requests.push(request.method() === 'GET' ? to : `${request.method()} ${to}`)
    if (to.startsWith('http') && new URL(to).host !== new URL(site).host) visit.offSite.push(to)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) visit.faults.push(`${response.status()} ${response.url()}`)
  })
  // What a policy only reports is not always printed to the console.
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`)
    })
  })
  return async (path, look) => {
    await page.setViewport({ width: look.width ?? 1280, height: 900 })
    await page.setJavaScriptEnabled(look.script ?? true)
    await page.emulateMediaType()
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.dark ? 'dark' : 'light' }])
    visit = { page, faults: [], requests: [], offSite: [] }
    await page.goto(site + path, { waitUntil: 'load' })
    await page.waitForNetworkIdle({ idleTime: 50 })
    return visit
  }
}
