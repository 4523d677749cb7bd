import { fileURLToPath } from 'node:url'
import { assessAll } from '../src/progress/board.ts'
import { readOnce } from './read-once.ts'

/** 例城: the fictional city of `npm run example`. */
export const cityRoot = fileURLToPath(new URL('./fixtures/example-city', import.meta.url))
export const cityDay = '2026-06-30'

/** The example city, read and judged as a build does it. */
export async function exampleCity() {
  const { site, issues } = await readOnce(cityRoot, { asOf: cityDay })
  if (!site) throw new Error(`the example city has errors: ${JSON.stringify(issues)}`)
  return { site, board: assessAll(site), issues }
}
