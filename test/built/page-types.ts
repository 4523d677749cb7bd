import { readdirSync } from 'node:fs'

/** One address of every type of page in a built site: the first of each room, and every page that stands alone. */
export function pageTypes(dist: string): string[] {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('/index.html'))
    .map((path) => path.slice(0, -'index.html'.length))
    .sort()
  const seen = new Set<string>()
  return pages.filter((path) => {
    const type = typeOf(path)
    if (seen.has(type)) return false
    seen.add(type)
    return true
  })
}

/** Steps of an address that are the same for every record. */
const fixed = ['indicators', 'changes']

/** `/progress/yw-zbf-2021-38/t01/` → `/progress/*​/*​/` */
function typeOf(path: string): string {
  const [, room = '', ...rest] = path.split('/')
  return rest.length < 2
    ? path
    : `/${room}/${rest.map((part) => (fixed.includes(part) ? part : part && '*')).join('/')}`
}
