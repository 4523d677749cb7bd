import type { Page } from 'puppeteer-core'

/** Clicks the first link of that kind and waits until the browser is where it leads; gives the path with its hash. */
export async function follow(page: Page, selector: string): Promise<string> {
  const link = await page.waitForSelector(selector, { visible: true, timeout: 5000 })
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), link?.click()])
  return pathOf(page)
}

/** Presses Tab until the focus is on such an element; gives how often it took. */
export async function tabTo(page: Page, selector: string, most = 200): Promise<number> {
  for (let pressed = 1; pressed <= most; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return pressed
  }
  throw new Error(`${most} times Tab do not reach ${selector}`)
}

export function pathOf(page: Page): string {
  const { pathname, search, hash } = new URL(page.url())
  return pathname + search + hash
}

/** The visible text of the first such element, its white space joined. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
}
