import { httpSource } from '../../fulltext/ask/http-source.ts'
import { kept } from '../../fulltext/ask/kept.ts'
import { type OpenIndex, openIndex } from '../../fulltext/ask/open-index.ts'
import { DamagedIndex } from '../../fulltext/format/block.ts'
import { readAddress, type Search, writeAddress } from './address.ts'
import type { Answer } from './answer.ts'
import { readFacets } from './chosen-facets.ts'
import { element } from './element.ts'
import { forgetQueries, recentQueries, rememberQuery } from './recent.ts'
import { wholeAnswer } from './whole-answer.ts'

/*
 * The search page in the browser. The address is the state: what is typed and chosen goes into it, and back and
 * forward show what was there. Nothing is searched while an input method is composing.
 */

const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const pause = 120 // ms after the last key

let opening: Promise<OpenIndex> | undefined
/** Answers of this visit by address, the latest last: what is asked again is not looked for again. */
const answers = new Map<string, Promise<Answer>>()
const mostAnswers = 30
/** Number of the latest question; an answer to an earlier one comes too late. */
let latest = 0

const form = document.querySelector<HTMLFormElement>('#search-form')
const input = document.querySelector<HTMLInputElement>('#q')
const facetForm = document.querySelector<HTMLFormElement>('#search-facets')
const results = document.querySelector<HTMLElement>('#results')
const panel = document.querySelector<HTMLElement>('#search-panel')
const browse = document.querySelector<HTMLElement>('#browse')
const status = document.querySelector<HTMLElement>('#search-status')
const recent = document.querySelector<HTMLElement>('#recent')
if (form && input && facetForm && results && panel && browse && status && recent) {
  start({ form, input, facetForm, results, panel, browse, status, recent })
}

interface Page {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly facetForm: HTMLFormElement
  readonly results: HTMLElement
  readonly panel: HTMLElement
  readonly browse: HTMLElement
  readonly status: HTMLElement
  readonly recent: HTMLElement
}

function start(page: Page): void {
  const { form, input, facetForm, results, recent } = page
  let timer: ReturnType<typeof setTimeout> | undefined
  /** True while the reader types: one entry of the history for one query, not for each key. */
  let typing = false
  const go = (search: Search, kind: 'type' | 'submit' | 'choose') => {
    clearTimeout(timer)
    const address = location.pathname + writeAddress(search)
    if (address !== location.pathname + location.search) {
      if (typing && kind !== 'choose') history.replaceState(null, '', address)
      else history.pushState(null, '', address)
    }
    typing = kind === 'type'
    void show(page, search)
  }
  const current = (): Search => ({ query: input.value.trim(), ...readFacets(facetForm) })
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => go(current(), 'type'), pause)
  }

  input.addEventListener('input', (event) => {
    clearTimeout(timer)
    if (!(event as InputEvent).isComposing) soon()
  })
  input.addEventListener('compositionend', soon)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    rememberQuery(input.value.trim())
    go(current(), 'submit')
  })
  facetForm.addEventListener('submit', (event) => event.preventDefault())
  facetForm.addEventListener('change', () => go(current(), 'choose'))
  // A query that led somewhere is worth remembering; what was typed on the way is not.
  results.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) rememberQuery(input.value.trim())
  })
  recent.querySelector('button')?.addEventListener('click', () => {
    forgetQueries()
    drawRecent(page)
    input.focus()
  })
  addEventListener('popstate', () => {
    typing = false
    restore(page)
  })
  void openOnce().catch(() => {})
  restore(page)
}

function restore(page: Page): void {
  const search = readAddress(location.search)
  page.input.value = search.query
  void show(page, search)
}

/** Shows the answer unless another question has been asked in the meantime. */
async function show(page: Page, search: Search): Promise<void> {
  const turn = ++latest
  const idle = search.query === '' && Object.keys(search.choice).length === 0
  page.browse.hidden = !idle
  page.browse.dataset['ready'] = ''
  page.panel.hidden = idle
  document.title = document.title.replace(/^[^·]*/, search.query ? `检索：${search.query} ` : '检索 ')
  if (idle) {
    page.status.textContent = ''
    drawRecent(page)
    return
  }
  page.recent.hidden = true
  page.status.textContent = '正在检索……'
  try {
    const said = await answerAndDraw(page, search, () => turn === latest)
    if (said && turn === latest) page.status.replaceChildren(...said)
  } catch (error) {
    if (turn !== latest) return
    page.panel.hidden = true
    page.browse.hidden = false
    page.status.textContent = '检索用的文件没有取到，请检查网络后再试；下面列出全部内容。'
    throw error
  }
}

/** Draws what the full-text index says, else what the fallback says; gives the line above the results. */
async function answerAndDraw(
  page: Page,
  search: Search,
  isLatest: () => boolean,
): Promise<(Node | string)[] | undefined> {
  // What shows results is read while the index is.
  const drawing = import('./answer-page.ts')
  const draw = async (answer: Answer, reason: string) => {
    const { countLine, drawAnswer, drawFacets } = await drawing
    const failed = (error: unknown) => {
      page.status.textContent = `${reasonOf(error)}后面的结果没有显示。`
    }
    const content = await drawAnswer(answer, search, failed)
    if (!isLatest()) return undefined
    drawFacets(page.facetForm, answer.counts, search)
    page.results.replaceChildren(content)
    return [...countLine(answer, search), reason]
  }
  try {
    return await draw(await answerTo(search), '')
  } catch (error) {
    const { answerFallback } = await import('./fallback.ts')
    return draw(await answerFallback(base, search), ` ${reasonOf(error)}改查标题、文号和摘要，不查正文。`)
  }
}

function answerTo(search: Search): Promise<Answer> {
  const [oldest = ''] = answers.keys()
  if (answers.size >= mostAnswers) answers.delete(oldest)
  return kept(answers, writeAddress(search), async () => {
    const index = await openOnce()
    // Most questions that find nothing need it.
    void import('../../fulltext/ask/search.ts').catch(() => {})
    const [whole, { answerOf }] = await Promise.all([wholeAnswer(index, search.query), import('./answer-page.ts')])
    return answerOf(index, whole, search)
  })
}

function openOnce(): Promise<OpenIndex> {
  const address = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]')?.href ?? ''
  if (!('DecompressionStream' in window)) return Promise.reject(new TypeError('no DecompressionStream'))
  opening ??= openIndex(httpSource(address.replace(/head\.bin$/, '')))
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

function reasonOf(error: unknown): string {
  if (error instanceof DamagedIndex) return `全文索引损坏（${error.what}），`
  return 'DecompressionStream' in window ? '全文索引没有取到，' : '这个浏览器读不了全文索引，'
}

function drawRecent({ recent }: Page): void {
  const queries = recentQueries()
  recent.hidden = queries.length === 0
  const links = queries.map((query) => {
    const href = location.pathname + writeAddress({ query, choice: {}, sort: 'fit' })
    return element('a', { href, textContent: query })
  })
  recent.querySelector('span')?.replaceChildren(...links.flatMap((link) => [link, ' ']))
}
