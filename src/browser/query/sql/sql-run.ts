import type { Database, SqlValue } from 'sql.js'
import type { Cell } from '../column.ts'

/** Rows of a query in SQL. */
export interface SqlAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** There were more rows than `mostRows`. */
  readonly cut: boolean
}

/** More than this is a download, not an answer. */
export const mostRows = 200_000

/** The rows of the last statement; what is wrong with it, in words, where it cannot be run. */
export function runSql(database: Database, sql: string): SqlAnswer | { readonly problem: string } {
  try {
    let answer: SqlAnswer = { columns: [], rows: [], cut: false }
    for (const statement of database.iterateStatements(sql)) {
      const rows: Cell[][] = []
      let cut = false
      while (!cut && statement.step()) {
        if (rows.length === mostRows) cut = true
        else rows.push(statement.get().map(toCell))
      }
      answer = { columns: statement.getColumnNames(), rows, cut }
      statement.free()
    }
    return answer
  } catch (error) {
    return { problem: sqlProblem(error instanceof Error ? error.message : String(error)) }
  }
}

const problems: readonly (readonly [RegExp, (part: string) => string])[] = [
  [/^near "(.*)": syntax error$/s, (part) => `“${part}”附近写得不对：看看前面是不是少了逗号、引号或关键词。`],
  [/^incomplete input$/, () => '语句没有写完。'],
  [/^no such table: (.*)$/, (part) => `没有叫 ${part} 的表；可以用的表列在上面。`],
  [/^no such column: (.*)$/, (part) => `没有叫 ${part} 的列；文字要放在单引号里，列名不用引号。`],
  [/^no such function: (.*)$/, (part) => `没有叫 ${part} 的函数。`],
  [/^ambiguous column name: (.*)$/, (part) => `几个表都有 ${part} 这一列：请写成“表.列”。`],
  [/^misuse of aggregate(?: function)?:? (.*)$/, (part) => `${part} 这样的汇总不能写在这里；筛选汇总结果用 HAVING。`],
  [/^unrecognized token: "(.*)"$/s, (part) => `认不出 ${part}：看看引号是不是成对，是不是用了中文标点。`],
  [/readonly|query_only|not authorized/, () => '这里只能查询（SELECT），不能改数据。'],
  [/out of memory|too big/i, () => '结果太大，内存不够。请加条件或 LIMIT。'],
]

/** What SQLite says, in plain words. */
function sqlProblem(message: string): string {
  for (const [pattern, words] of problems) {
    const found = pattern.exec(message)
    if (found) return words(found[1] ?? '')
  }
  return `SQLite 说：${message}`
}

function toCell(value: SqlValue): Cell {
  if (value === null) return undefined
  return value instanceof Uint8Array ? `（${value.length} 字节）` : value
}
