/** Whether a version may follow another: one step of major, minor or patch, the lower parts from 0 (Semantic Versioning 2.0.0). */
export function isNextVersion(from: string, to: string): boolean {
  const [old, next] = [partsOf(from), partsOf(to)]
  if (!old || !next) return false
  const at = next.findIndex((part, index) => part !== old[index])
  return (
    at >= 0 && next.every((part, index) => part === (index < at ? old[index] : index === at ? (old[at] ?? 0) + 1 : 0))
  )
}

/** The versions that may follow, for a message. */
export function nextVersions(from: string): string[] {
  const [major = 0, minor = 0, patch = 0] = partsOf(from) ?? []
  return [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`]
}

function partsOf(version: string): number[] | undefined {
  if (!/^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/.test(version)) return undefined
  return version.split('.').map(Number)
}
