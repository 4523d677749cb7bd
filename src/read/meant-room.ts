import { z } from 'zod'
import { measureFields } from '../model/benefit/measure.ts'
import type { Bilingual } from '../model/lang.ts'
import { interpretationFields, pageFields } from '../model/policy/article.ts'
import { policyFields } from '../model/policy/policy.ts'
import { shapeOf, titleOf } from './text/schema-shape.ts'

interface Room {
  readonly ending: '.md' | '.mdx'
  readonly is: Bilingual
  readonly fields: z.ZodType
}

/** The folders of prose and what they hold. */
const rooms = {
  policies: { ending: '.md', is: { zh: '政策', en: 'a policy' }, fields: policyFields },
  measures: { ending: '.md', is: { zh: '惠企事项', en: 'a measure' }, fields: measureFields },
  interpretations: { ending: '.mdx', is: { zh: '解读', en: 'an article' }, fields: interpretationFields },
  pages: { ending: '.mdx', is: { zh: '页面', en: 'a page' }, fields: pageFields },
} as const satisfies Readonly<Record<string, Room>>

interface MeantRoom extends Pick<Room, 'is'> {
  readonly name: string
  /** Where the file belongs. */
  readonly place: string
}

/** So many more fields of another kind are no slip of the pen; a single one is, in a short head. */
const enough = 3
const enoughOfAll = 2

/**
 * The folder that a faulty front matter was written for, by its fields: one that knows all of them where the own
 * folder does not, or far more of them. Undefined where it is not clear.
 */
export function meantRoom(own: string, id: string, head: unknown): MeantRoom | undefined {
  if (typeof head !== 'object' || head === null || Array.isArray(head)) return undefined
  const keys = Object.keys(head)
  const here = knownOf(keys, rooms[own as keyof typeof rooms]?.fields ?? z.unknown())
  for (const [name, { ending, is, fields }] of Object.entries(rooms)) {
    const there = name === own ? 0 : knownOf(keys, fields)
    if (there - here >= (there === keys.length ? enoughOfAll : enough))
      return { name, is, place: `content/${name}/${id}${ending}` }
  }
  return undefined
}

function knownOf(keys: readonly string[], schema: z.ZodType): number {
  const shape = shapeOf(schema) ?? {}
  const names = new Set(Object.entries(shape).flatMap(([key, field]) => [key, titleOf(field) ?? key]))
  return keys.filter((key) => names.has(key)).length
}
