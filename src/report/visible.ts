/**
 * A text as a terminal or a log may show it. Control characters, signs that turn the direction of writing and halves of
 * characters are written as `\\u{…}`: what stands in a file must not move the cursor, colour the report, begin a line of
 * its own or look like another text.
 */
export function visible(text: string): string {
  return text.replace(hidden, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)
}

const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu
