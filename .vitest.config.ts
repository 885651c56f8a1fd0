import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const E2E = 'test/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 20_000,
    reporters: ['default'],
    pool: 'forks',
    // Many tests wait for git and for servers: one less than there are cores would leave half of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/support/seeds.ts'],
    // Only with --coverage: `npm run coverage`. What cannot be reached says so beside the code (`v8 ignore`).
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      reportsDirectory: 'coverage/branches',
      reporter: [['text', { skipFull: true }], 'html'],
      thresholds: { branches: 100 },
    },
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [E2E] } },
      {
        extends: true,
        test: {
          name: 'bundle',
          include: [E2E],
          // Runs only when a test of this project does.
          globalSetup: ['test/e2e/bundle-once.ts'],
          // Each test waits for processes most of its time, and has a sandbox of its own.
          isolate: false,
          maxWorkers: 2,
          maxConcurrency: 6,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
        },
      },
    ],
  },
})
