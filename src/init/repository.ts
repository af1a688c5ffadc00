import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The directory that holds `.git` (a directory, or a file in work trees), from `dir` upwards; `dir` itself without one. */
export function repositoryRoot(dir: string): string {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return dir
  }
}
