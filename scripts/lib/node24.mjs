// npm scripts of this repository may be started by any Node (a fresh clone has only the system's). What comes after
// `npm ci` runs under the Node 24 that package.json brings, so that every machine runs the same thing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Root directory of the repository. */
export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')

/** Directory of the programs that npm installed; first on the PATH of everything that the scripts start. */
export const binDir = join(root, 'node_modules/.bin')

/** The environment for children: the repository's Node and tools first. */
export function childEnv(extra = {}) {
  return { ...process.env, PATH: `${binDir}:${process.env['PATH'] ?? ''}`, ...extra }
}

/**
 * Starts the calling script again under the repository's Node 24 when it was started by an older one, and ends with its
 * exit code. Does nothing where Node is new enough already.
 * @param {string} script the script's `import.meta.url`
 */
export function needNode24(script) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return
  const node = join(binDir, 'node')
  if (!existsSync(node)) {
    console.error('This needs the packages of the repository: run `npm ci` first (or `npm cit`, which does both).')
    process.exit(3)
  }
  const file = decodeURIComponent(new URL(script).pathname)
  const done = spawnSync(node, [file, ...process.argv.slice(2)], { stdio: 'inherit', env: childEnv() })
  process.exit(done.status ?? 1)
}
