/** Where the services of a run are, and the token that opens them. */
export interface ServiceAccess {
  readonly url: string
  readonly token: string
}

type Env = Readonly<Record<string, string | undefined>>

/** The results service (artifacts, cache), which only the runner of github.com gives to actions; null without it. */
export function resultsService(env: Env): ServiceAccess | null {
  const [url, token] = [env['ACTIONS_RESULTS_URL'], env['ACTIONS_RUNTIME_TOKEN']]
  return url && token && isGitHub(env['GITHUB_SERVER_URL']) ? { url, token } : null
}

/** The results service where its cache speaks the second protocol; the first one was switched off on github.com in 2025. */
export function cacheService(env: Env): ServiceAccess | null {
  return env['ACTIONS_CACHE_SERVICE_V2'] ? resultsService(env) : null
}

/** github.com, a tenant of ghe.com, or this machine; an Enterprise Server has none of it (rule of `@actions/artifact`). */
function isGitHub(server: string | undefined): boolean {
  if (!server) return true
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : ''
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}
