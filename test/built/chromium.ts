import { existsSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Set to 1, the browser that comes with the packages is used although another one is installed. */
const bundledOnly = process.env['GONGBAO_BUNDLED_CHROME'] === '1'

/** A headless browser: `CHROME_PATH`, else an installed one, else the one that comes with the packages. */
export async function launch(): Promise<Browser> {
  const own = bundledOnly ? undefined : (process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path)))
  if (own) return puppeteer.launch({ executablePath: own, args, headless: true })
  // Asks the package to bring its own system libraries too: a bare machine may lack them.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  return puppeteer.launch({ executablePath, args: [...args, '--no-zygote', '--single-process'], headless: 'shell' })
}
