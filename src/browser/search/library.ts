import { assessableOf, type Chosen, countOf, fits, saysAll } from './narrow.ts'

/*
 * Narrows a list of the page by the boxes of `Facets.astro`: inputs are named like the `data-` attributes of the
 * rows. A search field of the form (`ListSearch.astro`) looks at the text of the rows and their `data-words`. Rows can
 * stand in groups (`data-group`), which say how many they show. What is chosen stands in the address, so that a narrowed
 * list can be passed on and back works.
 */

for (const form of document.querySelectorAll<HTMLFormElement>('form.facets[data-list]')) {
  const id = form.dataset['list'] ?? ''
  const list = document.getElementById(id)
  if (list) start(form, list, document.getElementById(`${id}-count`))
}

function start(form: HTMLFormElement, list: HTMLElement, count: HTMLElement | null): void {
  const inputs = Array.from(form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
  const search = Array.from(form.elements).find((one): one is HTMLInputElement => one.matches('input[type="search"]'))
  const names = [...new Set(inputs.map((input) => input.name))]
  const rows = Array.from(list.querySelectorAll<HTMLElement>(names.map((name) => `[data-${name}]`).join(',')))
  const values = rows.map((row) => row.dataset)
  const texts = search ? rows.map((row) => `${row.textContent} ${row.dataset['words'] ?? ''}`) : []
  const groups = Array.from(list.querySelectorAll<HTMLElement>('[data-group]'))
  const before = count?.textContent ?? ''

  const update = () => {
    const chosen: Chosen = new Map(
      names.map((name) => [
        name,
        new Set(inputs.filter((one) => one.name === name && one.checked).map((one) => one.value)),
      ]),
    )
    const query = search?.value.trim() ?? ''
    const said = values.filter((_, index) => query === '' || saysAll(texts[index] ?? '', query))
    const shown = rows.filter((row, index) => {
      const visible = fits(values[index] ?? {}, chosen) && (query === '' || saysAll(texts[index] ?? '', query))
      row.hidden = !visible
      return visible
    })
    for (const input of inputs) {
      const number = input.closest('label')?.querySelector('.count')
      if (number) number.textContent = String(countOf(said, chosen, input.name, input.value))
    }
    for (const group of groups) {
      const number = rows.filter((row) => !row.hidden && group.contains(row)).length
      group.hidden = number === 0
      const note = group.querySelector('[data-group-count]')
      if (note) note.textContent = `${number} 项`
    }
    const narrowed = query !== '' || inputs.some((input) => input.checked)
    if (count) count.textContent = narrowed ? countLine(rows, shown) : before
  }

  const restore = () => {
    const parameters = new URLSearchParams(location.search)
    for (const input of inputs) input.checked = parameters.getAll(input.name).includes(input.value)
    if (search) search.value = parameters.get(search.name) ?? ''
    update()
  }

  form.addEventListener('submit', (event) => event.preventDefault())
  const address = () => {
    const asked = search?.value.trim() ? [[search.name, search.value.trim()]] : []
    const boxes = inputs.filter((one) => one.checked).map((one) => [one.name, one.value])
    const text = new URLSearchParams([...asked, ...boxes]).toString()
    return location.pathname + (text && `?${text}`) + location.hash
  }
  const follow = () => {
    history.pushState(null, '', address())
    update()
  }
  for (const input of inputs) input.addEventListener('change', follow)
  // While a word is typed, back still leads to where it began.
  search?.addEventListener('input', () => {
    history.replaceState(null, '', address())
    update()
  })
  // The boxes are emptied only after the event.
  form.addEventListener('reset', () => setTimeout(follow))
  addEventListener('popstate', restore)
  restore()
}

function countLine(rows: readonly HTMLElement[], shown: readonly HTMLElement[]): string {
  const all = rows.length
  if (shown.length === 0) return `没有同时符合的；去掉一两项再看。共 ${all} 项。`
  const valuesOf = (some: readonly HTMLElement[]) => some.map((row) => row.dataset)
  const assessable = assessableOf(valuesOf(rows), valuesOf(shown))
  const judged = assessable === undefined ? '' : `其中 ${assessable} 项可以评估，`
  return `符合的 ${shown.length} 项，${judged}共 ${all} 项。`
}
