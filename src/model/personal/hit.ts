/** What kind of thing points to a person. */
export type PersonalKind =
  | 'id-number'
  | 'mobile'
  | 'bank-card'
  | 'paper'
  | 'plate'
  | 'qq'
  | 'wechat'
  | 'email'
  | 'address'
  | 'payee'

/** Something found in a plain text, before it is led back to the text as written. */
export interface Hit {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}

/** The first group of each match, not the label before it. */
export function inner(plain: string, form: RegExp, kind: PersonalKind): Hit[] {
  return [...plain.matchAll(form)].map((found) => {
    const end = found.index + found[0].length
    return { kind, start: end - (found[1] ?? '').length, end }
  })
}

/** Each whole match that holds. */
export function hits(
  plain: string,
  form: RegExp,
  kind: PersonalKind,
  holds: (found: RegExpExecArray) => boolean = () => true,
): Hit[] {
  return [...plain.matchAll(form)]
    .filter(holds)
    .map((found) => ({ kind, start: found.index, end: found.index + found[0].length }))
}
