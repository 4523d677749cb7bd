const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const origin = (import.meta.env.SITE ?? '').replace(/\/$/, '')

/** A path of `publish/urls.ts` with the base path of this build. */
export function link(path: string): string {
  return base + path
}

/** The full address of a path, for what is read away from the site: citations, metadata. */
export function address(path: string): string {
  return origin + link(path)
}
