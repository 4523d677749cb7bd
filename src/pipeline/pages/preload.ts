import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

const scriptOf = /<script type="module" src="([^"]+)"><\/script>/g
const importOf = /\bimport\s*(?:[^'"()]*?\bfrom\s*)?["'](\.\/[^"']+\.js)["']/g

export type Preload = (html: string) => Promise<string>

/**
 * Names in a page what its scripts import, so that the browser asks for it together with them and not one round trip
 * later. `folder` holds the scripts below the base path.
 */
export function preloader(folder: string, base: string): Preload {
  const known = new Map<string, Promise<readonly string[]>>()
  const importsOf = (address: string): Promise<readonly string[]> => {
    const found = known.get(address) ?? importedBy(folder, base, address, importsOf)
    known.set(address, found)
    return found
  }
  return async (html) => {
    const scripts = Array.from(html.matchAll(scriptOf), ([, address = '']) => address)
    const imported = new Set((await Promise.all(scripts.map(importsOf))).flat())
    if (imported.size === 0) return html
    const links = Array.from(imported, (address) => `<link rel="modulepreload" href="${address}">`).join('')
    return html.replace('</head>', `${links}</head>`)
  }
}

/** Everything that a script imports at once, and what that imports. */
async function importedBy(
  folder: string,
  base: string,
  address: string,
  importsOf: (address: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const source = await readFile(join(folder, address.slice(base.length)), 'utf8')
  const own = Array.from(source.matchAll(importOf), ([, path = '']) => posix.join(posix.dirname(address), path))
  const further = await Promise.all(own.map(importsOf))
  return [...new Set([...own, ...further.flat()])]
}
