/** Texts that GitHub and GitLab give out as tokens, wherever they stand; JSON web tokens. */
const shapes =
  /^(gh[a-z]_[A-Za-z0-9_]{16,}|github_pat_\w{16,}|gl[a-z]{2,6}-[\w-]{16,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)$/

/** A shorter value is in every log by chance: masking it would hide the log. */
export const least = 8

/**
 * Values that no log shall show: those of the variables that `secrets` names, those of the host's own tokens, and what looks like a
 * token. Pure. @param tokens matches the names of the host's own
 */
export function secretValues(
  env: Readonly<Record<string, string | undefined>>,
  secrets: readonly string[],
  tokens: RegExp,
): string[] {
  const values = Object.entries(env).flatMap(([name, value]) => {
    const text = value?.trim() ?? ''
    const isSecret = secrets.includes(name) || tokens.test(name) || shapes.test(text)
    return isSecret && text.length >= least ? [text] : []
  })
  return [...new Set(values)]
}
