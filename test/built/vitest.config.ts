import { defineConfig } from 'vitest/config'

/** Runs on the built site in `dist/`: `npm test` builds it first. */
export default defineConfig({
  test: {
    include: ['test/built/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
