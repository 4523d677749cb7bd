import { constants } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../../model/data/dataset.ts'
import type { PublishedFile } from '../../publish/formats/manifest.ts'
import { urls } from '../../publish/urls.ts'
import { frozenFolder } from '../../read/release/frozen-folder.ts'

/** The downloads of a dataset with releases. */
export interface CopiedReleases {
  /** Below `latest`: the newest release. */
  readonly latest: readonly PublishedFile[]
  /** Below each version. */
  readonly versions: readonly PublishedFile[]
}

/**
 * Copies the frozen files of every release as they are, and those of the newest below `latest` as well. They are never
 * made anew: a later program may write other bytes. `place` gives the full path for a path of the site.
 */
export async function copyReleases(
  { id, releases }: Pick<Dataset, 'id' | 'releases'>,
  root: string,
  place: (path: string) => Promise<string>,
): Promise<CopiedReleases> {
  const copy = async (version: string, folder?: string): Promise<PublishedFile[]> => {
    const files: PublishedFile[] = []
    for (const { name, ...file } of releases.find((one) => one.version === version)?.files ?? []) {
      const path = urls.datasetFile(id, name, folder)
      // No hard link: whoever edits the output must not reach the original.
      await copyFile(join(root, frozenFolder(id, version), name), await place(path), constants.COPYFILE_FICLONE)
      files.push({ path, ...file })
    }
    return files
  }
  const versions: PublishedFile[] = []
  for (const { version } of releases) versions.push(...(await copy(version, version)))
  return { latest: await copy(releases[0]?.version ?? ''), versions }
}
