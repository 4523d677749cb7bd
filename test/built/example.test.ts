import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusWords } from '../../src/i18n/status.ts'
import { programRoot } from '../../src/pipeline/program-root.ts'
import { type StatusId, statusIds } from '../../src/progress/assessment.ts'
import { temporaryFolder } from '../full-root.ts'
import { type Ended, startScript } from '../scripts/run-script.ts'
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
let example: Ended

beforeAll(async () => {
  const started = startScript('example', ['--port', '4710'], temporaryFolder())
  try {
    await started.said('http://localhost:')
  } finally {
    started.kill('SIGTERM')
  }
  example = await started.ended
  reader = await startReader(join(programRoot, '.gongbao/example'))
}, 120_000)

afterAll(() => reader?.close())

test('npm run example builds the example city and prints its address alone on stdout', () => {
  expect(example.stdout).toMatch(/^http:\/\/localhost:\d+\/\n$/)
  expect(example.stderr).toMatch(/verify .*，0 处错误、0 处警告/)
})

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
