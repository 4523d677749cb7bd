import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../src/pipeline/serve/serve.ts'
import { violationsOf } from './axe.ts'
import { pageTypes } from './page-types.ts'
import { dist, type Reader, startReader } from './reader.ts'
import { pathOf, tabTo, textOf } from './walk.ts'

let reader: Reader

beforeAll(async () => {
  reader = await startReader()
})

afterAll(() => reader?.close())

describe('what is typed is found', () => {
  test.each([
    { query: '首贷户', first: '/glossary/#shoudaihu' },
    { query: '义政办发〔2021〕38号', first: '/policies/yw-zbf-2021-38/' },
    { query: '义政办发[2021]38号', first: '/policies/yw-zbf-2021-38/' },
    { query: '义政办发（２０２１）３８号', first: '/policies/yw-zbf-2021-38/' },
    { query: '2021 38', first: '/policies/yw-zbf-2021-38/' },
    { query: '新增小微企业', first: '/data/indicators/msme-new/' },
    { query: 'shoudaihu', first: '/glossary/#shoudaihu' },
    { query: '首貸戶', first: '/glossary/#shoudaihu' },
    { query: '留义过年', first: '/glossary/#liuyiguonian' },
    { query: '留义过年 红包', first: '/measures/yw-ly-hb/' },
  ])('$query: $first comes first', async ({ query, first }) => {
    const { page, faults, offSite } = await reader.open('/search/')
    await page.type('#q', query)
    await answered(page, query)
    expect((await hits(page))[0]).toBe(first)
    expect({ faults, offSite }).toEqual({ faults: [], offSite: [] })
  })

  test('the words that were found are marked, and a live region says how many records hold them', async () => {
    const { page } = await reader.open('/search/')
    const live = await page.$eval('#search-status', (element) => element.getAttribute('role'))
    expect([live, await textOf(page, '#search-status')]).toEqual(['status', ''])
    await page.type('#q', '首贷户')
    await answered(page, '首贷户')
    const found = await hits(page)
    expect(await textOf(page, '#search-status')).toContain(`原词命中 ${found.length} 条。`)
    const marks = await page.$$eval('#results mark', (all) => all.map((one) => one.textContent))
    expect(marks).toContain('首贷户')
    expect(['首贷户', '首次贷款户']).toEqual(expect.arrayContaining(marks))
  })

  test('a long list grows and the focus goes to what is new', async () => {
    const { page } = await reader.open(`/search/?q=${encodeURIComponent('小微企业')}`)
    await answered(page, '小微企业')
    expect(await hits(page)).toHaveLength(10)
    await page.click('#results button')
    await page.waitForFunction(() => document.querySelectorAll('#results .hit').length === 20)
    const focused = await page.evaluate(() => document.activeElement?.closest('.hit')?.matches(':nth-child(11)'))
    expect(focused).toBe(true)
  })

  test('where nothing is found, the page says what to do', async () => {
    const { page } = await reader.open('/search/')
    await page.type('#q', 'zzzjjj')
    await answered(page, 'zzzjjj')
    expect(await textOf(page, '#search-status')).toBe('没有找到。')
    expect(await textOf(page, '#results .empty__lead')).toContain('zzzjjj')
    const ways = await page.$$eval('#results .empty a', (links) => links.map((link) => link.getAttribute('href')))
    expect(ways).toEqual(['/policies/', '/measures/'])
    expect(await hits(page)).toEqual([])
  })

  test('nothing is searched while an input method composes', async () => {
    const { page, requests } = await reader.open('/search/')
    const before = requests.length
    const keys = await page.createCDPSession()
    await page.focus('#q')
    await keys.send('Input.imeSetComposition', { text: 'shoudaihu', selectionStart: 9, selectionEnd: 9 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await page.$eval('#q', (box) => (box as HTMLInputElement).value)).toBe('shoudaihu')
    expect([pathOf(page), requests.length, await textOf(page, '#search-status')]).toEqual(['/search/', before, ''])
    await keys.send('Input.insertText', { text: '首贷户' })
    await answered(page, '首贷户')
    expect((await hits(page)).length).toBeGreaterThan(0)
    await keys.detach()
  })
})

describe('the address holds the search', () => {
  test('query and facets come back with reload, back and forward', async () => {
    const { page } = await reader.open('/search/')
    await page.type('#q', '小微企业')
    await answered(page, '小微企业')
    const all = await count(page)
    const box = '#search-facets input[name="type"][value="目标"]'
    const expected = Number(
      await page.$eval(box, (input) => input.closest('label')?.querySelector('.count')?.textContent),
    )
    await page.click(box)
    await answered(page, '小微企业')
    const address = pathOf(page)
    expect(new URLSearchParams(address.slice('/search/'.length)).toString()).toBe(
      new URLSearchParams({ q: '小微企业', type: '目标' }).toString(),
    )
    expect(await count(page)).toBe(expected)
    expect(expected).toBeLessThan(all)

    await page.reload({ waitUntil: 'load' })
    await answered(page, '小微企业')
    expect([await count(page), await checked(page), await query(page)]).toEqual([expected, ['目标'], '小微企业'])

    await page.goBack()
    await answered(page, '小微企业')
    expect([await count(page), await checked(page), await query(page)]).toEqual([all, [], '小微企业'])

    await page.goBack()
    await page.waitForFunction(() => !document.querySelector<HTMLElement>('#browse')?.hidden)
    expect([pathOf(page), await query(page)]).toEqual(['/search/', ''])

    await page.goForward()
    await page.goForward()
    await answered(page, '小微企业')
    expect([pathOf(page), await count(page), await checked(page)]).toEqual([address, expected, ['目标']])
  })

  test('typing on does not fill the history', async () => {
    const { page } = await reader.open('/search/')
    const before = await page.evaluate(() => history.length)
    for (const part of ['小微', '企业', '贷款']) {
      await page.type('#q', part)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    await answered(page, '小微企业贷款')
    expect(await page.evaluate(() => history.length)).toBe(before + 1)
  })
})

describe('every page has one box that leads to the results', () => {
  test('there is one in each page', async () => {
    const paths = [...pageTypes(dist).map((path) => `${path}index.html`), '404.html']
    const boxes = await Promise.all(
      paths.map(async (path) => {
        const html = await readFile(join(dist, path), 'utf8')
        const isFrame = !html.includes('<header')
        return [path, html.match(/ accesskey="\/"/g)?.length ?? 0, isFrame ? 0 : 1] as const
      }),
    )
    expect(boxes.filter(([, found, wanted]) => found !== wanted)).toEqual([])
  })

  test.each([360, 1280])('at %i px, with nothing loaded for it before', async (width) => {
    const { page, requests } = await reader.open('/policies/yw-zbf-2021-38/', { width })
    expect(requests.filter((address) => /fulltext|pagefind|\.js/.test(address))).toEqual([])
    await tabTo(page, '#site-q')
    await page.keyboard.type('首贷户')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await answered(page, '首贷户')
    expect(await query(page)).toBe('首贷户')
    expect((await hits(page)).length).toBeGreaterThan(0)
  })
})

describe('with the keyboard alone', () => {
  test.each(['/search/', '/'])('on %s, “/” puts the cursor into the box and does not type itself', async (path) => {
    const { page } = await reader.open(path)
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.type('a/b')
    expect(await query(page)).toBe('a/b')
  })

  test('from the skip link through the box to the first result', async () => {
    const { page } = await reader.open('/search/')
    expect(await tabTo(page, 'a.skip')).toBe(1)
    await tabTo(page, '#q')
    await page.keyboard.type('首贷户')
    await answered(page, '首贷户')
    const [first = ''] = await hits(page)
    await tabTo(page, '#results .hit:first-child a')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(pathOf(page)).toBe(first)
  })

  test('one key leads past the facets to the first result', async () => {
    const { page } = await reader.open(`/search/?q=${encodeURIComponent('小微企业')}`)
    await answered(page, '小微企业')
    await tabTo(page, '.facets-fold .skip')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash === '#results')
    await answered(page, '小微企业')
    expect(await tabTo(page, '#results .hit:first-child a')).toBe(1)
  })

  test('the box of the front page leads to the results', async () => {
    const { page } = await reader.open('/')
    await tabTo(page, '#q')
    await page.keyboard.type('首贷户')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await answered(page, '首贷户')
    expect((await hits(page)).length).toBeGreaterThan(0)
  })

  test('a facet keeps the focus while the list changes under it', async () => {
    const { page } = await reader.open(`/search/?q=${encodeURIComponent('小微企业')}`)
    await answered(page, '小微企业')
    await tabTo(page, '#search-facets input[value="目标"]')
    await page.keyboard.press('Space')
    await answered(page, '小微企业')
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '目标')
    expect(await checked(page)).toEqual(['目标'])
  })
})

