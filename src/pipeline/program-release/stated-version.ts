/** A file of JSON with its first `"version"` entries put to another one: that of the package, and in a lockfile that of its root. */
export function withVersion(json: string, from: string, to: string): string {
  const isLock = 'lockfileVersion' in JSON.parse(json)
  let left = isLock ? 2 : 1
  const text = json.replaceAll(`"version": ${JSON.stringify(from)}`, (found) =>
    left-- > 0 ? `"version": ${JSON.stringify(to)}` : found,
  )
  const made = JSON.parse(text)
  if (made.version !== to || (isLock && made.packages?.['']?.version !== to))
    throw new Error(`the version ${from} does not stand where a package has it`)
  return text
}
