import { z } from 'zod'
import type { Files } from '../files.ts'
import { frozenFolder, frozenText } from './frozen-folder.ts'

const missingValues = z.array(z.union([z.string(), z.object({ value: z.string() })])).optional()

const field = z.object({
  name: z.string(),
  type: z.string().default('string'),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  constraints: z.record(z.string(), z.unknown()).optional(),
  'gongbao:unit': z.string().optional(),
  missingValues,
})

const table = z.object({
  name: z.string(),
  path: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  bytes: z.number().optional(),
  hash: z.string().optional(),
  'gongbao:profile': z.string().optional(),
  schema: z.object({ fields: z.array(field), missingValues }),
})
/** A table as `datapackage.json` of a release describes it. */
export type FrozenTable = z.output<typeof table>

const shape = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  resources: z.array(table),
  gongbao: z
    .object({
      updateCycle: z.string().optional(),
      provider: z.string().optional(),
      notes: z.array(z.string()).optional(),
    })
    .optional(),
})
export type FrozenPackage = z.output<typeof shape>

/** `datapackage.json` of a release, the part that is compared; undefined where it is missing or is no such descriptor. */
export async function readFrozenPackage(
  files: Files,
  dataset: string,
  version: string,
): Promise<FrozenPackage | undefined> {
  const text = await frozenText(files, `${frozenFolder(dataset, version)}datapackage.json`)
  try {
    return shape.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
