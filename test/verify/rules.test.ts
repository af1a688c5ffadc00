import { describe, expect, it } from 'vitest'
import { findingTable, isFixed } from '../../src/verify/findings.ts'
import { policyFrom } from '../../src/verify/policies.ts'
import { applyRules, readRules, ruleGroups, ruleNames, rulingOf } from '../../src/verify/rules.ts'
import { writeElf } from '../support/elf-writer.ts'
import { program } from '../support/finding-cases.ts'
import { judgeBytes } from '../support/judge-bytes.ts'

const ruling = (id: string, allow: string[], forbid: string[]) => rulingOf(policyFrom(null, { allow, forbid }), id)
const judge = (allow: string[], forbid: string[]) =>
  judgeBytes(writeElf({ ...program, relro: false, stack: 7 }).bytes, policyFrom(null, { allow, forbid }))

describe('what a policy makes of a finding', () => {
  it('nothing, where it does not name it', () => {
    expect(ruling('relro', ['exec-stack'], ['no-pie'])).toBeNull()
    expect(ruling('no such', [], ['hardening'])).toBeNull()
  })

  it('a finding that is named itself counts before the group that it is in', () => {
    expect(ruling('relro', [], ['hardening'])).toBe('error')
    expect(ruling('relro', ['relro'], ['hardening'])).toBe('info')
    expect(ruling('relro', ['hardening'], ['relro'])).toBe('error')
    expect(ruling('relro', ['hardening'], [])).toBe('info')
  })

  it('what is allowed is still told, and the file is verified; what is forbidden stops it', () => {
    expect(judge([], []).verified).toBe(false)
    expect(judge(['exec-stack'], [])).toMatchObject({ verified: true })
    expect(judge(['exec-stack'], []).findings.map(f => `${f.severity} ${f.id}`)).toEqual([
      'warning relro',
      'info exec-stack',
    ])
    expect(judge(['exec-stack'], ['hardening']).verified).toBe(false)
  })

  it('twice is as good as once: findings of what is packed come later', () => {
    const policy = policyFrom(null, { allow: ['exec-stack'], forbid: ['hardening'] })
    const { findings } = judge(['exec-stack'], ['hardening'])
    expect(applyRules(findings, policy)).toEqual(findings)
  })
})

describe('the words', () => {
  it('are findings and groups of them, and none is both', () => {
    for (const [name, ids] of Object.entries(ruleGroups)) {
      expect(Object.keys(findingTable)).not.toContain(name)
      expect(Object.keys(findingTable)).toEqual(expect.arrayContaining([...ids]))
      expect(readRules('allow', [name, name])).toEqual([name])
    }
  })

  it('never allow what is fixed, in no group either', () => {
    const allowed = ruleNames('allow')
    expect(allowed).not.toContain('malformed')
    expect(ruleNames('forbid')).toContain('malformed')
    expect(Object.values(ruleGroups).flat().filter(isFixed)).toEqual([])
  })
})
