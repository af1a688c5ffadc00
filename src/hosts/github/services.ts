/** Where the services of a run are, and the token that opens them. */
export interface ServiceAccess {
  readonly url: string
  readonly token: string
}

/** The cache of a run. */
export interface CacheService extends ServiceAccess {
  /** `v2`: Twirp calls to the results service. `v1`: what an Enterprise Server and other runners (act) have. */
  readonly protocol: 'v1' | 'v2'
}

type Env = Readonly<Record<string, string | undefined>>

/** The results service (artifacts, cache), which only the runner of github.com gives to actions; null without it. */
export function resultsService(env: Env): ServiceAccess | null {
  const [url, token] = [env['ACTIONS_RESULTS_URL'], env['ACTIONS_RUNTIME_TOKEN']]
  return url && token && isGitHub(env['GITHUB_SERVER_URL']) ? { url, token } : null
}

/** The cache, by the rule of `@actions/cache` (config.js, `getCacheServiceVersion`); null where the runner offers none. */
export function cacheService(env: Env): CacheService | null {
  if (env['ACTIONS_CACHE_SERVICE_V2'] && isGitHub(env['GITHUB_SERVER_URL'])) {
    const results = resultsService(env)
    return results && { protocol: 'v2', ...results }
  }
  const url = env['ACTIONS_CACHE_URL']
  // act's address opens its cache, and there is no token
  return url ? { protocol: 'v1', url, token: env['ACTIONS_RUNTIME_TOKEN'] ?? '' } : null
}

/** github.com, a tenant of ghe.com, or this machine; an Enterprise Server has none of it (rule of `@actions/artifact`). */
function isGitHub(server: string | undefined): boolean {
  if (!server) return true
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : ''
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}
