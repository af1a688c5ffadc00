import { join, resolve } from 'node:path'

/** The directories of a run on GitHub, absolute. */
export interface GithubPlaces {
  /** The checkout: paths in outputs and annotations are relative to it. */
  readonly workspace: string
  /** Toolchains; on a self-hosted runner they are there the next time. */
  readonly toolsDir: string
  /** Files on their way to and from the cache; the runner empties it after each job. */
  readonly cacheDir: string
}

/**
 * Where a runner keeps things: `RUNNER_TOOL_CACHE` for tools, `RUNNER_TEMP` for what one job needs. Pure.
 * `PORTABLE_BUILD_TOOLS_DIR` and `PORTABLE_BUILD_CACHE_DIR` win, as on every host.
 */
export function githubPlaces(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  tmp: string,
): GithubPlaces {
  const temp = env['RUNNER_TEMP'] || tmp
  const given = (name: string) => (env[name] ? resolve(cwd, env[name]) : null)
  return {
    workspace: resolve(cwd, env['GITHUB_WORKSPACE'] || '.'),
    toolsDir: given('PORTABLE_BUILD_TOOLS_DIR') ?? resolve(cwd, env['RUNNER_TOOL_CACHE'] || temp, 'portable-build'),
    cacheDir: given('PORTABLE_BUILD_CACHE_DIR') ?? resolve(cwd, join(temp, 'portable-build-cache')),
  }
}
