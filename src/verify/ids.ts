import { duplicateId } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { type BuiltPage, placeIn } from './built-page.ts'

/** An id names one place: the second element with the same id is reported, once. */
export function checkIds(page: BuiltPage): Issue[] {
  const counts = new Map<string, number>()
  return page.tags.flatMap((tag) => {
    const id = tag.attributes.get('id')
    if (id === undefined) return []
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    return count === 2 ? [issue(duplicateId, placeIn(page, tag.offset), { id })] : []
  })
}
