import type { Code } from '../../src/issues/catalogue.ts'

const head = '| code | level | what |\n|---|---|---|\n'

/** A guide with its table of codes as the catalogue has it. The table is the last thing of the part `## Codes`. */
export function withCodeTable(guide: string, catalogue: readonly Code[]): string {
  const start = guide.indexOf(head)
  if (start < 0) throw new Error('the guide has no table of codes')
  const after = guide.slice(start).search(/\n(?!\|)/)
  const rows = catalogue.map(({ code, severity, title }) => `| ${code} | ${severity} | ${title.en} |`)
  return `${guide.slice(0, start)}${head}${rows.join('\n')}${after < 0 ? '\n' : guide.slice(start + after)}`
}
