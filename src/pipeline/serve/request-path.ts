/**
 * The path that a request asks for, decoded; undefined where it is none that a browser would send: an address with its
 * host, an empty step, a step up, or characters that no file of ours has in its name, however they are written.
 */
export function requestPath(target: string): string | undefined {
  const [raw = ''] = target.split(/[?#]/, 1)
  if (!raw.startsWith('/') || raw.includes('//') || /%2f|%5c/i.test(raw)) return undefined
  const path = decoded(raw)
  const isOdd = path === undefined || path.includes('\\') || [...path].some((one) => one < ' ' || one === '\u007f')
  if (isOdd || path.split('/').some((step) => step === '.' || step === '..')) return undefined
  return path
}

function decoded(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}
