import { impossible, noApplicationConditions, windowInWords, windowOpen, windowOrder } from '../../issues/mea.ts'
import { findContradiction } from '../../model/benefit/eligibility.ts'
import type { Measure, MeasureFields } from '../../model/benefit/measure.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { checkAmount } from './amount-rules.ts'
import { readMarkdown } from './markdown.ts'
import type { PlacedLink } from './mdast.ts'
import type { Names } from './names.ts'
import { linkNames } from './names.ts'
import type { Prose } from './prose.ts'

type Entry = Prose<MeasureFields> & { readonly fields: MeasureFields }

/** Reads a 惠企事项 and checks MEA-001…005. */
export function readMeasure(
  entry: Entry,
  names: Names,
): { measure: Measure; links: readonly PlacedLink[]; issues: Issue[] } {
  const { id, file, body, bodyLine, fields } = entry
  const seen = new Set<string>()
  const text = (words: string) => linkNames(words, names, '', seen, () => {})
  const read = readMarkdown({ file, body, bodyLine, mdx: false }, { text })
  return {
    measure: { ...fields, id, file, blocks: read.blocks.map((placed) => placed.block) },
    links: read.links,
    issues: [
      ...read.issues,
      ...windowIssues(entry),
      ...checkAmount(entry.fields, entry.yaml),
      ...claimIssues(entry),
      ...ruleIssues(entry),
    ],
  }
}

function windowIssues({ fields, yaml }: Entry): Issue[] {
  return fields.windows.flatMap((window, index): Issue[] => {
    const { opens, closes, words, dateNote } = window
    if (opens && closes && closes < opens)
      return [issue(windowOrder, yaml.at(['windows', index, 'closes']), { opens, closes })]
    if (words && !opens && !closes && !dateNote)
      return [issue(windowInWords, yaml.at(['windows', index, 'words']), { words })]
    if (dateNote || words || (opens && closes)) return []
    const missing = opens ? 'closes' : closes ? 'opens' : 'both'
    // A last day alone is a window that is open already.
    return missing === 'opens' ? [] : [issue(windowOpen, yaml.at(['windows', index]), { missing })]
  })
}

const conditionNames = {
  clearRecipients: '受益对象明确',
  evidence: '认定有据',
  standardAmount: '标准数额具体',
  inForce: '文件时限有效',
} as const

function claimIssues({ fields, yaml }: Entry): Issue[] {
  if (fields.claimMode !== '免申即享') return []
  const keys = Object.keys(conditionNames) as (keyof typeof conditionNames)[]
  const missing = keys.filter((key) => !fields.noApplication?.[key]).map((key) => conditionNames[key])
  return missing.length === 0
    ? []
    : [issue(noApplicationConditions, yaml.at(['claimMode']), { missing: missing.join('、') })]
}

function ruleIssues({ fields, yaml }: Entry): Issue[] {
  const found = findContradiction(fields.eligibility)
  return found ? [issue(impossible, yaml.at(['eligibility']), { text: found.text })] : []
}
