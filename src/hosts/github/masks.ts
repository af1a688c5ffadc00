import type { Session } from './session.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Variables whose values let others act as the workflow run. */
const tokens =
  /^(ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_(.*-)?(TOKEN|SECRET|PASSWORD))$/

/** Texts that GitHub and GitLab give out as tokens, wherever they stand; JSON web tokens. */
const shapes = /^(gh[a-z]_[A-Za-z0-9_]{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)$/

/** A shorter value is in every log by chance: masking it would hide the log. */
const least = 8

/** Tells the runner what it must not show. @param secrets names of variables */
export function mask({ env, log }: Session, secrets: readonly string[]): void {
  for (const value of maskedValues(env, secrets)) log.mask(value)
}

/**
 * Values that the runner shall not show in this job's logs: those of the variables that `secrets` names, and what looks
 * like a token. The runner has masked what came from `secrets.*`; this is for what did not. Pure.
 */
export function maskedValues(env: Env, secrets: readonly string[]): string[] {
  const values = Object.entries(env).flatMap(([name, value]) => {
    const text = value?.trim() ?? ''
    const isSecret = secrets.includes(name) || tokens.test(name) || shapes.test(text)
    return isSecret && text.length >= least ? [text] : []
  })
  return [...new Set(values)]
}
