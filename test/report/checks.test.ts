import { describe, expect, it } from 'vitest'
import { checkNames, checkOf, checks } from '../../src/report/checks.ts'
import { findingTable } from '../../src/verify/findings.ts'

describe('the checks of a file', () => {
  it('have every finding in one of them', () => {
    const all: string[] = checkNames.flatMap(name => [...checks[name]])
    expect([...all].sort()).toEqual(Object.keys(findingTable).sort())
  })

  it('know where a finding belongs, also one of a newer version', () => {
    expect(checkOf('floor-glibc')).toBe('floor')
    expect(checkOf('something-new')).toBe('whole')
  })
})
