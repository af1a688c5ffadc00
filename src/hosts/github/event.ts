import { readFileSync } from 'node:fs'
import type { Trigger } from '../../cache/policy.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * What started the workflow, from the variables and the event that GitHub gives. Pure. What cannot be told counts as the
 * less trusted: a pull request without a known head is a fork's, a branch without a known default branch is none.
 * @param payload the event as JSON, null where there is none
 */
export function triggerOf(env: Env, payload: unknown): Trigger {
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  const ref = env['GITHUB_REF'] ?? ''
  const branch = at(payload, 'repository', 'default_branch')
  return {
    event,
    isFork: isFork(event, env['GITHUB_REPOSITORY'], payload),
    isTag: ref.startsWith('refs/tags/') || env['GITHUB_REF_TYPE'] === 'tag',
    isDefaultBranch: typeof branch === 'string' && branch !== '' && ref === `refs/heads/${branch}`,
  }
}

/** A pull request names the repository of its code; it is null when the fork has been deleted. */
function isFork(event: string, repository: string | undefined, payload: unknown): boolean {
  const pull = at(payload, 'pull_request')
  if (typeof pull !== 'object' || pull === null) return event.startsWith('pull_request')
  const head = at(pull, 'head', 'repo', 'full_name')
  const base = repository || at(pull, 'base', 'repo', 'full_name')
  return typeof head !== 'string' || head !== base
}

function at(data: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, key) ? Reflect.get(part, key) : undefined,
    data,
  )
}

/** The event's JSON, or null: a run without it is fine, and trusted less. */
export function readEvent(env: Env): unknown {
  try {
    return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
  } catch {
    return null
  }
}
