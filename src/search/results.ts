import { statusWords } from '../i18n/status.ts'
import type { StatusId } from '../model/progress/assessment.ts'
import type { PagefindResult } from './engine.ts'
import { excerptAround, findMatches } from './query.ts'

/** How many results a list shows at first and adds at a time. */
const step = 10

/** A list of results that grows on demand; words of the query are marked. */
export async function resultList(
  results: readonly PagefindResult[],
  parts: readonly string[],
  base: string,
): Promise<DocumentFragment> {
  const fragment = document.createDocumentFragment()
  const list = element('ol', { className: 'plain' })
  fragment.append(list)
  let shown = 0
  const grow = async () => {
    const next = results.slice(shown, shown + step)
    shown += next.length
    const items = await Promise.all(next.map(async (result) => hit((await result.data()).meta, parts, base)))
    list.append(...items)
    return items[0]
  }
  await grow()
  if (shown < results.length) {
    const more = element('button', { type: 'button', textContent: '再看 10 条' })
    more.addEventListener('click', async () => {
      const first = await grow()
      if (shown >= results.length) more.remove()
      first?.querySelector('a')?.focus()
    })
    fragment.append(more)
  }
  return fragment
}

function hit(meta: Readonly<Record<string, string>>, parts: readonly string[], base: string): HTMLElement {
  const { url = '', type = '', number = '', where = '', title = '', summary = '', status = '' } = meta
  const item = element('li', { className: 'hit' })
  const place = element('p', { className: 'hit__where' })
  place.append(type)
  if (number) {
    const docNumber = element('span', { className: 'doc-number' })
    docNumber.append(...marked(number, parts))
    place.append(' · ', docNumber)
  }
  if (where) place.append(` · ${where}`)
  const link = element('a', { href: base + url })
  link.append(...marked(title, parts))
  const heading = element('h3', { className: 'hit__title' })
  heading.append(link)
  item.append(place, heading)
  if (summary) {
    const excerpt = element('p', { className: 'hit__excerpt' })
    excerpt.append(...markedExcerpt(summary, parts))
    item.append(excerpt)
  }
  if (status) item.append(statusMark(status as StatusId))
  return item
}

function markedExcerpt(text: string, parts: readonly string[]): (string | Node)[] {
  const { text: excerpt, start } = excerptAround(text, findMatches(text, parts))
  const before = start > 0 ? ['……'] : []
  const after = start + excerpt.length < text.length ? ['……'] : []
  return [...before, ...marked(excerpt, parts), ...after]
}

function marked(text: string, parts: readonly string[]): (string | Node)[] {
  const nodes: (string | Node)[] = []
  let done = 0
  for (const { start, end } of findMatches(text, parts)) {
    nodes.push(text.slice(done, start), element('mark', { textContent: text.slice(start, end) }))
    done = end
  }
  return [...nodes, text.slice(done)]
}

/** Shape and word, as `Status.astro` draws them; the shapes stand in every page. */
function statusMark(status: StatusId): Element {
  const words = statusWords[status]
  const mark = element('span', { className: `status status--${words.cssClass}` })
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  shape.setAttribute('class', 'shape')
  shape.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#s-${words.shape}`)
  shape.append(use)
  mark.append(shape, element('span', { className: 'word', textContent: words.zh }))
  return mark
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties)
}
