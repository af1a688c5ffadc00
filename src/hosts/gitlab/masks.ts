import { least, secretValues } from '../masks.ts'

/** Variables of GitLab whose values let others act as the job. Source: https://docs.gitlab.com/ci/variables/predefined_variables/ */
const tokens =
  /^(CI_JOB_TOKEN|CI_JOB_JWT.*|CI_(DEPLOY|REGISTRY|DEPENDENCY_PROXY)_PASSWORD|CI_REPOSITORY_URL|PORTABLE_BUILD_CACHE_TOKEN)$/

/**
 * A text without the values of secret variables. GitLab hides those that its settings call masked; this is for the others, and for what
 * a job learns on its way. @param names variables that the project calls secret (`secrets`)
 */
export function masker(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): (text: string) => string {
  // a log is written line by line, and so is a key; the longest first: a secret may be a part of another one
  const values = secretValues(env, names, tokens)
    .flatMap(linesOf)
    .sort((a, b) => b.length - a.length)
  return text => values.reduce((masked, value) => masked.replaceAll(value, '[MASKED]'), text)
}

/** Lines of a key or a certificate; shorter ones say nothing, as in {@link secretValues}. */
const linesOf = (value: string): string[] =>
  value
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.length >= least)