describe('the words of clauses are found', () => {
  const words = '政策性融资担保体系'

  test('a phrase inside a clause leads to the clause, in view', async () => {
    const { page, faults } = await reader.open(`/search/?q=${encodeURIComponent(words)}`)
    await answered(page, words)
    const link = `#results .hit h3 a[href^="/policies/yw-zbf-2021-38/#c"]`
    const address = await page.$eval(link, (one) => one.getAttribute('href') ?? '')
    const anchor = /#(c[^:]*)/.exec(address)?.[1] ?? ''
    expect(address).toContain(`:~:text=`)
    await Promise.all([page.waitForNavigation(), page.click(link)])
    expect(await page.evaluate(() => location.hash)).toBe(`#${anchor}`)
    await page.waitForFunction(
      (id) => {
        const box = document.getElementById(id)?.getBoundingClientRect()
        return box !== undefined && box.top < innerHeight && box.bottom > 0
      },
      {},
      anchor,
    )
    expect(faults).toEqual([])
  })

  test('what was not typed but looked for is said, with a way to insist', async () => {
    const { page } = await reader.open('/search/?q=shoudaihu')
    await answered(page, 'shoudaihu')
    expect(await textOf(page, '#search-status')).toContain('没有“shoudaihu”，找的是“首贷户”')
    await Promise.all([page.waitForNavigation(), page.click('#search-status a')])
    await answered(page, '“shoudaihu”')
    expect(await textOf(page, '#search-status')).toBe('没有找到。')
  })

  test('the latest come first where the reader asks for that, and the address says so', async () => {
    const { page } = await reader.open(`/search/?q=${encodeURIComponent('小微企业')}`)
    await answered(page, '小微企业')
    await page.click('#search-facets input[name="sort"][value="date"]')
    await page.waitForFunction(() => location.search.includes('sort=date'))
    await answered(page, '小微企业')
    const places = await page.$$eval('#results section:first-of-type .hit__where', (all) =>
      all.map(
        (one) =>
          /(\d{4})年(\d{1,2})月(\d{1,2})日/
            .exec(one.textContent ?? '')
            ?.slice(1)
            .map(Number) ?? [],
      ),
    )
    const days = places
      .filter((day) => day.length === 3)
      .map(([year = 0, month = 0, day = 0]) => year * 400 + month * 32 + day)
    expect(days.length).toBeGreaterThan(1)
    expect(days).toEqual([...days].sort((a, b) => b - a))
  })

  test('every count of a facet is the number of results it gives', async () => {
    const { page } = await reader.open(`/search/?q=${encodeURIComponent('首贷户')}`)
    await answered(page, '首贷户')
    const options = await page.$$eval('#search-facets input[name="type"]', (inputs) =>
      inputs.map((one) => [one.value, Number(one.closest('label')?.querySelector('.count')?.textContent)] as const),
    )
    expect(options.length).toBeGreaterThan(2)
    for (const [value, expected] of options) {
      const { page: narrowed } = await reader.open(`/search/?q=${encodeURIComponent('首贷户')}&type=${value}`)
      await answered(narrowed, '首贷户')
      expect([value, await count(narrowed)]).toEqual([value, expected])
    }
  })
})

