import { sourceName } from '../model/register/source.ts'
import type { Site } from '../model/site.ts'

/** More doubtful figures than this stand in the description of a picture, not under it. */
export const mostDoubts = 3

/** More sources than this are counted; the page of the chart has them all. */
const most = 3

/** What a picture rests on, in a line: the document first, where there is one, then the sources of its figures. */
export function sourceLine(site: Pick<Site, 'sources'>, ids: Iterable<string>, document?: string): string {
  const names = [...ids].flatMap((id) => {
    const source = site.sources.get(id)
    return source ? [`${sourceName(source)}${source.date ? `（${source.date}）` : ''}`] : []
  })
  const rest = names.length > most ? `等 ${names.length} 处` : ''
  return `来源：${[...(document === undefined ? [] : [document]), ...names.slice(0, most)].join('；')}${rest}`
}
