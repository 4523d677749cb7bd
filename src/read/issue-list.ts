import type { Issue } from '../model/issue.ts'

/** Said of what a list has left out; a list of lists keeps it. */
const summaries = new WeakSet<Issue>()

/** How many issues of one code are listed per file; the rest are counted. */
const limit = 100

/** Collects issues; a table of a million broken rows must not become a million messages. */
export function createIssueList() {
  const issues: Issue[] = []
  const counts = new Map<string, number>()
  const firstHidden = new Map<string, Issue>()

  function add(...more: readonly Issue[]): void {
    for (const one of more) {
      if (summaries.has(one)) {
        issues.push(one)
        continue
      }
      const key = `${one.code} ${one.file}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count <= limit) issues.push(one)
      else if (count === limit + 1) firstHidden.set(key, one)
    }
  }

  function all(): Issue[] {
    const rest = [...firstHidden].map(([key, one]) => summary(one, (counts.get(key) ?? 0) - limit))
    return [...issues, ...rest]
  }

  return { add, all }
}
export type IssueList = ReturnType<typeof createIssueList>

function summary(one: Issue, more: number): Issue {
  const said: Issue = {
    ...one,
    message: {
      zh: `${one.code} 在这个文件里还有 ${more} 处，没有一一列出。`,
      en: `${more} more of ${one.code} in this file.`,
    },
    hint: { zh: '请先改正列出的几处，再检查一次。', en: 'Correct the ones listed, then check again.' },
  }
  summaries.add(said)
  return said
}
