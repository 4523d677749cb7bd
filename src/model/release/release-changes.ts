import { z } from 'zod'
import type { ReleaseChanges } from './release.ts'

const names = z.array(z.string())
const row = z.array(z.string())

const cell = z.object({ column: z.string(), old: z.string().optional(), new: z.string() })

const diff = z.object({
  key: names,
  columns: z.object({
    before: names,
    after: names,
    added: names,
    removed: names,
    retyped: z.array(z.object({ column: z.string(), old: z.string(), new: z.string() })),
    moved: z.boolean(),
  }),
  added: z.array(row),
  removed: z.array(row),
  changed: z.array(z.object({ key: row, cells: z.array(cell) })),
})

const shape = z.object({
  dataset: z.string(),
  version: z.string(),
  on: z.string(),
  note: z.string(),
  previous: z.object({ version: z.string(), sha256: z.string() }).optional(),
  step: z.enum(['major', 'minor', 'patch']).optional(),
  reasons: z.array(z.object({ for: z.string(), text: z.string() })),
  tables: z.array(
    z.object({
      table: z.string(),
      status: z.enum(['same', 'changed', 'added', 'removed']),
      rows: z.object({ before: z.number(), after: z.number() }),
      tightened: names,
      loosened: names,
      diff: diff.optional(),
    }),
  ),
  described: names,
}) satisfies z.ZodType<ReleaseChanges>

/** `changes.json` as releases freeze it. Later programs may add to it; what is unknown here is left aside. */
export function parseReleaseChanges(text: string): ReleaseChanges | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
