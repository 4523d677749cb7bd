const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** A path of `publish/urls.ts` with the base path of this build. */
export function link(path: string): string {
  return base + path
}
