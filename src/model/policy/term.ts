import { z } from 'zod'
import { id, line, named } from '../field.ts'

export const term = z.strictObject({
  id: named('标识', id),
  term: named('术语', line),
  /** Other words for it; search finds them together and shows the added word. */
  synonyms: named('同义词', z.array(line).default([])),
  plain: named('白话', line),
  source: named('来源', id.optional()),
  policy: named('文件', id.optional()),
})
export type Term = z.output<typeof term>

/** `content/glossary.yaml`; `synonyms` are groups of words that mean the same and need no explanation. */
export const glossary = z.strictObject({
  terms: named('术语表', z.array(term)),
  synonyms: named('同义词组', z.array(z.array(line).min(2)).default([])),
})
export type Glossary = z.output<typeof glossary>
