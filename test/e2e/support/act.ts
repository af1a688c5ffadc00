import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir } from './places.ts'

/** nektos/act as `scripts/ci/act.sh` installs it; null when it did not. */
export function actProgram(): string | null {
  const file = join(cacheDir, 'act-0.2.89/act')
  return existsSync(file) ? file : null
}
