import { BuildError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Finding } from '../report/schema.ts'
import { type FindingId, findingTable, isFixed } from './findings.ts'
import type { Policy } from './policy.ts'

/** Findings that one word stands for in `allow` and `forbid`. */
export const ruleGroups = {
  libraries: ['needed-not-allowed', 'needed-path'],
  rpath: ['runpath', 'runpath-origin'],
  hardening: ['relro', 'bind-now', 'no-pie', 'exec-stack', 'rwx-segment', 'textrel'],
  'build-paths': ['leaked-path', 'go-trimpath'],
  nss: ['static-glibc-nss', 'static-dlopen'],
} as const satisfies Record<string, readonly FindingId[]>

/** The name of a group of findings. */
type RuleGroup = keyof typeof ruleGroups
/** A word of `allow` and `forbid`: a finding or a group of them. */
export type Rule = FindingId | RuleGroup

const isFinding = (word: string): word is FindingId => Object.hasOwn(findingTable, word)
const isGroup = (word: string): word is RuleGroup => Object.hasOwn(ruleGroups, word)

/** Every word that `allow` (`forbid`) understands. */
export function ruleNames(key: 'allow' | 'forbid'): Rule[] {
  const findings = (Object.keys(findingTable) as FindingId[]).filter(id => key === 'forbid' || !isFixed(id))
  return [...(Object.keys(ruleGroups) as RuleGroup[]), ...findings]
}

/**
 * Checks the words of `allow` or `forbid`.
 * @throws BuildError `bad-input` for a word that is no finding (with the nearest one), and for allowing what never is
 */
export function readRules(key: 'allow' | 'forbid', words: readonly string[]): Rule[] {
  return [...new Set(words)].map(word => {
    if (!isFinding(word) && !isGroup(word)) {
      const guess = nearest(word, ruleNames(key))
      throw new BuildError('bad-input', `${key}: ${JSON.stringify(word)} is no finding`, {
        hint: guess
          ? `Did you mean ${guess}?`
          : `Groups are ${Object.keys(ruleGroups).join(', ')}; docs/findings has all.`,
      })
    }
    if (key === 'allow' && isFinding(word) && isFixed(word)) {
      const { key: instead } = findingTable[word] as { key?: string }
      throw new BuildError('bad-input', `allow: ${word} cannot be allowed`, {
        hint: instead
          ? `What is demanded is said by \`${instead}\`.`
          : 'A file that has it is never verified: nothing can be promised of it.',
      })
    }
    return word
  })
}

/** @throws BuildError `bad-input` for a word that is allowed and forbidden at once */
export function refuseContradiction(allow: readonly Rule[], forbid: readonly Rule[]): void {
  const both = allow.find(word => forbid.includes(word))
  if (both === undefined) return
  throw new BuildError('bad-input', `${both} is allowed and forbidden at once`, { hint: 'Remove one of the two.' })
}

/**
 * What a policy makes of a finding: an error, only told, or what it is without a policy (null). A finding that is named
 * itself counts before the group that it is in; of two groups forbidding counts.
 */
export function rulingOf(policy: Pick<Policy, 'allow' | 'forbid'>, id: string): 'error' | 'info' | null {
  const { allow = [], forbid = [] } = policy
  const named = (rules: readonly Rule[]) => rules.some(rule => rule === id)
  const grouped = (rules: readonly Rule[]) =>
    rules.some(rule => isGroup(rule) && (ruleGroups[rule] as readonly string[]).includes(id))
  if (named(forbid)) return 'error'
  if (named(allow)) return 'info'
  if (grouped(forbid)) return 'error'
  return grouped(allow) ? 'info' : null
}

/** Findings with the severities that a policy gives them. */
export function applyRules(findings: readonly Finding[], policy: Pick<Policy, 'allow' | 'forbid'>): Finding[] {
  if (policy.allow === undefined && policy.forbid === undefined) return [...findings]
  return findings.map(f => ({ ...f, severity: rulingOf(policy, f.id) ?? f.severity }))
}
