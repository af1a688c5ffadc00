import { secretValues } from '../masks.ts'
import type { Session } from './session.ts'

/** Variables whose values let others act as the workflow run. */
const tokens =
  /^(ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_(.*-)?(TOKEN|SECRET|PASSWORD))$/

/** Tells the runner what it must not show. @param secrets names of variables */
export function mask({ env, log }: Session, secrets: readonly string[]): void {
  for (const value of maskedValues(env, secrets)) log.mask(value)
}

/** Values that the runner shall not show in this job's logs. The runner has masked what came from `secrets.*`; this is for what did not. Pure. */
export function maskedValues(env: Readonly<Record<string, string | undefined>>, secrets: readonly string[]): string[] {
  return secretValues(env, secrets, tokens)
}
