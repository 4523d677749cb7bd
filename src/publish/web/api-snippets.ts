import type { ApiEntry } from './api-paths.ts'

/** How a program reads the site, ready to run. */
export interface ApiSnippet {
  readonly title: string
  readonly code: string
}

/** From the list of indicators to the figures of one, and a table as it is; only with addresses that exist. */
export function apiSnippets(entries: readonly ApiEntry[]): ApiSnippet[] {
  const example = (path: string) => entries.find((one) => one.path === path)?.example
  const list = example('/data/indicators.json')
  const csv = example('/data/{dataset}/{version}/{table}.csv')
  return [
    ...(list ? [{ title: 'JavaScript', code: javascript(list) }] : []),
    ...(csv ? [{ title: 'curl', code: `curl -O ${csv}\ncurl -s ${csv.replace(/[^/]+$/, 'SHA256SUMS')}` }] : []),
  ]
}

function javascript(list: string): string {
  return `const { items } = await (await fetch(${JSON.stringify(list)})).json()
const { observations } = await (await fetch(items[0].json)).json()
console.log(items[0].name, observations.length)`
}
