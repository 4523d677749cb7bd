import { stat } from 'node:fs/promises'
import { join } from 'node:path/posix'

const descriptorNames = ['datapackage.json', 'datapackage.yaml', 'datapackage.yml']

/** The descriptor of a package, given its folder or the descriptor itself; undefined where there is none. */
export async function findDescriptor(path: string): Promise<string | undefined> {
  const clean = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
  const info = await stat(clean).catch(() => undefined)
  if (info?.isFile()) return clean
  for (const name of info?.isDirectory() ? descriptorNames : []) {
    const file = join(clean, name)
    if ((await stat(file).catch(() => undefined))?.isFile()) return file
  }
  return undefined
}
