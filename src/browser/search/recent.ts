/*
 * Recent queries stay on the device. Where storage is blocked there are none, and nothing else changes.
 */

const key = 'gongbao.recent-queries'
const most = 8

/** The latest first. */
export function recentQueries(): string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(known) ? known.filter((one) => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function rememberQuery(query: string): void {
  if (query === '') return
  const queries = [query, ...recentQueries().filter((one) => one !== query)].slice(0, most)
  try {
    localStorage.setItem(key, JSON.stringify(queries))
  } catch {
    // Blocked or full: it is only a convenience.
  }
}

export function forgetQueries(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Blocked: there is nothing to forget.
  }
}
