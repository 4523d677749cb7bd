import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusWords } from '../../src/i18n/status.ts'
import { type StatusId, statusIds } from '../../src/progress/assessment.ts'
import { cityDay, cityRoot } from '../example-city.ts'
import { temporaryFolder } from '../full-root.ts'
import { runScript } from '../scripts/run-script.ts'
import { violationsOf } from './axe.ts'
import { type Reader, startReader } from './reader.ts'

/** A target of the example city with each status. */
const targets: Readonly<Record<StatusId, string>> = {
  achieved: 'lc-zbf-2024-3/t02',
  ontrack: 'lc-zbf-2024-3/t01',
  slight: 'lc-zbf-2024-3/t13',
  far: 'lc-zbf-2024-3/t07',
  reverse: 'lc-zbf-2024-3/t09',
  missed: 'lc-zbf-2024-3/t22',
  pending: 'lc-zbf-2021-7/t03',
  nofigure: 'lc-zbf-2021-7/t04',
  early: 'lc-zbf-2024-3/t14',
  unable: 'lc-zbf-2024-3/t04',
  unquantified: 'lc-zbf-2024-3/t19',
}

const looks = [
  { width: 1280, dark: false },
  { width: 360, dark: true },
]

let reader: Reader

beforeAll(async () => {
  const out = join(temporaryFolder(), 'dist')
  const { code, stderr } = await runScript('build', ['--root', cityRoot, '--out', out, '--as-of', cityDay])
  expect(code, stderr).toBe(0)
  reader = await startReader(out)
}, 120_000)

afterAll(() => reader?.close())

describe('the example city in a browser', () => {
  test.each(['/progress/lc-zbf-2024-3/', '/progress/lc-zbf-2021-7/'])('%s', async (path) => {
    await expectSound(path)
  })

  test.each(['changes', '1.1.0', '1.0.0'])('releases of a dataset: %s', async (page) => {
    await expectSound(`/data/lc-history/${page}/`)
  })

  test.each(statusIds)('the page of a target that is %s', async (status) => {
    await expectSound(`/progress/${targets[status]}/`)
    const { page } = await reader.open(`/progress/${targets[status]}/`)
    const text = await page.$eval('main', (main) => main.textContent)
    expect(text).toContain(statusWords[status].zh)
    expect(await page.$eval('header', (header) => header.textContent)).toContain('虚构示例')
  })
})

/** Without faults, scripts, side scroll and violations of axe, wide and narrow, light and dark. */
async function expectSound(path: string): Promise<void> {
  for (const look of looks) {
    const { page, faults, offSite, requests } = await reader.open(path, look)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const scripts = requests.filter((one) => new URL(one).pathname.endsWith('.js'))
    const violations = await violationsOf(page)
    const found = { look, faults, offSite, scripts, overflow, violations }
    expect(found, path).toEqual({ look, faults: [], offSite: [], scripts: [], overflow: 0, violations: [] })
  }
}
