import { defineConfig } from 'vitest/config'
import { suites } from './test/e2e/suites.ts'
import { cacheDir, toolsDir } from './test/e2e/support/places.ts'
import { rustToolchain } from './test/e2e/support/rust.ts'

const pool = 'forks' as const

/** Where tests find what is installed once per machine. */
const env = {
  PB_TEST_TOOLS_DIR: toolsDir,
  PB_TEST_CACHE_DIR: `${cacheDir}/build`,
  ZIG_GLOBAL_CACHE_DIR: `${cacheDir}/build/zig`,
}

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
          // The compiling suites use the product's own toolchains; installing them is tested elsewhere.
          globalSetup: [
            ...(suite.compiles ? ['test/e2e/support/toolchains.setup.ts'] : []),
            ...(suite.setup ? [suite.setup] : []),
          ],
          env: suite.needs.includes('rust-targets') ? { ...env, PB_TEST_RUST: rustToolchain() ?? '' } : env,
          pool,
        },
      })),
    ],
  },
})
