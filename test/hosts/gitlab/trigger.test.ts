import { describe, expect, it } from 'vitest'
import { cachePolicy } from '../../../src/cache/policy.ts'
import { triggerOf } from '../../../src/hosts/gitlab/trigger.ts'

const branch = (name: string) => ({ CI_COMMIT_BRANCH: name, CI_DEFAULT_BRANCH: 'main' })
const merge = (from: string) => ({
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_IID: '7',
  CI_MERGE_REQUEST_PROJECT_ID: '1',
  ...(from === '' ? {} : { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: from }),
})

/** What GitLab sets, and `restore/save` of what a job may do with the cache. */
const table: readonly (readonly [string, Record<string, string>, string])[] = [
  ['push to the default branch', { CI_PIPELINE_SOURCE: 'push', ...branch('main') }, 'all/save'],
  ['push to another', { CI_PIPELINE_SOURCE: 'push', ...branch('feature') }, 'all/save'],
  ['schedule', { CI_PIPELINE_SOURCE: 'schedule', ...branch('main') }, 'all/save'],
  ['started by hand', { CI_PIPELINE_SOURCE: 'web', ...branch('release') }, 'all/save'],
  ['started by another pipeline', { CI_PIPELINE_SOURCE: 'pipeline', ...branch('main') }, 'all/save'],
  ['a tag', { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_TAG: 'v1' }, 'none/keep out'],
  ['a tag by hand', { CI_PIPELINE_SOURCE: 'web', CI_COMMIT_TAG: '1.0.0' }, 'none/keep out'],
  ['merge request of the project', merge('1'), 'all/save'],
  ['of a fork', merge('2'), 'toolchains/keep out'],
  ['of a fork that is gone', merge(''), 'toolchains/keep out'],
  [
    'a child pipeline of a fork’s merge request',
    { ...merge('2'), CI_PIPELINE_SOURCE: 'parent_pipeline' },
    'toolchains/keep out',
  ],
  ['a pull request of another host', { CI_PIPELINE_SOURCE: 'external_pull_request_event' }, 'toolchains/keep out'],
  ['a word of next year', { CI_PIPELINE_SOURCE: 'telepathy', ...branch('main') }, 'toolchains/keep out'],
  ['a word that objects have', { CI_PIPELINE_SOURCE: 'constructor' }, 'toolchains/keep out'],
  ['nothing at all', {}, 'toolchains/keep out'],
]

describe('what started a pipeline', () => {
  it.each(table)('%s', (_, env, decided) => {
    const { restore, save } = cachePolicy({ trigger: triggerOf(env), setting: 'auto', mode: null })
    expect(`${restore}/${save ? 'save' : 'keep out'}`).toBe(decided)
  })

  it('a branch is the default one only where GitLab says which that is', () => {
    expect(triggerOf({ CI_PIPELINE_SOURCE: 'push', ...branch('main') }).isDefaultBranch).toBe(true)
    expect(triggerOf({ CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' }).isDefaultBranch).toBe(false)
    expect(triggerOf({ CI_PIPELINE_SOURCE: 'push', CI_DEFAULT_BRANCH: '' }).isDefaultBranch).toBe(false)
  })
})
