import { describe, expect, it } from 'vitest'
import { readEvent, triggerOf } from '../../../src/hosts/github/event.ts'

const repository = { default_branch: 'main', full_name: 'acme/app' }
const pull = (full_name: string | null) => ({
  repository,
  pull_request: { head: { repo: full_name === null ? null : { full_name } }, base: { repo: repository } },
})
const env = (event: string, ref: string) => ({
  GITHUB_EVENT_NAME: event,
  GITHUB_REF: ref,
  GITHUB_REPOSITORY: 'acme/app',
})

describe('what started a workflow', () => {
  it.each([
    ['a push to the default branch', env('push', 'refs/heads/main'), { repository }, [false, false, true]],
    ['a push to another', env('push', 'refs/heads/feature'), { repository }, [false, false, false]],
    ['a branch that is called like a path', env('push', 'refs/heads/x/main'), { repository }, [false, false, false]],
    ['a tag', env('push', 'refs/tags/v1'), { repository }, [false, true, false]],
    ['a tag that is called main', env('push', 'refs/tags/main'), { repository }, [false, true, false]],
    [
      'a pull request of this repository',
      env('pull_request', 'refs/pull/1/merge'),
      pull('acme/app'),
      [false, false, false],
    ],
    ['one of a fork', env('pull_request', 'refs/pull/1/merge'), pull('mallory/app'), [true, false, false]],
    ['one of a fork that is gone', env('pull_request', 'refs/pull/1/merge'), pull(null), [true, false, false]],
    [
      'a fork with the rights of the base',
      env('pull_request_target', 'refs/heads/main'),
      pull('m/app'),
      [true, false, true],
    ],
    ['a pull request without an event', env('pull_request', 'refs/pull/1/merge'), null, [true, false, false]],
    ['a branch without an event', env('push', 'refs/heads/main'), null, [false, false, false]],
    ['an event that is nonsense', env('push', 'refs/heads/main'), { repository: 'x' }, [false, false, false]],
    ['nothing at all', {}, null, [false, false, false]],
  ])('is %s', (_, variables, payload, [isFork, isTag, isDefaultBranch]) => {
    expect(triggerOf(variables, payload)).toMatchObject({ isFork, isTag, isDefaultBranch })
  })

  it('is known without an event that can be read', () => {
    expect(readEvent({ GITHUB_EVENT_PATH: '/nowhere' })).toBeNull()
    expect(readEvent({ GITHUB_EVENT_PATH: import.meta.filename })).toBeNull()
  })
})
