import type { Web } from '../../../src/foreign/csvw/validate.ts'

/** A web of these addresses and no other. A Link header is a file whose address ends in `#link`. */
export function webOf(files: ReadonlyMap<string, Uint8Array | string>): Web {
  const bytes = (url: string) => {
    const found = files.get(url)
    return typeof found === 'string' ? Buffer.from(found) : found
  }
  return {
    nameOf: (url) => url.slice(url.lastIndexOf('/') + 1),
    reaches: async (url) => (url.startsWith('https://a.test/') ? 'here' : 'remote'),
    read: async (url) => {
      const found = bytes(url)
      return found && Buffer.from(found).toString('utf8')
    },
    table: async (url) => {
      const found = bytes(url)
      const link = files.get(`${url}#link`)
      return (
        found && {
          link: link === undefined ? undefined : String(link),
          open: async function* () {
            yield found
          },
        }
      )
    },
  }
}
