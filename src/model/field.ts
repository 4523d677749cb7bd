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

/** Text without a line break or another control character: it stands in feeds, calendars and records of one line each. */
export const oneLine = z.string().regex(/^[^\p{Cc}\u2028\u2029]*$/u)

/** One line of text that says something. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u)

/** Text of one or more lines that says something. */
export const paragraph = z
  .string()
  .trim()
  .min(1)
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u)

/**
 * An address on the web: http or https and nothing that a browser would run or open elsewhere, without user name and
 * password; kept as the URL Standard (https://url.spec.whatwg.org/) writes it.
 */
export const webAddress = z
  .url({ protocol: /^https?$/, normalize: true, abort: true })
  .regex(/^https?:\/\/[^/?#@]+(?:[/?#]|$)/)

/** An address on the web, or a file by its path: whatever names a scheme must be the first. */
export const webAddressOrPath = z.string().superRefine((text, context) => {
  const fault = /^[\p{Cc}\s]*[a-z][a-z\d+.-]*:/iu.test(text) ? webAddress.safeParse(text).error?.issues[0] : undefined
  const { success } = oneLine.safeParse(text)
  if (fault) context.addIssue({ code: 'invalid_format', format: 'url', input: text })
  else if (!success) context.addIssue({ code: 'invalid_format', format: 'regex', pattern: 'Cc', input: text })
})

/** A closed span of days. */
export const dateSpan = z.strictObject({
  from: named('起', isoDate),
  to: named('止', isoDate),
})
export type DateSpan = z.output<typeof dateSpan>
