import { type Search, writeAddress } from './address.ts'
import type { Answer, ResultList } from './answer.ts'
import { element } from './element.ts'
import { drawList } from './results.ts'

/*
 * What shows an answer, read with the first question: until then the page needs none of it.
 */

export { answerOf } from './engine.ts'
export { drawFacets } from './facet-form.ts'

const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** The line above the results. */
export function countLine({ parts, exact, related, added, used }: Answer, { query }: Search): (Node | string)[] {
  const also = added.length > 0 ? `一并找了：${added.join('、')}。` : ''
  if (used !== undefined) {
    const only = element('a', {
      href: `${location.pathname}${writeAddress({ query: `“${query}”`, choice: {}, sort: 'fit' })}`,
      textContent: `只找“${query}”`,
    })
    return [`没有“${query}”，找的是“${used}”，命中 ${exact.size} 条。${also}`, only]
  }
  if (parts.length === 0 && query === '') return [`共 ${exact.size} 条。`]
  if (exact.size > 0) return [`原词命中 ${exact.size} 条。${also}`]
  return [related.size > 0 ? `没有原词命中，相关的有 ${related.size} 条。` : '没有找到。']
}

/** What was found, exact and related. */
export async function drawAnswer(
  answer: Answer,
  { query }: Search,
  failed: (error: unknown) => void,
): Promise<DocumentFragment> {
  const { exact, related, parts, used } = answer
  const fragment = document.createDocumentFragment()
  const words = (used ?? parts.join('”“')) || ''
  const section = async (title: string, note: string, list: ResultList) => {
    const box = element('section', { className: 'section' })
    const head = element('div', { className: 'section__head' })
    head.append(element('h2', { textContent: title }), element('span', { className: 'note', textContent: note }))
    box.append(head, await drawList(list, base, failed))
    return box
  }
  const boxes = await Promise.all([
    ...(exact.size > 0 ? [section(words === '' ? '全部' : `含“${words}”原词`, '', exact)] : []),
    ...(related.size > 0 ? [section('相关结果', '不含整个原词，含其中的词', related)] : []),
  ])
  if (exact.size === 0) fragment.append(emptyNote(query))
  fragment.append(...boxes)
  return fragment
}

/** The template of the page holds the advice; only the query is filled in. */
function emptyNote(query: string): Node {
  const template = document.querySelector<HTMLTemplateElement>('#search-empty')
  const content = template?.content.cloneNode(true) ?? document.createDocumentFragment()
  const slot = (content as DocumentFragment).querySelector('[data-query]')
  if (slot) slot.textContent = query ? `没有找到含“${query}”的内容。` : '没有符合这些条件的内容。'
  return content
}
