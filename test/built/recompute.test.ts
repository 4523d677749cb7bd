import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusWords } from '../../src/i18n/status.ts'
import { formatShare } from '../../src/model/number/format.ts'
import { workedOut } from '../../src/model/number/rounding.ts'
import { formatPace } from '../../src/progress/formula.ts'
import { recompute } from '../../src/progress/recompute.ts'
import { type Reader, startReader } from './reader.ts'

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

interface Seen {
  readonly path: string
  readonly twin: { readonly assessment: { readonly status: { readonly id: string } } }
  readonly facts: string
  readonly table: string
  readonly pictures: readonly string[]
  readonly formula: string
  readonly schema: { readonly variableMeasured: readonly { readonly propertyID: string; readonly value: unknown }[] }
}

test('what the twin of a promise leads to stands in its facts, its table, its pictures and its JSON-LD', async () => {
  const pages = await targetPages()
  expect(pages.length).toBeGreaterThanOrEqual(20)
  let judged = 0
  for (const seen of pages) {
    const { status, p, pace } = workedOut(recompute(seen.twin))
    const { zh } = statusWords[status]
    expect([seen.path, seen.twin.assessment.status.id]).toEqual([seen.path, status])
    expect([seen.path, seen.facts.startsWith(zh)]).toEqual([seen.path, true])
    const measured = new Map(seen.schema.variableMeasured.map((one) => [one.propertyID, one.value]))
    expect([seen.path, measured.get('status')]).toEqual([seen.path, zh])
    const number = p !== undefined ? formatShare(p) : pace !== undefined ? formatPace(pace) : undefined
    expect([seen.path, measured.get('p'), measured.get('pace')]).toEqual([
      seen.path,
      p,
      p === undefined ? pace : undefined,
    ])
    const said = number === undefined ? zh : new RegExp(`^${zh}，(?:完成比例|达到比例|快慢比) ${number}$`)
    expect([seen.path, seen.table]).toEqual([seen.path, expect.stringMatching(said)])
    for (const title of seen.pictures) {
      expect([seen.path, title.slice(title.lastIndexOf('。') + 1)]).toEqual([seen.path, expect.stringMatching(said)])
    }
    if (number === undefined) continue
    judged += 1
    expect([seen.path, seen.formula]).toEqual([seen.path, expect.stringContaining(number)])
  }
  expect(judged).toBeGreaterThan(0)
  expect(pages.filter((seen) => seen.pictures.length > 0).length).toBeGreaterThanOrEqual(20)
})

/** All pages of targets that the board leads to, read without opening each. */
async function targetPages(): Promise<Seen[]> {
  const { page } = await reader.open('/progress/')
  const paths = await page.$$eval('.targets--all tr[data-status] a[href^="/progress/"]', (links) => [
    ...new Set(links.map((link) => link.getAttribute('href') ?? '').filter((path) => path.split('/').length === 5)),
  ])
  return page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (path): Promise<Seen> => {
          const [html, twin] = await Promise.all([
            fetch(path).then((answer) => answer.text()),
            fetch(`${path.replace(/\/$/, '')}.json`).then((answer) => answer.json()),
          ])
          const read = new DOMParser().parseFromString(html, 'text/html')
          const words = (selector: string) => read.querySelector(selector)?.textContent?.trim() ?? ''
          return {
            path,
            twin,
            facts: words('.facts .status'),
            table: words('#figures tfoot td:last-child'),
            // The strip of earlier years says how it stood then.
            pictures: [...read.querySelectorAll('figure.chart:not(.history-strip) svg > title')].map(
              (title) => title.textContent ?? '',
            ),
            formula: words('.formula'),
            schema: JSON.parse(words('script[type="application/ld+json"]')),
          }
        }),
      ),
    paths,
  )
}
