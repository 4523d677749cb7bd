/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config'

// Dates are days, not instants; a zone of its own keeps every machine the same.
process.env['TZ'] = 'UTC'

/** Everything that needs no built site. */
export default getViteConfig({
  test: { include: ['test/**/*.test.ts'], exclude: ['test/built/**'], testTimeout: 60_000 },
})
