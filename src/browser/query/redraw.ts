/**
 * Puts new parts in the place of the old ones. Heads and page buttons are new elements after each answer; whoever
 * pressed one stays on it, a field that moved along keeps its focus, and a table stays scrolled sideways.
 */
export function redraw(place: HTMLElement, draw: () => readonly HTMLElement[]): void {
  const focused = place.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined
  const [sorted, inPager, text] = [focused?.dataset['sort'], focused?.closest('.pager'), focused?.textContent]
  const selection = focused instanceof HTMLInputElement ? focused.selectionStart : null
  const scrolled = place.querySelector('.table-scroll')?.scrollLeft ?? 0
  place.replaceChildren(...draw())
  const scroll = place.querySelector('.table-scroll')
  if (scroll) scroll.scrollLeft = scrolled
  const buttons = Array.from(place.querySelectorAll<HTMLButtonElement>('button:enabled'))
  const pages = inPager ? buttons.filter((button) => button.closest('.pager')) : []
  const again = focused?.isConnected
    ? focused
    : sorted === undefined
      ? (pages.find(({ textContent }) => textContent === text) ?? pages[0])
      : buttons.find((button) => button.dataset['sort'] === sorted)
  again?.focus({ preventScroll: true })
  if (again instanceof HTMLInputElement && selection !== null) again.setSelectionRange(selection, selection)
}
