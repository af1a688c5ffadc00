import { isAbsolute, join, resolve } from 'node:path'

/** Where this user's caches are, as far as the environment and the user database say. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  /** Home of the user database; null where the user has no entry (a container run with `--user 1234`). */
  readonly home: string | null
  readonly uid: number
  readonly tmp: string
  readonly cwd: string
}

/** The directories that survive between runs. */
export interface Places {
  readonly toolsDir: string
  readonly cacheDir: string
  /** The shared temporary directory that had to be taken: it must be this user's own. Null otherwise. */
  readonly shared: string | null
}

/**
 * Directories of toolchains and caches: `PORTABLE_BUILD_TOOLS_DIR`, `PORTABLE_BUILD_CACHE_DIR`, else the user's cache
 * directory (XDG Base Directory Specification: a relative `XDG_CACHE_HOME` is ignored), else the temporary directory.
 */
export function placesOf({ env, home, uid, tmp, cwd }: Surroundings): Places {
  const given = (name: string) => (env[name] ? resolve(cwd, env[name]) : null)
  const tools = given('PORTABLE_BUILD_TOOLS_DIR')
  const cache = given('PORTABLE_BUILD_CACHE_DIR')
  const xdg = env['XDG_CACHE_HOME']
  const own = [env['HOME'], home].find(h => h && isAbsolute(h) && h !== '/')
  const parent = xdg && isAbsolute(xdg) ? xdg : own ? join(own, '.cache') : null
  const base = parent === null ? join(tmp, `portable-build-${uid}`) : join(parent, 'portable-build')
  return {
    toolsDir: tools ?? join(base, 'tools'),
    cacheDir: cache ?? join(base, 'cache'),
    shared: parent === null && (tools === null || cache === null) ? base : null,
  }
}
