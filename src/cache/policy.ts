/** What started a run, as far as trust goes. */
export interface Trigger {
  /** The CI host's name of the event: `push`, `pull_request`, `schedule`, … */
  readonly event: string
  /** The code comes from a fork. */
  readonly isFork: boolean
  /** The run builds a tag. */
  readonly isTag: boolean
  readonly isDefaultBranch: boolean
}

/** What a run may do with the cache. */
export interface CachePolicy {
  /**
   * `compiled`: everything but whole results, which are handed over without being built. `toolchains`: only files whose
   * sha256 is pinned here and checked after they came back.
   */
  readonly restore: 'all' | 'compiled' | 'toolchains' | 'none'
  readonly save: boolean
  /** One clause for the log and the report: why it is so. */
  readonly reason: string
  /** What this run builds is a release, whatever it may do with the cache. */
  readonly forRelease?: true
}

/** Values of the `cache` input. */
export type CacheSetting = 'auto' | 'true' | 'false' | 'read-only'

/**
 * Begins the keys of files that are checked against a pinned sha256 after they came back. Every key of ours begins with
 * `portable-build-`, so that people can find and delete them.
 */
export const toolchainPrefix = 'portable-build-toolchain-'

/** Begins the keys of whole results (src/cache/entry.ts). */
const resultPrefix = 'portable-build-result-'

/** Events that run only what someone with write access has put into the repository. An event that is not here is not trusted. */
const trustedEvents: readonly string[] = [
  'merge_group',
  'pull_request',
  'push',
  'repository_dispatch',
  'schedule',
  'workflow_dispatch',
]

const isRelease = ({ isTag, event }: Trigger): boolean => isTag || event === 'release'

interface Row {
  readonly when: (trigger: Trigger) => boolean
  readonly policy: CachePolicy
}

/**
 * Who may use what; the first row that fits. A release is built from its sources alone. What others can start may neither
 * leave anything behind nor use what is executed unchecked (the cache of the default branch can be reached from there).
 */
const rows: readonly Row[] = [
  {
    when: t => !trustedEvents.includes(t.event) && t.event !== 'release',
    policy: {
      restore: 'toolchains',
      save: false,
      reason: 'others can start this event, so only pinned toolchains come from the cache',
    },
  },
  {
    when: t => t.isFork,
    policy: {
      restore: 'toolchains',
      save: false,
      reason: 'the code comes from a fork, so only pinned toolchains come from the cache',
    },
  },
  {
    when: isRelease,
    policy: { restore: 'none', save: false, reason: 'a release is built without a cache' },
  },
  {
    when: t => t.isDefaultBranch || t.event === 'schedule',
    policy: { restore: 'all', save: true, reason: 'the default branch reads and saves' },
  },
  {
    when: () => true,
    policy: { restore: 'all', save: true, reason: 'a branch reads all and saves for itself' },
  },
]

const off = (reason: string): CachePolicy => ({ restore: 'none', save: false, reason })
const readOnly = (policy: CachePolicy, reason: string): CachePolicy =>
  policy.save ? { ...policy, save: false, reason } : policy

/** What the input makes of the row: it can take away everything, and give back only what a release goes without. */
const settings: Readonly<Record<CacheSetting, (policy: CachePolicy) => CachePolicy>> = {
  auto: policy => policy,
  true: policy =>
    policy.restore === 'none'
      ? { restore: 'compiled', save: true, reason: 'cache: true, but a release is always built' }
      : policy,
  false: () => off('cache: false'),
  'read-only': policy => readOnly(policy, 'cache: read-only'),
}

/** Values of `ACTIONS_CACHE_MODE`; the service's clients take any other value for none given. */
const modes: Readonly<Record<string, (policy: CachePolicy) => CachePolicy>> = {
  none: () => off('the workflow says cache-mode: none'),
  read: policy => readOnly(policy, 'the workflow says cache-mode: read'),
  'write-only': policy => ({ ...policy, restore: 'none', reason: 'the workflow says cache-mode: write-only' }),
}

/**
 * What a run may restore and save. Pure.
 * @param from the trigger, the `cache` input and the host's own mode (`ACTIONS_CACHE_MODE`, null when there is none)
 */
export function cachePolicy(from: {
  readonly trigger: Trigger
  readonly setting: CacheSetting
  readonly mode: string | null
}): CachePolicy {
  const { trigger, setting, mode } = from
  const row = rows.find(r => r.when(trigger))?.policy ?? off('')
  const wanted = withSetting(row, setting)
  const limit = modes[mode?.trim().toLowerCase() ?? '']
  const policy = limit ? limit(wanted) : wanted
  return isRelease(trigger) ? { ...policy, forRelease: true } : policy
}

/** On a machine that is nobody's but the user's. */
export const ownMachine: CachePolicy = { restore: 'all', save: true, reason: 'this machine' }

/** What the `cache` input makes of a policy. Pure. */
export function withSetting(policy: CachePolicy, setting: CacheSetting): CachePolicy {
  return settings[setting](policy)
}

/** Whether an entry may be brought back. */
export function mayRestore({ restore }: CachePolicy, key: string): boolean {
  if (restore === 'toolchains') return key.startsWith(toolchainPrefix)
  return restore === 'all' || (restore === 'compiled' && !key.startsWith(resultPrefix))
}

/** Whether an entry may be left behind. */
export function maySave({ restore, save }: CachePolicy, key: string): boolean {
  return save && (restore !== 'compiled' || !key.startsWith(resultPrefix))
}
