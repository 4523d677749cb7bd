import { defineConfig } from 'vitest/config'

// Dates are days, not instants; a zone of its own keeps every machine the same.
process.env['TZ'] = 'UTC'

// npm scripts and npx run on the Node of the packages; a bare Node may be older than `engines` of package.json.
const needed = 24
if (Number.parseInt(process.versions.node, 10) < needed) {
  throw new Error(
    `The tests need Node ${needed} or newer, and this is ${process.version}: npm run unit, or npx vitest.`,
  )
}

/** Commands and stages of a build: they go to another folder, speak on stdout, hear signals, hold locks and ports. */
const commands = ['test/scripts/**/*.test.ts', 'test/pipeline/**/*.test.ts', 'test/bench/**/*.test.ts']

/** Everything that needs no built site. */
export default defineConfig({
  test: {
    // Both processors of a small machine: one less, which is the rule of vitest, would leave one.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          // Functions of their arguments: a worker loads each module once, for all files.
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/built/**', ...commands],
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'commands', include: commands, pool: 'forks' } },
    ],
    testTimeout: 60_000,
  },
})
