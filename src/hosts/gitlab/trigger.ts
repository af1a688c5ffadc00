import type { Trigger } from '../../cache/policy.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * GitLab's words for what started a pipeline (`CI_PIPELINE_SOURCE`), as GitHub's that the policy knows. A word that is not here is not
 * trusted. Source: https://docs.gitlab.com/ci/jobs/job_rules/#ci_pipeline_source-predefined-variable
 */
const events: Readonly<Record<string, string>> = {
  push: 'push',
  web: 'workflow_dispatch',
  webide: 'workflow_dispatch',
  chat: 'workflow_dispatch',
  api: 'repository_dispatch',
  trigger: 'repository_dispatch',
  pipeline: 'repository_dispatch',
  parent_pipeline: 'repository_dispatch',
  schedule: 'schedule',
  merge_request_event: 'pull_request',
}

/**
 * What started a pipeline, from the variables that GitLab gives. Pure. What cannot be told counts as the less trusted: a merge request
 * without a known source is a fork's, a branch without a known default branch is none.
 */
export function triggerOf(env: Env): Trigger {
  const source = env['CI_PIPELINE_SOURCE'] ?? ''
  const branch = env['CI_COMMIT_BRANCH'] ?? ''
  return {
    event: Object.hasOwn(events, source) ? (events[source] ?? '') : source,
    isFork: isFork(env, source),
    isTag: Boolean(env['CI_COMMIT_TAG']),
    isDefaultBranch: branch !== '' && branch === env['CI_DEFAULT_BRANCH'],
  }
}

/** The variables of a merge request are there in the pipelines that its own one starts, too. */
function isFork(env: Env, source: string): boolean {
  if (source !== 'merge_request_event' && !env['CI_MERGE_REQUEST_IID']) return false
  const from = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID']
  return !from || from !== env['CI_MERGE_REQUEST_PROJECT_ID']
}
