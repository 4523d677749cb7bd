import { readAddress, type Search, writeAddress } from './address.ts'
import { type Answer, ask, type Pagefind } from './engine.ts'
import { drawFacets, readFacets } from './facet-form.ts'
import { partsOf } from './query.ts'
import { element, resultList } from './results.ts'

/*
 * The search page in the browser. The address is the state: what is typed and chosen goes into it, and back and
 * forward show what was there. Nothing is searched while an input method is composing.
 */

const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const pause = 200 // ms after the last key

let loading: Promise<Pagefind> | undefined
/** Number of the latest question; an answer to an earlier one comes too late. */
let latest = 0

const form = document.querySelector<HTMLFormElement>('#search-form')
const input = document.querySelector<HTMLInputElement>('#q')
const facetForm = document.querySelector<HTMLFormElement>('#search-facets')
const results = document.querySelector<HTMLElement>('#results')
const panel = document.querySelector<HTMLElement>('#search-panel')
const browse = document.querySelector<HTMLElement>('#browse')
const status = document.querySelector<HTMLElement>('#search-status')
if (form && input && facetForm && results && panel && browse && status) {
  start({ form, input, facetForm, results, panel, browse, status })
}

interface Page {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly facetForm: HTMLFormElement
  readonly results: HTMLElement
  readonly panel: HTMLElement
  readonly browse: HTMLElement
  readonly status: HTMLElement
}

function start(page: Page): void {
  const { form, input, facetForm } = page
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
  const current = (): Search => ({ query: input.value.trim(), choice: readFacets(facetForm) })

  input.addEventListener('input', (event) => {
    clearTimeout(timer)
    if (!(event as InputEvent).isComposing) timer = setTimeout(() => go(current(), 'type'), pause)
  })
  input.addEventListener('compositionend', () => {
    clearTimeout(timer)
    timer = setTimeout(() => go(current(), 'type'), pause)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    go(current(), 'submit')
  })
  facetForm.addEventListener('submit', (event) => event.preventDefault())
  facetForm.addEventListener('change', () => go(current(), 'choose'))
  addEventListener('popstate', () => {
    typing = false
    restore(page)
  })
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
  page.panel.hidden = idle
  document.title = document.title.replace(/^[^·]*/, search.query ? `检索：${search.query} ` : '检索 ')
  if (idle) {
    page.status.textContent = ''
    return
  }
  page.status.textContent = '正在检索……'
  try {
    loading ??= load()
    const answer = await ask(await loading, search.query, search.choice)
    const parts = partsOf(search.query)
    const content = await draw(answer, search, parts)
    if (turn !== latest) return
    drawFacets(page.facetForm, answer.counts, search.choice)
    page.results.replaceChildren(content)
    page.status.textContent = countLine(answer, parts)
  } catch (error) {
    loading = undefined
    page.browse.hidden = false
    page.status.textContent = '检索用的文件没有取到，请检查网络后再试；下面列出全部内容。'
    throw error
  }
}

async function load(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`)) as Pagefind
  await pagefind.options({ basePath: `${base}/pagefind/` })
  await pagefind.filters()
  return pagefind
}

function countLine({ exact, loose }: Answer, parts: readonly string[]): string {
  if (parts.length === 0) return `共 ${exact.length} 条。`
  if (exact.length > 0) return `原词命中 ${exact.length} 条。`
  return loose.length > 0 ? `没有原词命中，相近的有 ${loose.length} 条。` : '没有找到。'
}

async function draw(answer: Answer, { query }: Search, parts: readonly string[]): Promise<DocumentFragment> {
  const fragment = document.createDocumentFragment()
  const { exact, loose } = answer
  if (exact.length > 0) {
    const words = parts.map((part) => `“${part}”`).join('')
    const title = parts.length > 0 ? `含${words}原词` : '全部'
    fragment.append(await section(title, exact, parts))
    return fragment
  }
  fragment.append(emptyNote(query))
  if (loose.length > 0) fragment.append(await section('相近', loose, wordsToMark(parts), '不含整个原词，含其中的词'))
  return fragment
}

async function section(title: string, found: Answer['exact'], marks: readonly string[], note = '') {
  const box = element('section', { className: 'section' })
  const head = element('div', { className: 'section__head' })
  head.append(element('h2', { textContent: title }), element('span', { className: 'note', textContent: note }))
  box.append(head, await resultList(found, marks, base))
  return box
}

function wordsToMark(parts: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return parts
    .flatMap((part) => Array.from(segmenter.segment(part), ({ segment }) => segment))
    .filter((one) => one.length > 1)
}

/** The template of the page holds the advice; only the query is filled in. */
function emptyNote(query: string): Node {
  const template = document.querySelector<HTMLTemplateElement>('#search-empty')
  const content = template?.content.cloneNode(true) ?? document.createDocumentFragment()
  const slot = (content as DocumentFragment).querySelector('[data-query]')
  if (slot) slot.textContent = query ? `没有找到含“${query}”的内容。` : '没有符合这些条件的内容。'
  return content
}
