import type { Piece } from '../../fulltext/ask/excerpt.ts'
import type { ResultList, ShownHit } from './answer.ts'
import { element } from './element.ts'
import { textFragment } from './place.ts'

/** How many results a list shows at first and adds at a time. */
const step = 10

/** A list of results that grows on demand. `failed` is told where more of them cannot be read. */
export async function drawList(
  results: ResultList,
  base: string,
  failed: (error: unknown) => void,
): Promise<DocumentFragment> {
  const fragment = document.createDocumentFragment()
  const list = element('ol', { className: 'plain' })
  fragment.append(list)
  let shown = 0
  const grow = async () => {
    const items = (await results.read(shown, shown + step)).map((hit) => drawHit(hit, base))
    shown += items.length
    list.append(...items)
    return items[0]
  }
  await grow()
  if (shown < results.size) {
    const more = element('button', { type: 'button', textContent: '再看 10 条' })
    more.addEventListener('click', async () => {
      more.disabled = true
      try {
        const first = await grow()
        if (shown >= results.size) more.remove()
        first?.querySelector('a')?.focus()
      } catch (error) {
        failed(error)
      }
      more.disabled = false
    })
    fragment.append(more)
  }
  return fragment
}

function drawHit(hit: ShownHit, base: string): HTMLElement {
  const { url, type, title, number, where, status, count, clause, excerpt } = hit
  const item = element('li', { className: 'hit' })
  const place = element('p', { className: 'hit__where' })
  place.append(type)
  if (number) place.append(' · ', element('span', { className: 'doc-number', textContent: number }))
  if (where) place.append(` · ${where}`)
  if (count > 1) place.append(` · ${count} 处`)
  const link = element('a', { href: base + addressOf(url, excerpt) })
  link.append(...marked(title))
  const heading = element('h3', { className: 'hit__title' })
  heading.append(link)
  item.append(place, heading)
  if (excerpt.length > 0) {
    const text = element('p', { className: 'hit__excerpt' })
    if (clause) text.append(element('span', { className: 'hit__clause', textContent: clause }), ' ')
    text.append(...marked(excerpt))
    item.append(text)
  }
  if (status) item.append(...statusMark(status))
  return item
}

/** Where a browser cannot mark words by the address, the part that says so would hide the place. */
function addressOf(url: string, excerpt: readonly Piece[]): string {
  const fragment = 'fragmentDirective' in document ? textFragment(excerpt) : ''
  return fragment === '' || url.includes('#') ? url + fragment : `${url}#${fragment}`
}

function marked(pieces: readonly Piece[]): (string | Node)[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', { textContent: text }) : text))
}

/** Shape and word of a status: the page holds all of them, because their words are more than the client needs. */
function statusMark(status: string): Node[] {
  const marks = document.querySelector<HTMLTemplateElement>('#search-statuses')?.content
  const mark = marks?.querySelector(`[data-status="${CSS.escape(status)}"]`)
  return mark ? Array.from(mark.cloneNode(true).childNodes) : []
}
