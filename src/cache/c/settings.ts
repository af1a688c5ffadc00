import { createHash } from 'node:crypto'

/** What decides how ccache is set up for a target. */
export interface CcacheFacts {
  /** The program, absolute. */
  readonly ccache: string
  readonly target: string
  /** What compiles: `zig 0.15.2`, or what the compiler calls itself. */
  readonly compiler: string
  /** The wrappers' text, the paths that they map, this machine's packages: all that ccache cannot see of a compiler. */
  readonly hidden: readonly string[]
  /** A source with `#embed`, or null. */
  readonly embeds: string | null
}

/**
 * ccache 4 is needed: older ones cannot be told what kind of compiler a wrapper is. Null: it will do. Pure.
 * @param text what `ccache --version` printed
 */
export function whyNotCcache(text: string): string | null {
  const [, version, major = '0'] = /ccache version v?((\d+)\.[\w.+-]*)/.exec(text) ?? []
  if (version === undefined) return 'ccache does not say its version'
  return Number(major) < 4 ? `ccache ${version} is older than 4.0` : null
}

/**
 * Variables for the steps of a target (ccache's manual, "Configuration options"). Pure.
 *
 * The wrapper starts ccache, which starts the wrapper again: no build system knows. A compiler is recognised by a text of
 * ours: the wrapper's time says nothing on a fresh machine, and its content nothing of the compiler behind it.
 * `base_dir` is not set: with it, compilers get other paths than without, and so would `__FILE__`.
 */
export function ccacheEnv(facts: CcacheFacts, dir: string): Readonly<Record<string, string>> {
  return {
    PB_CCACHE: facts.ccache,
    CCACHE_DIR: dir,
    // no file of the machine's or the user's has a say
    CCACHE_CONFIGPATH: `${dir}/ccache.conf`,
    CCACHE_COMPILERCHECK: `string:${checkOf(facts)}`,
    CCACHE_COMPILERTYPE: compilerType(facts.compiler),
    CCACHE_MAXSIZE: '2G',
    // the pack is compressed as a whole, which is smaller and done once
    CCACHE_NOCOMPRESS: '1',
    // ccache 4.7 takes what was embedded for unchanged; what the preprocessor made of it cannot deceive it
    ...(facts.embeds !== null && { CCACHE_NODIRECT: '1' }),
  }
}

/** Everything about the compiler that changes what it makes, as one word. Pure. */
export function checkOf({ target, compiler, hidden }: CcacheFacts): string {
  const words = `${compiler.slice(0, 60)} ${target}`.replace(/[^A-Za-z0-9._+-]+/g, '-')
  const digest = createHash('sha256').update(JSON.stringify([compiler, hidden]))
  return `${words}-${digest.digest('hex').slice(0, 16)}`
}

const compilerType = (compiler: string): string => (/\b(zig|clang)\b/i.test(compiler) ? 'clang' : 'gcc')

/** Counters of ccache that a run shows. */
export interface CcacheCounts {
  /** Found by the sources' digests alone. */
  readonly direct: number
  /** Found after the preprocessor had run. */
  readonly preprocessed: number
  readonly misses: number
}

/** Reads `ccache --print-stats`: a name, a tab, a number. Pure. */
export function readCounts(text: string): CcacheCounts {
  const count = (name: string) => Number(new RegExp(`^${name}\\t(\\d+)$`, 'm').exec(text)?.[1] ?? 0)
  return {
    direct: count('direct_cache_hit'),
    preprocessed: count('preprocessed_cache_hit'),
    misses: count('cache_miss'),
  }
}
