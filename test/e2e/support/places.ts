import { homedir } from 'node:os'
import { join } from 'node:path'

const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')

/** What the suites download or build once per machine. */
export const cacheDir = process.env['PB_CI_CACHE'] ?? join(caches, 'portable-build-ci')

/** Toolchains of the product, shared by all suites. */
export const toolsDir = join(cacheDir, 'tools')

/** Root of the repository. */
export const root = join(import.meta.dirname, '../../..')
