import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { searchSynonyms } from '../../publish/search/synonyms.ts'
import { readTerms } from '../../read/text/config.ts'
import { UsageError } from '../args.ts'

/** The synonyms of a root's glossary, for texts that are not its own; none where there is no glossary. */
export async function corpusSynonyms(root: string): Promise<(readonly string[])[]> {
  const path = 'content/glossary.yaml'
  const text = await readFile(join(root, path), 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const { value, synonyms, issues } = readTerms(new Map([[path, text]]))
  if (issues.length > 0) throw new UsageError(`${join(root, path)} 里有错误，先运行 npm run check`)
  return searchSynonyms({ terms: value, synonyms })
}
