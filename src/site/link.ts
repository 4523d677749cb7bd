const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const origin = (import.meta.env.SITE ?? '').replace(/\/$/, '')

/** Where this build will stand, for files that print full addresses. */
export const siteAddress = { origin, base } as const

/** A path of `publish/urls.ts` with the base path of this build. */
export function link(path: string): string {
  return base + path
}

/** The full address of a path, for what is read away from the site: citations, metadata. */
export function address(path: string): string {
  return origin + link(path)
}
