import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir } from './places.ts'

/** Where `scripts/ci/rust-caches.sh` installs cargo-chef and sccache. */
export const rustCachesBin = join(cacheDir, 'rust-caches-1/bin')

/** Whether it did. */
export const hasRustCaches = (): boolean =>
  ['cargo-chef', 'sccache'].every(name => existsSync(join(rustCachesBin, name)))
