import { compareText } from '../../model/text-order.ts'
import { type Facet, facets } from '../../publish/search/facet.ts'
import { facetKeys, type Search, type Sort } from './address.ts'
import type { Counts } from './answer.ts'
import { element } from './element.ts'

/** How many values of a facet are shown; a chosen one always is. */
const longest = 12

/** Draws the boxes to narrow by, with how many results each would give, and the order. Focus stays where it was. */
export function drawFacets(form: HTMLFormElement, counts: Counts, { choice, sort }: Omit<Search, 'query'>): void {
  const focused = form.contains(document.activeElement) ? (document.activeElement as HTMLInputElement) : undefined
  const [name, value] = [focused?.name, focused?.value]
  const groups = facets.flatMap((facet) => fieldset(facet, counts[facet] ?? {}, choice[facet] ?? []))
  form.replaceChildren(order(sort), ...groups)
  const inputs = Array.from(form.querySelectorAll('input'))
  inputs.find((input) => input.name === name && input.value === value)?.focus()
}

const orders: readonly (readonly [Sort, string])[] = [
  ['fit', '相关'],
  ['date', '日期，新的在前'],
]

function order(sort: Sort): Element {
  const group = element('fieldset')
  group.append(element('legend', { textContent: '排序' }))
  for (const [value, name] of orders) {
    const label = element('label')
    label.append(element('input', { type: 'radio', name: 'sort', value, checked: value === sort }), name)
    group.append(label)
  }
  return group
}

function fieldset(facet: Facet, counts: Readonly<Record<string, number>>, chosen: readonly string[]): Element[] {
  const values = Object.entries(counts)
    .filter(([value, count]) => count > 0 || chosen.includes(value))
    .sort(facet === '年份' ? ([a], [b]) => compareText(b, a) : ([a, m], [b, n]) => n - m || compareText(a, b))
    .filter(([value], index) => index < longest || chosen.includes(value))
  if (values.length === 0) return []
  const group = element('fieldset')
  group.append(element('legend', { textContent: facet }))
  for (const [value, count] of values) {
    const label = element('label')
    const box = element('input', { type: 'checkbox', name: facetKeys[facet], value, checked: chosen.includes(value) })
    label.append(box, value, element('span', { className: 'count', textContent: String(count) }))
    group.append(label)
  }
  return [group]
}
