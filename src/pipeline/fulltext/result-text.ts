import type { QueryResult, ResultEntry } from '../../fulltext/ask/query-result.ts'

const mostShown = 10

/** An answer for people at a terminal. */
export function resultText(result: QueryResult): string {
  const { query, used, added, total, exact, related, bytes, requests } = result
  const notes = [
    ...(used === undefined ? [] : [`没有“${query}”，找的是“${used}”。`]),
    ...(added.length > 0 ? [`一并找了：${added.join('、')}。`] : []),
  ]
  return [
    `“${query}”：${total} 条，读了 ${(bytes / 1000).toFixed(0)} KB、${requests} 次。`,
    ...notes,
    ...exact.slice(0, mostShown).map(entryText),
    ...(total > mostShown ? [`  …… 还有 ${total - mostShown} 条`] : []),
    ...(related.length > 0 ? ['相关：', ...related.slice(0, mostShown).map(entryText)] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function entryText({ title, type, url, clause, count, excerpt }: ResultEntry): string {
  const place = clause ? `（${clause}）` : ''
  return `  ${type} ${title}${place} ${count} 处 ${url}\n    ${excerpt}`
}
