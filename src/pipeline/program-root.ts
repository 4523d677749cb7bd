import { fileURLToPath } from 'node:url'

/** The folder with `astro.config.mjs` and `src/`; the content may stand elsewhere. */
export const programRoot = fileURLToPath(new URL('../../', import.meta.url))
