/** Variables that choose a store of sccache's own, with what it is (sccache's documentation, one page for each store). */
const stores: Readonly<Record<string, string>> = {
  SCCACHE_BUCKET: 'a bucket of S3',
  SCCACHE_REDIS: 'Redis',
  SCCACHE_REDIS_ENDPOINT: 'Redis',
  SCCACHE_REDIS_CLUSTER_ENDPOINTS: 'Redis',
  SCCACHE_MEMCACHED: 'memcached',
  SCCACHE_MEMCACHED_ENDPOINT: 'memcached',
  SCCACHE_GCS_BUCKET: 'a bucket of Google',
  SCCACHE_AZURE_CONNECTION_STRING: 'Azure',
  SCCACHE_OSS_BUCKET: 'a bucket of OSS',
  SCCACHE_COS_BUCKET: 'a bucket of COS',
  SCCACHE_WEBDAV_ENDPOINT: 'WebDAV',
  SCCACHE_GHA_ENABLED: "GitHub's cache",
}

type Env = Readonly<Record<string, string | undefined>>

/** Where sccache keeps things by itself, as the user has set it up; null: nowhere, a directory is ours to keep. Pure. */
export function ownStore(env: Env): { readonly variable: string; readonly what: string } | null {
  const set = Object.entries(stores).find(([name]) => env[name])
  if (set !== undefined) return { variable: set[0], what: set[1] }
  return env['SCCACHE_DIR'] ? { variable: 'SCCACHE_DIR', what: 'a directory' } : null
}

/** What GitHub's cache is asked with. sccache's server gets them, and no build. */
const github: readonly string[] = [
  'ACTIONS_CACHE_SERVICE_V2',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_RUNTIME_TOKEN',
]

/** What sccache's server gets beside the environment of the build. Pure. @param env ours */
export function serverOnly(variable: string | null, env: Env): Readonly<Record<string, string>> {
  const wanted = variable === 'SCCACHE_GHA_ENABLED' ? github : []
  return Object.fromEntries(wanted.flatMap(name => (env[name] ? [[name, env[name]]] : [])))
}

/** Where the server of one run listens. */
export interface SccacheServer {
  /** The program, absolute. */
  readonly program: string
  /** A path that nobody else can make. */
  readonly socket: string
  /** For releases that know no sockets (before 0.8), and for directories whose path is too long for one. */
  readonly port: number
}

/** Bytes of the path of a socket. Source: unix(7), `sun_path` with its NUL. */
const longestSocket = 107

/**
 * Variables for the steps that start rustc (sccache's documentation, Configuration). A server that runs on this machine
 * already would have the settings of whoever started it: this one is of this run alone, and ends when nobody asks any more.
 * Pure. @param dir where objects go; null: to a store that the user has set up
 */
export function sccacheEnv(server: SccacheServer, dir: string | null): Readonly<Record<string, string>> {
  return {
    RUSTC_WRAPPER: server.program,
    ...(Buffer.byteLength(server.socket) > longestSocket ? {} : { SCCACHE_SERVER_UDS: server.socket }),
    SCCACHE_SERVER_PORT: String(server.port),
    // s; a build script may compile C for minutes, and a server that a rustc starts anew has no token of GitHub's
    SCCACHE_IDLE_TIMEOUT: '600',
    // a server or a store that gets into trouble costs time, not the build
    SCCACHE_IGNORE_SERVER_IO_ERROR: '1',
    ...(dir === null ? {} : { SCCACHE_DIR: dir, SCCACHE_CACHE_SIZE: '2G' }),
  }
}

/** What sccache did for rustc. */
export interface SccacheCounts {
  readonly hits: number
  readonly misses: number
  /** Calls of rustc that it keeps nothing of: executables, build scripts, questions. */
  readonly others: number
}

/** Reads `sccache --show-stats --stats-format=json`; null for anything else. Pure. */
export function readStats(text: string): SccacheCounts | null {
  try {
    const { stats } = JSON.parse(text)
    const sum = (counters: { readonly counts?: unknown }) =>
      Object.values({ ...Object(counters.counts) }).reduce((total: number, n) => total + (Number(n) || 0), 0)
    const counts = {
      hits: sum(Object(stats.cache_hits)),
      misses: sum(Object(stats.cache_misses)),
      others: Number(stats.requests_not_cacheable) || 0,
    }
    return counts
  } catch {
    return null
  }
}
