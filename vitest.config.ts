import { defineConfig } from 'vitest/config'
import { suites } from './test/e2e/suites.ts'

const pool = 'forks' as const

export default defineConfig({
  test: {
    // On two cores more workers only make each other's timeouts.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000,
          pool,
        },
      },
      ...suites.map(suite => ({
        test: {
          name: suite.name,
          include: [`test/e2e/${suite.name}/**/*.test.ts`],
          testTimeout: suite.testTimeout,
          hookTimeout: suite.testTimeout,
          pool,
        },
      })),
    ],
  },
})
