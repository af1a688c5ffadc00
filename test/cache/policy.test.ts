import { describe, expect, it } from 'vitest'
import { type CacheSetting, cachePolicy, mayRestore, type Trigger } from '../../src/cache/policy.ts'

const plain: Trigger = { event: 'push', isFork: false, isTag: false, isDefaultBranch: false }

/** `restore/save` of a trigger with the inputs given. */
function decided(trigger: Partial<Trigger>, setting: CacheSetting = 'auto', mode: string | null = null): string {
  const { restore, save, reason } = cachePolicy({ trigger: { ...plain, ...trigger }, setting, mode })
  expect(reason).not.toBe('')
  return `${restore}/${save ? 'save' : 'keep out'}`
}

const triggers = {
  'push to the default branch': { isDefaultBranch: true },
  'push to another branch': {},
  schedule: { event: 'schedule' },
  'dispatch on the default branch': { event: 'workflow_dispatch', isDefaultBranch: true },
  'dispatch on a tag': { event: 'workflow_dispatch', isTag: true },
  'merge queue': { event: 'merge_group' },
  'pull request of the repository': { event: 'pull_request' },
  'pull request of a fork': { event: 'pull_request', isFork: true },
  tag: { isTag: true },
  release: { event: 'release' },
  'release of a fork': { event: 'release', isFork: true },
  pull_request_target: { event: 'pull_request_target', isDefaultBranch: true },
  'pull_request_target of a fork': { event: 'pull_request_target', isFork: true, isDefaultBranch: true },
  issue_comment: { event: 'issue_comment', isDefaultBranch: true },
  workflow_run: { event: 'workflow_run', isDefaultBranch: true },
  'workflow_run for a tag': { event: 'workflow_run', isTag: true },
  'an event of next year': { event: 'telepathy', isDefaultBranch: true },
  'no event at all': { event: '' },
} satisfies Record<string, Partial<Trigger>>

const all = 'all/save'
const read = 'all/keep out'
const built = 'compiled/save'
const pinned = 'toolchains/keep out'
const nothing = 'none/keep out'

/** Columns: the `cache` input's auto, true, read-only, false. */
const table: Record<keyof typeof triggers, readonly [string, string, string, string]> = {
  'push to the default branch': [all, all, read, nothing],
  'push to another branch': [all, all, read, nothing],
  schedule: [all, all, read, nothing],
  'dispatch on the default branch': [all, all, read, nothing],
  'dispatch on a tag': [nothing, built, nothing, nothing],
  'merge queue': [all, all, read, nothing],
  'pull request of the repository': [all, all, read, nothing],
  'pull request of a fork': [pinned, pinned, pinned, nothing],
  tag: [nothing, built, nothing, nothing],
  release: [nothing, built, nothing, nothing],
  'release of a fork': [pinned, pinned, pinned, nothing],
  pull_request_target: [pinned, pinned, pinned, nothing],
  'pull_request_target of a fork': [pinned, pinned, pinned, nothing],
  issue_comment: [pinned, pinned, pinned, nothing],
  workflow_run: [pinned, pinned, pinned, nothing],
  'workflow_run for a tag': [pinned, pinned, pinned, nothing],
  'an event of next year': [pinned, pinned, pinned, nothing],
  'no event at all': [pinned, pinned, pinned, nothing],
}

describe('the policy of the cache', () => {
  it.each(Object.entries(table))('%s', (name, row) => {
    const trigger = triggers[name as keyof typeof triggers]
    expect((['auto', 'true', 'read-only', 'false'] as const).map(s => decided(trigger, s))).toEqual(row)
  })

  it.each([
    ['none', nothing, nothing, nothing],
    ['read', read, pinned, nothing],
    ['write-only', 'none/save', nothing, nothing],
    ['write', all, pinned, nothing],
    [' Read ', read, pinned, nothing],
    ['', all, pinned, nothing],
    ['sideways', all, pinned, nothing],
  ])('cache-mode %j of the workflow can only take away', (mode, push, fork, tag) => {
    expect(decided(triggers['push to the default branch'], 'auto', mode)).toBe(push)
    expect(decided(triggers['pull request of a fork'], 'auto', mode)).toBe(fork)
    expect(decided(triggers.tag, 'auto', mode)).toBe(tag)
  })

  it('says why', () => {
    const why = (trigger: Partial<Trigger>, setting: CacheSetting, mode: string | null) =>
      cachePolicy({ trigger: { ...plain, ...trigger }, setting, mode }).reason
    expect(why(triggers.tag, 'auto', null)).toBe('a release is built without a cache')
    expect(why(triggers['pull request of a fork'], 'read-only', 'read')).toContain('comes from a fork')
    expect(why({}, 'read-only', 'write')).toBe('cache: read-only')
    expect(why({}, 'true', 'none')).toBe('the workflow says cache-mode: none')
  })

  it('lets only checked files through where code is not trusted', () => {
    const fork = cachePolicy({ trigger: { ...plain, isFork: true }, setting: 'auto', mode: null })
    expect(mayRestore(fork, 'portable-build-toolchain-zig-0.15.2-x86_64-1')).toBe(true)
    expect(mayRestore(fork, 'portable-build-objects-1')).toBe(false)
    const push = cachePolicy({ trigger: plain, setting: 'auto', mode: null })
    expect(mayRestore(push, 'portable-build-objects-1')).toBe(true)
    expect(mayRestore({ ...push, restore: 'none' }, 'portable-build-toolchain-zig')).toBe(false)
  })
})

describe('a release', () => {
  const isRelease = (trigger: Partial<Trigger>, setting: CacheSetting, mode: string | null) =>
    cachePolicy({ trigger: { ...plain, ...trigger }, setting, mode }).forRelease === true
  const names = ['tag', 'release', 'release of a fork', 'dispatch on a tag', 'workflow_run for a tag'] as const

  it('is known as one, whatever it may do with the cache', () => {
    for (const [name, trigger] of Object.entries(triggers)) {
      for (const setting of ['auto', 'true', 'read-only', 'false'] as const) {
        for (const mode of [null, 'none', 'read', 'write-only']) {
          const expected = (names as readonly string[]).includes(name)
          expect([name, isRelease(trigger, setting, mode)]).toEqual([name, expected])
        }
      }
    }
  })
})
