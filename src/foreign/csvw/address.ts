/** A reference resolved against a base, in the normal form by which addresses are compared (RFC 3986 §6.2.2, §6.2.3). */
export function resolveUrl(reference: string, base: string): string | undefined {
  if (!URL.canParse(reference, base)) return undefined
  return new URL(reference, base).href.replaceAll(/%[\da-f]{2}/gi, normalEscape)
}

/** The address without its fragment. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash === -1 ? url : url.slice(0, hash)
}

/** Percent-encoded letters, digits, hyphen, full stop, underscore and tilde are the character itself. */
function normalEscape(written: string): string {
  const character = String.fromCharCode(Number.parseInt(written.slice(1), 16))
  return /[\w.~-]/.test(character) ? character : written.toUpperCase()
}