describe('where the index cannot be read as it should', () => {
  test('damaged postings: the page says so, and the fallback answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongbao-damaged-'))
    for (const name of await readdir(dist)) {
      if (name !== 'fulltext') await symlink(resolve(dist, name), join(folder, name))
    }
    await cp(join(dist, 'fulltext'), join(folder, 'fulltext'), { recursive: true })
    for (const name of await readdir(join(folder, 'fulltext'), { recursive: true })) {
      const file = join(folder, 'fulltext', name)
      if (/[\\/]p[\\/]/.test(file))
        await writeFile(
          file,
          (await readFile(file)).map((byte) => byte ^ 0x55),
        )
    }
    const server = await serve(folder, { port: 0 })
    try {
      const { page } = await reader.open('/search/')
      await page.goto(`${server.url}/search/`)
      await page.type('#q', '首贷户')
      await answered(page, '首贷户')
      expect(await textOf(page, '#search-status')).toMatch(/全文索引损坏（p\/\d+\.bin）/)
      expect(await textOf(page, '#search-status')).toContain('，改查标题、文号和摘要，不查正文。')
      expect((await hits(page))[0]).toBe('/glossary/#shoudaihu')
    } finally {
      await server.close()
      await rm(folder, { recursive: true })
    }
  })

  test('a server without Range sends whole files, and the answer is the same', async () => {
    const asked: string[] = []
    const server = createServer(async (request, response) => {
      asked.push(request.url ?? '')
      const answer = await fetch(`${reader.url}${request.url}`)
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' })
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
    await new Promise<void>((done) => server.listen(0, 'localhost', done))
    try {
      const { page } = await reader.open('/search/')
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/search/`)
      await page.type('#q', '首贷户')
      await answered(page, '首贷户')
      expect(await textOf(page, '#search-status')).toContain('原词命中 8 条。')
      expect((await hits(page))[0]).toBe('/glossary/#shoudaihu')
      expect(asked.some((path) => path.includes('/fulltext/'))).toBe(true)
      expect(asked.filter((path) => path.includes('/pagefind/'))).toEqual([])
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('what was asked once is answered without the network', async () => {
    const { page } = await reader.open('/search/')
    await page.type('#q', '首贷户')
    await answered(page, '首贷户')
    const found = await hits(page)
    await page.setOfflineMode(true)
    await page.$eval('#q', (box) => (box as HTMLInputElement).select())
    await page.keyboard.press('Backspace')
    await page.type('#q', '首贷户')
    await answered(page, '首贷户')
    expect(await hits(page)).toEqual(found)
    await page.setOfflineMode(false)
  })
})

test('before a query is typed, little is read: the head of the index and what asks it', async () => {
  const { page, requests } = await reader.open('/search/')
  await page.waitForNetworkIdle()
  const read = requests
    .map((address) => new URL(address, reader.url).pathname)
    .filter((path) => /\.(js|bin)$/.test(path))
  const bytes = read.map((path) => {
    const file = readFileSync(join(dist, path))
    return path.endsWith('.js') ? gzipSync(file).length : file.length
  })
  expect(read.filter((path) => path.endsWith('.bin'))).toEqual([expect.stringMatching(/\/head\.bin$/)])
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(22_000)
})

test.each([
  [360, false],
  [1280, true],
])('axe finds nothing in a page of results at %i px, dark: %s', async (width, dark) => {
  const { page, faults } = await reader.open(`/search/?q=${encodeURIComponent('政策性融资担保体系 小微')}`, {
    width,
    dark,
  })
  await answered(page, '政策性融资担保体系 小微')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect({ wide, violations: await violationsOf(page), faults }).toEqual({ wide: width, violations: [], faults: [] })
})

test('queries that led somewhere are remembered on the device and can be forgotten', async () => {
  const { page } = await reader.open('/search/')
  await page.evaluate(() => localStorage.clear())
  await page.type('#q', '首贷户')
  await page.keyboard.press('Enter')
  await answered(page, '首贷户')
  await page.goto(`${reader.url}/search/`)
  await page.waitForSelector('#recent a')
  expect(await page.$$eval('#recent a', (links) => links.map((link) => link.textContent))).toEqual(['首贷户'])
  await page.click('#recent button')
  expect(await page.$eval('#recent', (one) => one.checkVisibility())).toBe(false)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('the page does not shift while an answer arrives', async () => {
  const { page } = await reader.open('/search/')
  await page.evaluateOnNewDocument(() => {
    let total = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) total += (entry as PerformanceEntry & { value: number }).value
      document.documentElement.dataset['shift'] = String(total)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`${reader.url}/search/?q=${encodeURIComponent('小微企业')}`)
  await answered(page, '小微企业')
  await page.waitForNetworkIdle({ idleTime: 50 })
  expect(Number((await page.$eval('html', (root) => root.dataset['shift'])) ?? 0)).toBeLessThan(0.02)
})

test('without scripts everything is listed by its kind', async () => {
  const { page } = await reader.open('/search/?q=38', { script: false })
  const shown = await page.evaluate(() => ({
    kinds: Array.from(document.querySelectorAll('#browse h2'), (heading) => heading.textContent?.trim()),
    links: document.querySelectorAll('#browse a').length,
    visible: document.querySelector('#browse')?.checkVisibility(),
    panel: document.querySelector('#search-panel')?.checkVisibility(),
  }))
  expect(shown).toMatchObject({ visible: true, panel: false })
  expect(shown.kinds).toEqual(expect.arrayContaining(['政策', '惠企', '解读', '数据集', '指标', '机构', '术语']))
  expect(shown.links).toBeGreaterThan(100)
})

/** Waits until the answer to this query is shown. */
async function answered(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction(
    (text) => {
      const status = document.querySelector('#search-status')?.textContent ?? ''
      return new URLSearchParams(location.search).get('q') === text && status !== '' && status !== '正在检索……'
    },
    { timeout: 10_000 },
    wanted,
  )
}

/** Addresses of the first list, without the words that they mark. */
function hits(page: Page): Promise<string[]> {
  return page.$$eval('#results section:first-of-type .hit h3 a', (links) =>
    links.map((link) => (link.getAttribute('href') ?? '').replace(/#?:~:.*$/, '')),
  )
}

async function count(page: Page): Promise<number> {
  return Number(/\d+/.exec(await textOf(page, '#search-status'))?.[0])
}

function checked(page: Page): Promise<string[]> {
  return page.$$eval('#search-facets input[type="checkbox"]:checked', (boxes) =>
    boxes.map((box) => (box as HTMLInputElement).value),
  )
}

function query(page: Page): Promise<string> {
  return page.$eval('#q', (box) => (box as HTMLInputElement).value)
}
