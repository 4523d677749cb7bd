import { z } from 'zod'

/**
 * Gives a schema its Chinese name. Editors may write either the English key or this name
 * (`发文字号:` = `docNumber:`); messages and pages use the Chinese one.
 */
export function named<S extends z.ZodType>(zh: string, schema: S): S {
  return schema.meta({ title: zh }) as S
}

/** A file name has 255 bytes; endings and versions need their share. */
export const maxIdLength = 200

/** Names that Windows keeps for devices, with any ending: no file there can be called so. */
export const reservedIds = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Lower-case ASCII identity; it is the file name and the address. */
export const id = z.string().regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/)

/** A real calendar day, `2021-11-08`. */
export const isoDate = z.iso.date()

/** One line of text that says something. */
export const line = z.string().trim().min(1)

/** A closed span of days. */
export const dateSpan = z.strictObject({
  from: named('起', isoDate),
  to: named('止', isoDate),
})
export type DateSpan = z.output<typeof dateSpan>
