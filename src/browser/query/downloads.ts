import { make } from './dom.ts'
import { resultCsv, resultExcelCsv, resultJson } from './export.ts'
import type { Result } from './result.ts'

/** How a result is taken away. */
const kinds = [
  { word: 'CSV', ending: 'csv', type: 'text/csv', text: resultCsv },
  { word: 'CSV（Excel、WPS 用）', ending: 'excel.csv', type: 'text/csv', text: resultExcelCsv },
  { word: 'JSON', ending: 'json', type: 'application/json', text: resultJson },
] as const

/** Buttons that save the whole result, not only the page shown. The file is made when a button is pressed. */
export function downloadButtons(name: string, result: () => Result): HTMLElement[] {
  return kinds.map(({ word, ending, type, text }) => {
    const button = make('button', { type: 'button', className: 'quiet', textContent: word })
    button.dataset['download'] = ending
    button.addEventListener('click', () => save(`${name}.${ending}`, type, text(result())))
    return button
  })
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = make('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
